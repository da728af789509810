import { property } from "../../checks/property.ts";
import { scaling } from "../../checks/scaling.ts";
import type { Check } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { largestException, type SignOptions, signViolation, type Where } from "./asSign.ts";
import { type Adaptive, RATES, reversingRun, slowRuns } from "./signRuns.ts";

/** The claim's numbers, which mutants change: that the step is along +sgn(g), and the exponent of eta in the threshold. */
export interface SignNumbers {
  readonly sign?: number;
  readonly exponent?: number;
}

type Named = Pick<Check, "name" | "part" | "reading">;

export const SLACK = {
  exponent: 0.4,
  because: "where between two steps a gradient crosses 0 (0.65 a seed), the median of some",
};

/** That weights above the derived threshold step by Theta(1) along sgn(g). */
export const aboveThreshold = (
  named: Named,
  optimizer: Adaptive,
  where: Where,
  { batchSizes, idle = "", ...numbers }: { batchSizes: (n: number) => readonly number[]; idle?: string } & SignOptions,
): Check =>
  property<RunInput>({
    ...named,
    about: `${where}: where |g| > ${idle === "" ? "2 K eta V" : `4 K eta V + ${idle}`} + eps/sqrt(1-b2), V bounding the gradient's change per eta and K = 2 max(b1/(1-b1)^2, sqrt(b2(1+b2))/(1-b2)), sgn(g) step lies between the derived constants`,
    cases: slowRuns(optimizer, batchSizes),
    violation: (run) => signViolation(runOf(run), where, numbers),
    run: (run) => run,
    levels: [0],
  }) as Check;

/** That what does not step along sgn(g) shrinks with eta. */
export const exceptionOverRate = (
  named: Named & { readonly least: number },
  optimizer: Adaptive,
  where: Where,
  { batchSize, exponent = 1 }: { batchSize: number } & SignNumbers,
): Check =>
  scaling({
    ...named,
    about: `${where}, n/b = ${4 / batchSize}: the largest |g| of a training whose weight steps by less than (1-b1)/5 along sgn(g) is O~(eta)`,
    at: `n = 4, b = ${batchSize}`,
    over: "eta",
    grid: RATES,
    quantity: (lr, seed) => largestException(runOf(reversingRun(optimizer, lr, batchSize, seed)), where),
    claimed: [exponent, Number.POSITIVE_INFINITY],
    slack: SLACK,
    levels: [0],
  }) as Check;

const whole = (n: number) => [n];

/** Readings of "g": that of a batch of all examples, or that of whatever batch is at hand. */
export const FULL = "b = n";
export const ANY = "every b, g of the present batch";

/**
 * Coordinate 1, in both readings.
 *
 * @param optimizer "adam" or "adamw"
 * @param numbers the claim's
 * @returns checks of the part "coordinate 1"
 * Source: [T25] C.2, C.11.
 */
export const coordinateOne = (optimizer: Adaptive, numbers: SignNumbers): Check[] => {
  const part = "coordinate 1";
  return [
    aboveThreshold({ name: "feature-threshold", part, reading: FULL }, optimizer, part, {
      batchSizes: whole,
      sign: numbers.sign ?? 1,
    }),
    exceptionOverRate({ name: "feature-eta", part, reading: FULL, least: 9 }, optimizer, part, {
      batchSize: 4,
      ...numbers,
    }),
    exceptionOverRate({ name: "feature-eta-batch", part, reading: ANY, least: 6 }, optimizer, part, {
      batchSize: 2,
      ...numbers,
    }),
  ];
};
