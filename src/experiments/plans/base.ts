import { TEST_SIZES } from "../target.ts";
import { PAPER_EPOCHS, PAPER_LR, quickEpochs } from "../targets/synthetic.ts";

/** Adam and AdamW, each with its weight decay of [T25] Tables 1 and 2. */
export const BOTH_ADAMS = { optimizer: ["adam", "adamw"], weightDecay: [1e-5, 0.01] } as const;

/** Divisors of n = 200, so that every batch is full. */
export const DIVISORS = [2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 200] as const;

/** Seeds of a node: ten give a median a 97.9% interval between the second and the ninth value; a quick plan shows its shape. */
export const seedsOf = (quick: boolean): string => (quick ? "1-3" : "1-10");

/**
 * The synthetic run of [T25] D.2 without what an axis varies.
 *
 * @param quick a smaller test set
 * @param more what is fixed besides
 * @returns the base of a plan
 */
export const paperBase = (
  quick: boolean,
  more: { readonly optimizer?: object } & Readonly<Record<string, unknown>> = {},
) => ({
  preset: "paper",
  testSize: TEST_SIZES[quick ? "quick" : "full"],
  ...more,
  optimizer: { lr: PAPER_LR, ...more.optimizer },
});

/**
 * Batch sizes with the epochs that each is trained for, recorded at the end alone.
 *
 * @param sizes from 1 to n
 * @param quick how long
 * @returns a group of lists that are gone through together
 */
export function batchSizes(sizes: readonly number[], quick: boolean) {
  const epochs = sizes.map((size) => (quick ? quickEpochs(size) : PAPER_EPOCHS));
  return { batchSize: sizes, epochs, recordEvery: epochs };
}
