import { shortNumbers } from "../../shortNumbers.ts";
import type { Letters } from "./adamwStudy.ts";
import type { Choice } from "./chosenRun.ts";

type Sizes = Readonly<Record<string, unknown>>;

const shown = (value: unknown): string => shortNumbers(Array.isArray(value) ? `(${value.join(", ")})` : String(value));

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
export const sizesText = (sizes: Sizes, over?: string): string => sizesOver([sizes], over);

/**
 * The sizes of a study, in words.
 *
 * @param points letters and their values, at each value of the letter that varies
 * @param over that letter, left out
 * @returns a letter that follows it with its values in the same order: "n = 8, sigmaP in 0.5, 0.25"
 * Source: ours.
 * @example
 * sizesOver([{ n: 8, s: 4, sigmaP: 0.5 }, { n: 8, s: 16, sigmaP: 0.25 }], "s") // => "n = 8, sigmaP in 0.5, 0.25"
 */
export function sizesOver(points: readonly Sizes[], over?: string): string {
  const letters = Object.keys(points[0] ?? {}).filter((letter) => letter !== over && points[0]?.[letter] !== undefined);
  return letters
    .map((letter) => {
      const values = points.map((point) => shown(point[letter]));
      return new Set(values).size === 1 ? `${letter} = ${values[0]}` : `${letter} in ${values.join(", ")}`;
    })
    .join(", ");
}

/** Those of a chosen run of Adam: as it says them itself, sigmaP where it follows s. */
export const choiceSizes = (choice: Choice): Sizes => {
  const { n, batchSize = n, s, sigmaP = 1 / Math.sqrt(s), alpha, m, q = 3, sigma0, betas = [0.9, 0.999] } = choice;
  return { n, b: batchSize, s, sigmaP, alpha, m, q, sigma0, betas, eta: choice.lr, lambda: choice.weightDecay };
};

/** Those of a study of AdamW. */
export const lettersSizes = ({ eta, lambda, cEps, ...rest }: Letters): Sizes => ({
  ...{ ...rest, eta, lambda },
  eps: `${cEps} lambda eta`,
});
