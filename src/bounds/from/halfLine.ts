import type { Interval } from "../../interval/interval.ts";
import { certainly, type Inequality, slackOn } from "./slack.ts";

/** Where an inequality in one symbol holds for certain: where log x is `start` or more. */
export interface HalfLine {
  readonly start: number;
  /** From here on it is proved at once. */
  readonly tail: number;
  /** Whether that is by its value at the tail, as log(right/left) does not fall from there on; else by enclosures of both sides. */
  readonly rises: boolean;
  /** Below the tail: intervals on each of which it holds, from the tail down. */
  readonly pieces: readonly Interval[];
}

/** e^(2^40) is beyond what anybody means. */
const LARGEST = 2 ** 40;
const MOST_PIECES = 20_000;
const FINEST = 1e-12;

const from = (lo: number) => [{ lo, hi: Infinity }];

/**
 * Of one symbol, the half-line on which an inequality holds, as large as it can be proved.
 *
 * @param inequality in one symbol x
 * @param least value of log x
 * @returns the half-line, its start within 1e-12 of where the proof ends; "fails" where the inequality surely fails from some x on; undefined where neither is proved
 * Source: ours; branch and bound in intervals below a tail on which the logarithm of the quotient is monotone.
 */
export function halfLine(inequality: Inequality, least: number): HalfLine | "fails" | undefined {
  let [tail, before] = [least, least];
  for (let next = 0.25; certainly(inequality, from(tail)) !== true; next *= 2) {
    if (certainly(inequality, from(tail)) === false) return "fails";
    if (next > LARGEST) return undefined;
    [before, tail] = [tail, Math.max(least, next)];
  }
  // The least tail, roughly: a text tells from where the slopes prove it.
  for (let k = 0; k < 20 && tail > before; k++) {
    const middle = (before + tail) / 2;
    if (certainly(inequality, from(middle)) === true) tail = middle;
    else before = middle;
  }
  const pieces: Interval[] = [];
  let left = MOST_PIECES;
  /** Down to where it is proved that the inequality holds on [a, b]. */
  const down = (a: number, b: number): number => {
    left--;
    if (certainly(inequality, [{ lo: a, hi: b }]) === true) {
      pieces.push({ lo: a, hi: b });
      return a;
    }
    if (left <= 0 || b - a <= FINEST * Math.max(1, Math.abs(b))) return b;
    const middle = (a + b) / 2;
    const reached = down(middle, b);
    return reached > middle ? reached : down(a, middle);
  };
  const slack = slackOn(inequality, from(tail));
  const rises = typeof slack === "object" && (slack.slopes[0]?.lo ?? -1) >= 0;
  return { rises, start: tail > least ? down(least, tail) : least, tail, pieces };
}
