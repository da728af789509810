import { shortNumbers } from "../shortNumbers.ts";
import type { Letters } from "./adamwStudy.ts";
import type { Choice } from "./chosenRun.ts";

type Sizes = Readonly<Record<string, unknown>>;

/**
 * The sizes that a check chose, in words.
 *
 * @param sizes letters and their values; what is undefined is left out
 * @param over a letter that varies, left out too
 * @returns such as "n = 8, b = 8, s = 36"
 * Source: ours.
 * @example
 * sizesText({ n: 8, sigmaP: 1 / 3, betas: [0.9, 0.999] }) // => "n = 8, sigmaP = 0.33333, betas = (0.9, 0.999)"
 */
export const sizesText = (sizes: Sizes, over?: string): string =>
  Object.entries(sizes)
    .filter(([letter, value]) => value !== undefined && letter !== over)
    .map(
      ([letter, value]) =>
        `${letter} = ${shortNumbers(Array.isArray(value) ? `(${value.join(", ")})` : String(value))}`,
    )
    .join(", ");

/** Those of a chosen run of Adam. */
export const choiceText = (choice: Choice, over?: string): string => {
  const { n, batchSize = n, s, sigmaP = 1 / Math.sqrt(s), alpha, m, q = 3, sigma0, betas = [0.9, 0.999] } = choice;
  // sigmaP follows s where it is not given.
  const given = over === "s" ? choice.sigmaP : sigmaP;
  return sizesText({ n, b: batchSize, s, sigmaP: given, alpha, m, q, sigma0, betas }, over);
};

/** Those of a study of AdamW. */
export const lettersText = ({ eta, lambda, cEps, ...rest }: Letters, over?: string): string =>
  sizesText({ ...rest, eta, lambda, eps: `${cEps} lambda eta` }, over);
