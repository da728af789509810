import { scaling } from "../../checks/scaling.ts";
import type { Check } from "../../claim.ts";
import { MINI } from "../choices/adamChoices.ts";
import { type Choice, chosenRun } from "../choices/chosenRun.ts";
import { choiceSizes, sizesOver } from "../choices/sizes.ts";
import { features, sightOf } from "../evidence/sight.ts";
import { statedFor } from "../evidence/statedFor.ts";
import { T0 } from "./adamMiniStart.ts";

/** A letter of T0, and runs in which it varies. */
interface Over {
  readonly over: string;
  readonly grid: readonly number[];
  choice(x: number): Choice;
}

const OVER_L1: Over = { over: "s sigmaP", grid: [1.1, 1.5, 2], choice: (x) => ({ ...MINI, m: 5, sigmaP: x / MINI.s }) };
/** sigma0 as large as sigma0^2 = Theta(d^(-1/2)) leaves, so that steps may be. */
const OVER_BATCHES: Over = {
  ...{ over: "n/b", grid: [24, 40, 68] },
  choice: (x) => ({ ...MINI, n: 2 * x, m: 5, sigma0: 0.85 / x }),
};

/** What each T0 depends on beside eta; B.2's, 1/eta steps, was to depend on n/b. */
const LETTERS: Readonly<Record<keyof typeof T0, Over>> = {
  "T0 of 5.2 in steps": OVER_L1,
  "T0 of 5.2 in epochs": OVER_L1,
  "T0 of B.2 in epochs": OVER_BATCHES,
};

/**
 * That the feature is Theta~(1) as soon as the first stage is over.
 *
 * max_r <w,jv> at t = T0 over a letter that T0 depends on
 *
 * @param when which T0
 * @param reading whose it is
 * @param claimed exponent, 0 for Theta~(1)
 * @returns the check
 * Source: [T25] Lemmas 5.2, B.2 and 5.3 = B.3: "for t > T0".
 */
export function featureFrom(when: keyof typeof T0, reading: string, claimed: number): Check {
  const { over, grid, choice } = LETTERS[when];
  return scaling({
    ...{ name: `feature from T0, ${reading}`, part: "feature from T0 on", reading, over, grid, claimed },
    about: `max_r <w,jv> of the class that learnt more, at t = ${when}`,
    at: sizesOver(
      grid.map((x) => choiceSizes(choice(x))),
      over,
    ),
    slack: { exponent: 0.2, because: "what was there at the start, up to 0.2, is added to it" },
    // Of six seeds one outlier makes the interval.
    ...{ levels: statedFor(reading), least: 12 },
    quantity(x, seed, { level }) {
      const { n, s, sigmaP = 0, batchSize = n, ...rest } = choice(x);
      const steps = (lr: number) => Math.ceil(T0[when]({ n, s, sigmaP, batchSize, lr }));
      return Math.max(...features(sightOf(chosenRun({ n, s, sigmaP, batchSize, ...rest }, steps, seed), level)));
    },
  }) as Check;
}
