import { log } from "../numeric/log.ts";
import { normal } from "../random/normal.ts";
import type { Stream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";
import type { NOISES } from "../setting/model.ts";

/** Draws one entry of mean 0 and variance 1, from one uniform number in (0, 1). */
type Draw = (stream: Stream) => number;

const ROOT_3 = Math.sqrt(3);
const ROOT_2 = Math.sqrt(2);

/** By inversion: the side from which half of the uniform is farther, then an exponential of rate sqrt(2). */
function laplace(stream: Stream): number {
  const u = uniform(stream);
  return u < 0.5 ? log(2 * u) / ROOT_2 : -log(2 * (1 - u)) / ROOT_2;
}

/**
 * How an entry of a noise patch is drawn, by name: mean 0, variance 1, one uniform number each, so the i-th of a stream depends on no other.
 *
 * gaussian N(0, 1);  rademacher +-1;  uniform on (-sqrt 3, sqrt 3);  laplace of density e^(-sqrt(2) |z|)/sqrt 2
 *
 * Source: [T25] Definition 3.1 (gaussian); the others are sub-Gaussian or sub-exponential kin, docs/theory.md 1.8.
 */
export const DRAWS: Readonly<Record<(typeof NOISES)[number], Draw>> = {
  gaussian: normal,
  rademacher: (stream) => (uniform(stream) < 0.5 ? -1 : 1),
  uniform: (stream) => ROOT_3 * (2 * uniform(stream) - 1),
  laplace,
};
