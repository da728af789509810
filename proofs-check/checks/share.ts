import { clopperPearson } from "../../src/statistics/clopperPearson.ts";
import type { Share } from "../claim.ts";

/** Digits of a share's interval, which is rounded outward, so that what is printed still holds it. */
const SCALE = 1e4;

/**
 * How many cases agree, with the exact (Clopper-Pearson) 95% interval of their share.
 *
 * @param agree of them, 0 to `of`
 * @param of cases, 1 or more
 * @returns the share
 * Source: ours; docs/notes/intervals.md.
 * @example
 * shareOf(10, 10).high // => 1
 */
export function shareOf(agree: number, of: number): Share {
  const { low, high } = clopperPearson(agree, of);
  return { agree, of, low, high };
}

/** A share's 95% interval in words: "0.1833 to 0.4537". */
export const shareRange = ({ low, high }: Share): string =>
  `${Math.floor(low * SCALE) / SCALE} to ${Math.ceil(high * SCALE) / SCALE}`;

/** A share in words: "15 of 49 cases (95% interval 0.1833 to 0.4537)". */
export const shareText = (share: Share, what: string): string =>
  `${share.agree} of ${share.of} ${what} (95% interval ${shareRange(share)})`;
