import type { Comparison, Deviation } from "../dynamics/compare.ts";
import { shortNumber, type Table, toText } from "./table.ts";
import { thin } from "./thin.ts";

const pair = (deviation: Deviation | undefined) =>
  deviation ? [shortNumber(deviation.signal), shortNumber(deviation.noise)] : ["-", "-"];

/** When the sign recurrence first has another sign of the feature than the network, in words. */
export function signWords({ level2, wrongSign }: Comparison): string {
  if (!wrongSign) return `level 2 does not apply: ${level2.unmet}`;
  const of = (epoch: number | null) => (epoch === null ? "never" : `from epoch ${shortNumber(epoch)}`);
  return `level 2 has the wrong sign of the feature: class +1 ${of(wrongSign["+1"])}, class -1 ${of(wrongSign["-1"])}`;
}

/** Deviations of levels 1 and 2 over time, beside the sizes they are to be seen against. */
export const comparisonTable = ({ history }: Comparison): Table => ({
  head: ["epoch", "largest\nsignal", "largest\nnoise", "level 1\nsignal", "noise", "level 2\nsignal", "noise"],
  rows: thin(history).map((moment) => [
    shortNumber(moment.epoch),
    ...pair(moment.size),
    ...pair(moment.level1),
    ...pair(moment.level2),
  ]),
});

/** Which recurrence level 1 is and why no stronger one, and what came of level 2: a line each. */
export const levelWords = (comparison: Comparison): string[] => [
  `level 1 is ${comparison.level1.method}`,
  ...(comparison.level1.unmet ?? []).map(({ method, condition }) => `not ${method}: ${condition}`),
  signWords(comparison),
];

/**
 * A comparison of levels for people: a table and what it amounts to.
 *
 * @param comparison its moments are thinned out
 * @returns lines of text
 */
export const comparisonText = (comparison: Comparison): string =>
  [toText(comparisonTable(comparison)), "(deviations from the network, level 0)", ...levelWords(comparison), ""].join(
    "\n",
  );
