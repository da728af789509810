import type { Comparison, Deviation } from "../dynamics/compare.ts";
import { shortNumber, type Table } from "./table.ts";
import { toText } from "./text/toText.ts";
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
  head: [
    "epoch",
    "largest\nsignal",
    "largest\nnoise",
    "level 1\nsignal",
    "level 1\nnoise",
    "level 2\nsignal",
    "level 2\nnoise",
  ],
  rows: thin(history).map((moment) => [
    shortNumber(moment.epoch),
    ...pair(moment.size),
    ...pair(moment.level1),
    ...pair(moment.level2),
  ]),
});

/** How far the recurrences are from the network in the end, beside its size. */
function answer({ history }: Comparison): string {
  const last = history.at(-1);
  const off = (deviation: Deviation | undefined) =>
    deviation ? shortNumber(Math.max(deviation.signal, deviation.noise)) : undefined;
  const [size, exact, sign] = [off(last?.size), off(last?.level1), off(last?.level2)];
  const signs = sign === undefined ? "" : `, the papers' sign recurrence by ${sign}`;
  return `At the end the exact recurrence differs from the network by ${exact}${signs}; the network's largest coefficient is ${size}.`;
}

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
 * @param width of a line (default: no limit)
 * @returns lines of text
 */
export const comparisonText = (comparison: Comparison, width = Infinity): string =>
  [
    answer(comparison),
    "",
    toText(comparisonTable(comparison), width),
    "",
    "  largest   how large a coefficient of the network is: what deviations are to be seen against",
    "  level 1   how far the exact recurrence is from the network: rounding alone",
    "  level 2   how far the papers' sign recurrence is from it",
    "  signal    of <w,v>, over neurons; noise: of <w,xi_i>, over neurons and examples",
    "",
    ...levelWords(comparison),
    "",
  ].join("\n");
