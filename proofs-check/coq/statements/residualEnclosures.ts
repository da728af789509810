import { residual } from "../../../src/sim/losses/crossEntropy.ts";
import { doubleTerm, enclosureProof } from "../enclosure.ts";

/** Near 0, where the exponential's argument is reduced otherwise, where doubles lose 1 + e^-z, and far out; of both signs. */
const SIZES = [2 ** -60, 2 ** -30, 0.1, 0.35, 0.5, 0.7, 1, 3.3, 10.7, 36.04, 37.5, 100.1, 300.3, 699.9];
const MARGINS = [0, ...SIZES.flatMap((z) => [z, -z])];

/** The network's own residual at some margins, as doubles, against 1/(1 + e^z) over the reals. */
export const residualEnclosuresProof = enclosureProof(
  {
    claim: "residual-sign",
    file: "residualEnclosures",
    name: "residual_enclosed",
    about: `the network's residual at ${MARGINS.length} margins is within 8 ulps of 1/(1 + e^z), by Coq's interval tactic`,
  },
  MARGINS.map((z) => ({ term: `1 / (1 + exp ${doubleTerm(z)})`, value: residual(z) })),
  // 8 ulps of a double are at least 2^-50 of it.
  50,
);
