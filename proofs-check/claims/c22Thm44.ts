import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import type { RunInput } from "../meeting.ts";
import { C22_CHOSEN, C22_CONDITION, c22At, c22Meeting, c22Run } from "../support/benign/c22.ts";
import { endOf } from "../support/benign/ends.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

/** n SNR^3 at the chosen sizes. */
const RATIO = 0.1;

/** The numbers of the claim. */
export interface C22Thm44Numbers {
  /** Training loss that counts as fitted. */
  readonly epsilon?: number;
  /** Test loss that counts as of constant size. */
  readonly least?: number;
  readonly ratio?: number;
}

/** How a training ends otherwise than Theorem 4.4 says; undefined where it does not. */
function otherwise(run: RunInput, level: Level, epsilon: number, least: number): string | undefined {
  const end = endOf(run, level);
  if (!end) return "a number was not finite";
  if (!(end.trainLoss <= epsilon)) return `training loss ${end.trainLoss}`;
  return end.testLoss >= least ? undefined : `test loss ${end.testLoss}, below ${least}`;
}

/**
 * Where the noise wins, gradient descent fits the training set and its test loss stays of constant size.
 *
 * n^-1 SNR^-q = Omega~(1):  L_S(W_T) <= epsilon,  L_D(W_T) = Theta(1)
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [C22] Theorem 4.4, from memory.
 */
export const c22Thm44 = ({ epsilon = 0.01, least = 0.1, ratio = RATIO }: C22Thm44Numbers = {}): Claim =>
  defineClaim({
    id: "c22-thm-4.4",
    source: "C22 4.4",
    kind: "outcome",
    statement:
      "where n^-1 SNR^-q = Omega~(1), gradient descent reaches training loss epsilon, and its test loss is at least a constant",
    latex: String.raw`n^{-1}\,\mathrm{SNR}^{-q} = \tilde\Omega(1):\quad L_S(W^{(T)}) \le \varepsilon,\quad L_D(W^{(T)}) = \Theta(1)`,
    hypotheses: [...C22_CONDITION, "c22-noise-wins"],
    readAs: [
      `training loss epsilon: at most ${epsilon}; test loss of constant size: at least ${least}`,
      "Omega~: with the constant 1 and no logarithms",
      WITH_HIGH_PROBABILITY,
    ],
    restsOn: ["c22-decomposition", "c22-noise-first"],
    checks: [
      frequency({
        asymptotic: true,
        name: `n SNR^3 = ${ratio}`,
        about: `training loss at most ${epsilon}, test loss at least ${least}`,
        at: c22At(ratio),
        levels: [1, 0],
        outcome: (seed, { level }) =>
          otherwise(c22Run({ ...C22_CHOSEN, ratio }, seed), level, epsilon, least) === undefined,
        claimed: [0.5, 1],
      }),
      property({
        name: "wherever",
        about: "n from 4 to 6, m = 2, d from 1.5 to 3 times m^4 n^4, n SNR^3 from 1/16 to 1, 2000 steps",
        levels: [1],
        asymptotic: true,
        cases: c22Meeting("c22-noise-wins"),
        shrinks: 3,
        violation: (run, { level }) => otherwise(run, level, 0.3, least),
        run: (run) => run,
      }),
    ],
  });
