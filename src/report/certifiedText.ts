import { Decimal } from "decimal.js";
import { ARITHMETICS, type ArithmeticName } from "../certified/arithmetics.ts";
import type { Attempt, CertifiedResult } from "../certified/certify.ts";
import type { CertifiedMoment } from "../certified/moment.ts";
import type { CertifiedTestError } from "../certified/testError.ts";
import { exactDecimal } from "../interval/exactDecimal.ts";
import type { Interval } from "../interval/interval.ts";
import { shortNumber, type Table } from "./table.ts";
import { toText } from "./text/toText.ts";
import { thin } from "./thin.ts";

const SHOWN = 6;

/**
 * An interval for people, rounded outward.
 *
 * @param interval an infinite end is written as it is
 * @param digits significant ones of either end
 * @returns "[lo, hi]", which holds the interval; one number where both ends are written alike and exact
 * @example
 * intervalText({ lo: 0.1, hi: 0.1 }, 3) // => "[0.1, 0.101]"
 * intervalText({ lo: 0.5, hi: 0.5 }) // => "0.5"
 */
export function intervalText({ lo, hi }: Interval, digits = SHOWN): string {
  const written = (end: number, rounding: Decimal.Rounding): string =>
    Number.isFinite(end)
      ? new Decimal(exactDecimal(end)).toSignificantDigits(digits, rounding).toString()
      : String(end);
  const [below, above] = [written(lo, Decimal.ROUND_FLOOR), written(hi, Decimal.ROUND_CEIL)];
  return below === above ? below : `[${below}, ${above}]`;
}

const attempt = (
  { precision, open, interrupted }: Attempt,
  { about, digits }: (typeof ARITHMETICS)[ArithmeticName],
): string => {
  const numbers = precision === "doubles" ? "intervals of doubles" : `${precision} ${digits} (${about})`;
  if (interrupted) return `${numbers}: interrupted`;
  return `${numbers}: ${open ? `${open.what} is open at step ${open.step}` : "decided"}`;
};

/** What a pair is. */
export const OUTWARD = "Every [lo, hi] holds the number that real arithmetic gives from this start, rounded outward.";

/** What is known of the questions. */
export function certifiedOutcome({ undecided, interrupted, until }: CertifiedResult): string {
  if (undecided) return `Not decided: ${undecided}.`;
  const asked = until.join(", ") || "nothing was asked";
  return interrupted ? `Not decided, since it was interrupted: ${asked}.` : `Decided: ${asked}.`;
}

const least = (moment: CertifiedMoment): Interval =>
  moment.margins.reduce((x, y) => ({ lo: Math.min(x.lo, y.lo), hi: Math.min(x.hi, y.hi) }));

const line = (moment: CertifiedMoment): string[] => [
  shortNumber(moment.epoch),
  String(moment.step),
  intervalText(moment.trainError),
  intervalText(least(moment)),
  intervalText(moment.featureLearning["+1"]),
  intervalText(moment.featureLearning["-1"]),
];

/** The moments of a certified training, some of them where there are many. */
export const certifiedTable = ({ history }: CertifiedResult): Table => ({
  head: ["epoch", "step", "train\nerror", "least margin", "feature learning\n+1", "feature learning\n-1"],
  rows: thin(history).map(line),
});

const judged = ({ examples, wrong, open, low, high, level }: CertifiedTestError): string =>
  `Of ${examples} fresh examples ${wrong} are certainly wrong and ${open} open: the test error is in [${shortNumber(low)}, ${shortNumber(high)}] (exact ${100 * level}% interval).`;

/**
 * A certified training for people: what was tried, and its moments; every pair [lo, hi] holds the real number.
 *
 * @param result of `certify`
 * @param width of a line (default: no limit)
 * @returns text
 */
export function certifiedText(result: CertifiedResult, width = Infinity): string {
  const { tried, method, testError } = result;
  return [
    certifiedOutcome(result),
    OUTWARD,
    "",
    toText(certifiedTable(result), width),
    "",
    ...(testError ? [judged(testError)] : []),
    ...tried.map((one) => attempt(one, ARITHMETICS[result.arithmetic])),
    `method ${method.name}: ${method.about}`,
    "",
  ].join("\n");
}
