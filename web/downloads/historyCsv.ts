import { csvLine } from "../../src/report/table.ts";
import type { Moment } from "../../src/sim/trajectory.ts";

const CLASSES = [
  ["Plus", "+1"],
  ["Minus", "-1"],
] as const;

type Column = readonly [name: string, of: (moment: Moment) => number | null];

/** Names as in the table of a sweep's runs. */
const COLUMNS: readonly Column[] = [
  ["epoch", ({ epoch }) => epoch],
  ["step", ({ step }) => step],
  ["trainLoss", ({ trainLoss }) => trainLoss],
  ["trainError", ({ trainError }) => trainError],
  ["testError", ({ testError }) => testError],
  ...CLASSES.map(([sign, j]): Column => [`featureLearning${sign}`, (moment) => moment.featureLearning[j]]),
  ...CLASSES.map(([sign, j]): Column => [`noiseMemorizationLeast${sign}`, (moment) => moment.noiseMemorization.min[j]]),
  ...CLASSES.map(([sign, j]): Column => [`noiseMemorizationMost${sign}`, (moment) => moment.noiseMemorization.max[j]]),
  ...(["low", "median", "high"] as const).flatMap((end) =>
    CLASSES.map(([sign, j]): Column => {
      const name = `freshNoise${end[0]?.toUpperCase()}${end.slice(1)}${sign}`;
      return [name, ({ freshNoise }) => freshNoise?.[end][j] ?? null];
    }),
  ),
];

/**
 * A history as comma-separated values (RFC 4180), a line a record; every decimal is read back as the same double.
 *
 * @param history of any level
 * @returns its text
 */
export const historyCsv = (history: readonly Moment[]): string =>
  [COLUMNS.map(([name]) => name), ...history.map((moment) => COLUMNS.map(([, of]) => String(of(moment) ?? "")))]
    .map((cells) => `${csvLine(cells)}\r\n`)
    .join("");
