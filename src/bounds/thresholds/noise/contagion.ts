import type { Start } from "../../../data/start.ts";
import { realPower } from "../../../numeric/realPower.ts";
import type { Network } from "../../../setting/network.ts";
import type { PerClass } from "../../../sim/trajectory.ts";
import { noisePair, response } from "./noisePair.ts";
import { noiseThreshold } from "./noiseThreshold.ts";

/** A neuron's response to an example that it alone has memorized: a margin of 1. */
const MEMORIZED = 1;

/** What a start says of one class: up to which weight decay all of its examples are memorized, and why. */
export interface Contagion {
  /** Each example by itself: the least of the examples' largest `noiseThreshold` over neurons. */
  readonly alone: number;
  /** The first of them: the largest. */
  readonly first: number;
  /** With the feature noise: a neuron turned against its feature by k examples memorizes the others of its class. */
  readonly coupled: number;
}

interface Seen {
  readonly threshold: number;
  readonly squaredNoise: number;
}

/**
 * Up to which weight decay one neuron memorizes all of its class once it has memorized some.
 *
 * max over k of min( lambda_(k), (q/(2n)) (alpha u_k)^(q-2) |zeta|^2 ),  u_k = x_e (2 alpha k/n)^(1/(q-1)),  x_e = 1
 *
 * lambda_(k) the k-th largest of its examples' thresholds; |zeta|^2 the least of the class.
 */
function spread(seen: readonly Seen[], { q, n, alpha }: { q: number; n: number; alpha: number }): number {
  const least = seen.reduce((low, { squaredNoise }) => Math.min(low, squaredNoise), Infinity);
  const falling = seen.map(({ threshold }) => threshold).sort((a, b) => b - a);
  return falling.reduce((best, threshold, k) => {
    const turned = MEMORIZED * realPower((2 * alpha * (k + 1)) / n, 1 / (q - 1));
    return Math.max(best, Math.min(threshold, noiseThreshold(q, n, alpha * turned, least)));
  }, 0);
}

/**
 * The weight decay up to which full-batch Adam memorizes all examples of a class, with what the feature noise does.
 *
 * max( min_i max_r lambda_noise(r, i),  max over neurons with j w[1] < 0 of `spread` )
 *
 * A neuron against its feature has nothing that holds it there but the other class's examples, so the k examples that it memorizes turn it until alpha k x_e^(q-1) = (n/2) |u|^(q-1);
 * all others of its class then see x_i = alpha |u|, their own <w, zeta_i> having decayed.
 *
 * @param network a cnn of the papers' model, q >= 3
 * @param start in full or on its active coordinates, supports disjoint
 * @param alpha feature noise, > 0
 * @returns both classes
 * Source: ours, docs/notes/thresholds.md, contagion.
 */
export function contagion(network: Network, start: Start, alpha: number): PerClass<Contagion> {
  const { q, neurons: m } = network;
  const { labels, count: n } = start.examples;
  const ofClass = (j: 1 | -1): Contagion => {
    const mine = [...labels.keys()].filter((i) => labels[i] === j);
    const best = new Float64Array(mine.length);
    let coupled = 0;
    for (let r = 0; r < m; r++) {
      let against = false;
      const seen = mine.map((i, place): Seen => {
        const pair = noisePair(network, start, i, r);
        against = j * pair.signal < 0;
        const squaredNoise = pair.noise.reduce((sum, zeta) => sum + zeta * zeta, 0);
        const threshold = noiseThreshold(q, n, response(pair), squaredNoise);
        best[place] = Math.max(best[place] as number, threshold);
        return { threshold, squaredNoise };
      });
      if (against) coupled = Math.max(coupled, spread(seen, { q, n, alpha }));
    }
    const alone = mine.length > 0 ? best.reduce((a, b) => Math.min(a, b)) : 0;
    return { alone, first: best.reduce((a, b) => Math.max(a, b), 0), coupled: Math.max(alone, coupled) };
  };
  return { "+1": ofClass(1), "-1": ofClass(-1) };
}
