import type { MedianWithInterval } from "../statistics/medianWithInterval.ts";
import { shortNumber } from "./table.ts";

/** A median, and its interval where it has one: "0.25 [0, 0.5]". */
export const medianText = ({ median, low, high }: Omit<MedianWithInterval, "coverage">): string =>
  low === null || high === null
    ? shortNumber(median)
    : `${shortNumber(median)} [${shortNumber(low)}, ${shortNumber(high)}]`;

/** A share in whole percent; its interval, where it has one, is rounded outward. */
export function percentText({ share, low, high }: Record<"share", number> & Record<"low" | "high", number | null>) {
  const text = `${Math.round(100 * share)}%`;
  return low === null || high === null ? text : `${text} [${Math.floor(100 * low)}, ${Math.ceil(100 * high)}]`;
}

/** The levels of medians' intervals, which are those that so many values give: "75% or 96.88%"; empty without any. */
export const levelsText = (medians: readonly Pick<MedianWithInterval, "coverage">[]): string =>
  [...new Set(medians.flatMap(({ coverage }) => coverage ?? []))]
    .map((level) => `${shortNumber(100 * level)}%`)
    .join(" or ");
