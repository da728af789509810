import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { type BasisCase, basisCases, basisFile, basisViolation } from "../support/basis/rotatedPair.ts";

/** The numbers of the claim. */
export interface Zm24RotationNumbers {
  /** Optimizers that a rotation turns with it. */
  readonly turned?: readonly string[];
  /** The one that it does not. */
  readonly other?: string;
}

const STEPS = 10;

const chosen = (name: string, seed: number): BasisCase => ({
  setting: {
    ...{ n: 4, d: 22, s: 5, sigmaP: 0.25, alpha: 0.25, m: 2, q: 3, sigma0: 0.1 },
    ...{ labels: "rademacher", supports: "disjoint" },
  },
  optimizer: { name, lr: 0.05 },
  steps: STEPS,
  seed,
});

/**
 * A rotation of the coordinates turns gradient descent with it, and not Adam.
 *
 * w_t(Q x, Q w_0) = Q w_t(x, w_0)
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [ZM24] Proposition 1, at second hand.
 */
export const zm24Rotation = ({
  turned = ["sgd", "momentum", "nesterov"],
  other = "adam",
}: Zm24RotationNumbers = {}): Claim =>
  defineClaim({
    id: "zm24-rotation",
    source: "ZM24",
    kind: "identity",
    statement:
      "gradient descent, with momentum or without, of rotated data from rotated weights is the same training, rotated; that of Adam is another one",
    latex: String.raw`w_t(Qx, Qw_0) = Q\, w_t(x, w_0)`,
    hypotheses: [],
    readAs: ["Q is drawn from the rotations and reflections that prefer no direction; losses and <w, v> are compared"],
    restsOn: [],
    checks: [
      property({
        name: "gradient descent",
        about: `${turned.join(", ")}, at most ${STEPS} steps: every loss and every <w, v> is the same up to rounding`,
        part: "gradient descent is the same",
        cases: basisCases(turned),
        block: 10,
        violation: basisViolation,
        run: (drawn) => basisFile(drawn, "rotated"),
        command: "simulate",
      }),
      frequency({
        name: "Adam",
        about: `${STEPS} steps with lr = 0.05: some loss or <w, v> differs by more than rounding`,
        part: "Adam is another one",
        at: `n = 4, s = 5, sigmaP = 1/4, alpha = 1/4, m = 2, q = 3, sigma0 = 0.1, disjoint, full batch`,
        levels: [0],
        outcome: (seed) => basisViolation(chosen(other, seed)) !== undefined,
        claimed: [0.5, 1],
      }),
    ],
  });
