import { log } from "../../../src/numeric/log.ts";
import { trend } from "../../checks/trend.ts";
import type { Check, Level } from "../../claim.ts";
import { largestStep, type RunInput } from "../../meeting.ts";
import { chosenRun } from "../choices/chosenRun.ts";
import { startFor } from "../choices/room.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/** sqrt(s) sigmaP, a little below the 1 that the hypotheses leave it, and sigma0 n sqrt(s), below the 4 (`startFor`). */
const LENGTH = 0.99;
const START = 3.9;
/** Of what the hypotheses leave a step. */
const STEP = 0.9;

/** What a theorem asks for beside its sizes. */
export interface Growing {
  readonly optimizer: "adam" | "adamw";
  readonly betas: readonly [number, number];
  /** b; the whole set unless given. */
  readonly b?: number;
  /** s = support sqrt(n). */
  readonly support: number;
  /** lambda of AdamW; of Adam the multiple of sigma0^(q-2) sigmaP/n. */
  readonly decay: number;
  /** eps = cEps lambda eta. */
  readonly cEps: number;
  /** Length: in 1/eta steps of Adam, whose decay acts at the speed of a sign, in 1/(eta lambda) of AdamW. */
  readonly times: number;
}

const ADAM_LARGE: Growing = { optimizer: "adam", betas: [0.9, 0.999], support: 8, decay: 0.1, cEps: 1, times: 2 };
const ADAM_MINI: Growing = { ...ADAM_LARGE, betas: [0.2, 0.2], b: 1, support: 1, decay: 0.5, times: 3 };

/** The runs of the theorems about whole runs; every hypothesis is met with the constants 1 and 4 at every n from 16 (large batches: 8) on. */
export const GROWING = {
  "thm-4.1": ADAM_LARGE,
  "thm-4.2": ADAM_MINI,
  // The full batch leaves lambda the order 1 alone; eps as small as its row allows, since it slows what is to flip.
  "thm-4.4": { ...ADAM_LARGE, optimizer: "adamw", betas: [0.5, 0.9], support: 2, decay: 1, cEps: 0.26, times: 10 },
  "thm-4.5": { ...ADAM_MINI, optimizer: "adamw", betas: [0.5, 0.9], decay: 0.5, times: 10 },
} as const satisfies Record<string, Growing>;

/**
 * A theorem's run at one n of the scaling family with constants, D = 5.
 *
 * s = support sqrt(n),  d = (s n^2/4)^2,  sqrt(s) sigmaP = 0.99,  alpha = sigmaP,  sigma0 = 3.9/(n sqrt(s)),  m = ceil(2 log n),  q = 3,
 * eta = 0.9 of what the conditions leave a step
 *
 * m is such that a class none of whose neurons starts with the feature, which happens with probability 2^(1-m) at most, is rarer than 1/n.
 *
 * @param growing what the theorem asks for beside them
 * @param n training examples, 8 or more
 * @param seed of the run
 * @returns a run file that records its end alone
 * Source: ours; [T25] Conditions A.1, A.2 with constants between 1/4 and 4.
 */
export function growingRun(
  { optimizer, betas, b = Infinity, support, decay, cEps, times }: Growing,
  n: number,
  seed: number,
): RunInput {
  const s = Math.round(support * Math.sqrt(n));
  const sigmaP = LENGTH / Math.sqrt(s);
  const sizes = { n, s, sigmaP, alpha: sigmaP, sigma0: startFor(n, s, START), m: Math.ceil(2 * log(n)) };
  const lr = STEP * largestStep({ ...sizes, q: 3 });
  const choice = { ...sizes, betas, batchSize: Math.min(b, n), lr };
  const adam = optimizer === "adam";
  const run = adam
    ? chosenRun({ ...choice, decay: ["adam-decay", decay] }, times / lr, seed)
    : chosenRun({ ...choice, weightDecay: decay }, times / (lr * decay), seed);
  const eps = cEps * run.optimizer.weightDecay * lr;
  return { ...run, optimizer: { ...run.optimizer, name: optimizer, eps } };
}

/**
 * Whether ever more runs end as a theorem says.
 *
 * share at n against 1 - 1/n, and whether it falls
 *
 * @param theorem its runs, whether a run came out as it says, and that in words
 * @param grid values of n
 * @param reading which of the source's statements it is about
 * @returns the check
 * Source: ours.
 */
export const growingTrend = (
  { growing, came, words }: { growing: Growing; came(outcome: Outcome): boolean; words: string },
  grid: readonly number[],
  reading?: string,
): Check => {
  const { optimizer, b, support, times } = growing;
  const length = optimizer === "adam" ? `${times}/eta` : `${times}/(eta lambda)`;
  const levels: readonly Level[] = [1, 2];
  return trend({
    ...{ name: "ever more often", grid, levels, ...(reading !== undefined && { reading }) },
    about: `share of seeds with ${words} after ${length} steps, against 1 - 1/n, in the scaling family with constants, D = 5: every hypothesis is met with the constant 1`,
    at: `b = ${b ?? "n"}, s = ${support === 1 ? "" : `${support} `}sqrt(n), m = 2 log n, alpha = sigmaP = 0.99/sqrt(s)`,
    anyOptimizer: true,
    outcome: (n, seed, context) => came(outcomeOf(growingRun(growing, n, seed), context)),
    claimed: (n) => 1 - 1 / n,
  }) as Check;
};
