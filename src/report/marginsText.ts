import type { MarginMoment, MarginResult } from "../margins/follow.ts";
import { NORM_NAMES, type NormName } from "../margins/norms.ts";
import type { LargestMargin } from "../margins/reference/largest.ts";
import { shortNumber, type Table } from "./table.ts";
import { toText } from "./text/toText.ts";
import { thin } from "./thin.ts";

const WORDS: Readonly<Record<NormName, string>> = { l2: "l2", linf: "l_inf", spectral: "spectral" };

const cell = (x: number | null | undefined) => (x === null || x === undefined ? "-" : shortNumber(x));

/** Margins over time. */
export function marginsTable({ history }: MarginResult): Table {
  const held = history.some(({ constrained }) => constrained);
  return {
    head: [
      ...["epoch", "train loss", "least margin"],
      ...NORM_NAMES.map((name) => `margin\n${WORDS[name]}`),
      ...NORM_NAMES.map((name) => `off course\n${WORDS[name]}`),
      "slack",
      ...(held ? ["weights\nwithin", "gap"] : []),
    ],
    rows: thin(history).map(({ epoch, trainLoss, margin, normalized, stationarity, slack, constrained }) => [
      ...[epoch, trainLoss, margin].map(shortNumber),
      ...NORM_NAMES.map((name) => cell(normalized[name])),
      ...NORM_NAMES.map((name) => cell(stationarity[name])),
      cell(slack),
      ...(held ? [cell(constrained?.filled), cell(constrained?.gap)] : []),
    ]),
  };
}

const capital = (name: string) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

/** The same for programs: every record, a number a cell with every digit; a cell is empty where there is none. */
export const marginsData = ({ history }: MarginResult): Table => ({
  head: [
    ...["epoch", "step", "trainLoss", "trainError", "margin"],
    ...NORM_NAMES.map((name) => `margin${capital(name)}`),
    ...NORM_NAMES.map((name) => `stationarity${capital(name)}`),
    ...["slack", "filled", "gap"],
  ],
  rows: history.map(({ epoch, step, trainLoss, trainError, margin, normalized, stationarity, slack, constrained }) =>
    [
      ...[epoch, step, trainLoss, trainError, margin],
      ...NORM_NAMES.map((name) => normalized[name]),
      ...NORM_NAMES.map((name) => stationarity[name]),
      ...[slack, constrained?.filled, constrained?.gap],
    ].map((value) => String(value ?? "")),
  ),
});

/** Between which numbers the largest margin lies, and the share of it that was reached. */
function ofLargest(name: NormName, reached: number | null, { low, high }: LargestMargin): string {
  const share = reached === null ? "" : `, ${shortNumber((100 * reached) / high)}% of it reached`;
  return `  ${WORDS[name].padEnd(9)} largest margin ${shortNumber(low)}, at most ${shortNumber(high)}${share}`;
}

/** The largest margins, where they were asked for: a line each. */
export function largestText({ largest, final }: MarginResult): string[] {
  if (largest === undefined) return [];
  if (largest === null) return ["By HiGHS, no weights tell all training examples apart: the largest margin is 0."];
  return NORM_NAMES.map((name) => ofLargest(name, final.normalized[name], largest[name]));
}

/** Whether all are told apart, and how far off the course of each norm the weights are. */
function answer({ margin, stationarity }: MarginMoment): string {
  if (!(margin > 0)) return `The least margin is ${shortNumber(margin)}: some training example is not told apart.`;
  const off = NORM_NAMES.map((name) => `${cell(stationarity[name])} in ${WORDS[name]}`).join(", ");
  return `Every training example is told apart, by ${shortNumber(margin)} at least; off the course of the largest margin by ${off}.`;
}

/**
 * Margins of a training for people.
 *
 * @param result its moments are thinned out
 * @param width of a line (default: no limit)
 * @returns text
 */
export function marginsText(result: MarginResult, width = Infinity): string {
  return [
    answer(result.final),
    ...largestText(result),
    "",
    toText(marginsTable(result), width),
    "",
    `  margin       least y F over the training set, over the norm of the weights to the power ${result.degree}`,
    "  off course   1 - <W, -g>/(|W| |g|_dual): 0 where W points to a stationary point of the largest margin in that norm",
    "  slack        how far above the least the margins of the examples that pull are, on average, over the least",
    ...(result.history.some(({ constrained }) => constrained)
      ? [
          "  weights within  lambda max |w|: the decay holds weights within 1/lambda, where it is 1",
          "  gap             0 at a stationary point of the loss within that box",
        ]
      : []),
    "",
  ].join("\n");
}
