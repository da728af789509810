import { exp } from "../../src/numeric/exp.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import type { RunInput } from "../meeting.ts";
import { C22_CHOSEN, C22_CONDITION, c22At, c22Meeting, c22Run } from "../support/benign/c22.ts";
import { endOf } from "../support/benign/ends.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

/** n SNR^3 at the chosen sizes. */
const RATIO = 10;

/** The numbers of the claim. */
export interface C22Thm43Numbers {
  /** Training loss that counts as fitted. */
  readonly epsilon?: number;
  /** Of the bound factor epsilon + e^(-n^2). */
  readonly factor?: number;
  readonly ratio?: number;
}

/** How a training ends otherwise than Theorem 4.3 says; undefined where it does not. */
function otherwise(run: RunInput, level: Level, epsilon: number, factor: number): string | undefined {
  const end = endOf(run, level);
  if (!end) return "a number was not finite";
  const { trainLoss, testLoss } = end;
  if (!(trainLoss <= epsilon)) return `training loss ${trainLoss}`;
  const { n } = run.setting;
  const most = factor * trainLoss + exp(-n * n);
  return testLoss <= most ? undefined : `test loss ${testLoss}, above ${most}`;
}

/**
 * Where the signal wins, gradient descent fits the training set and its test loss is as small.
 *
 * n SNR^q = Omega~(1):  L_S(W_T) <= epsilon,  L_D(W_T) <= 6 epsilon + exp(-n^2)
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [C22] Theorem 4.3, from memory.
 */
export const c22Thm43 = ({ epsilon = 0.01, factor = 6, ratio = RATIO }: C22Thm43Numbers = {}): Claim =>
  defineClaim({
    id: "c22-thm-4.3",
    source: "C22 4.3",
    kind: "outcome",
    statement:
      "where n SNR^q = Omega~(1), gradient descent reaches training loss epsilon, and test loss at most 6 epsilon + exp(-n^2)",
    latex: String.raw`n\,\mathrm{SNR}^q = \tilde\Omega(1):\quad L_S(W^{(T)}) \le \varepsilon,\quad L_D(W^{(T)}) \le 6\varepsilon + e^{-n^2}`,
    hypotheses: [...C22_CONDITION, "c22-signal-wins"],
    readAs: [
      `epsilon: the training loss at the end, at most ${epsilon}`,
      "Omega~: with the constant 1 and no logarithms",
      WITH_HIGH_PROBABILITY,
    ],
    restsOn: ["c22-decomposition", "c22-signal-first"],
    checks: [
      frequency({
        asymptotic: true,
        name: `n SNR^3 = ${ratio}`,
        about: `training loss at most ${epsilon}, test loss at most ${factor} times it + e^(-n^2)`,
        at: c22At(ratio),
        levels: [1, 0],
        outcome: (seed, { level }) =>
          otherwise(c22Run({ ...C22_CHOSEN, ratio }, seed), level, epsilon, factor) === undefined,
        claimed: [0.5, 1],
      }),
      property({
        name: "wherever",
        about: "n from 4 to 6, m = 2, d from 1.5 to 3 times m^4 n^4, n SNR^3 from 1 to 16, 2000 steps",
        levels: [1],
        asymptotic: true,
        cases: c22Meeting("c22-signal-wins"),
        shrinks: 3,
        violation: (run, { level }) => otherwise(run, level, 0.3, factor),
        run: (run) => run,
      }),
    ],
  });
