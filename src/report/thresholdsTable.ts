import type { ThresholdRow } from "../bounds/thresholds/thresholds.ts";
import { shortNumber, type Table } from "./table.ts";

const end = (value: number | null, otherwise: string) => (value === null ? otherwise : shortNumber(value));

const explicitText = ({ explicit: { low, median, high } }: ThresholdRow) =>
  low === high ? end(median, "none") : `${end(median, "none")} (${end(low, "none")} to ${end(high, "none")})`;

function empiricalText({ empirical }: ThresholdRow): string {
  if (!empirical) return "";
  const { median, interrupted, notMonotone } = empirical;
  if (!median) return "interrupted";
  const { estimate, low, high, coverage, seeds } = median;
  const interval = `${end(low, "0")} to ${end(high, "any")}`;
  const notes = [
    `${seeds} seeds`,
    `${shortNumber(100 * coverage)}%`,
    ...(notMonotone.length > 0 ? [`not monotone at seeds ${notMonotone.join(" ")}`] : []),
    ...(interrupted ? ["interrupted"] : []),
  ];
  return `${end(estimate, "none")} (${interval}; ${notes.join(", ")})`;
}

/**
 * Thresholds side by side: order, explicit value (of half of the starts, with 5% and 95%), and what training finds (median over seeds with its interval).
 *
 * @param rows as `thresholds` gives them
 * @returns a table; its last column is absent where nothing was trained
 */
export function thresholdsTable(rows: readonly ThresholdRow[]): Table {
  const trained = rows.some(({ empirical }) => empirical !== undefined);
  return {
    head: ["n", "q", "batch size", "optimizer", "threshold", "order", "explicit", ...(trained ? ["empirical"] : [])],
    rows: rows.map((row) => [
      String(row.n),
      String(row.q),
      String(row.batchSize),
      row.optimizer,
      row.threshold,
      row.order ?? "",
      explicitText(row),
      ...(trained ? [empiricalText(row)] : []),
    ]),
  };
}

const digits = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));

/**
 * The same for programs: a number a cell, with every digit.
 *
 * @param rows as `thresholds` gives them
 * @returns a table; a cell is empty where there is no number
 */
export const thresholdsData = (rows: readonly ThresholdRow[]): Table => ({
  head: [
    ...["n", "q", "batchSize", "optimizer", "threshold", "order", "low", "median", "high"],
    ...["empirical", "empiricalLow", "empiricalHigh", "coverage", "seeds"],
  ],
  rows: rows.map(({ n, q, batchSize, optimizer, threshold, order, explicit, empirical }) => {
    const { estimate, low, high, coverage, seeds } = empirical?.median ?? {};
    return [
      ...[String(n), String(q), String(batchSize), optimizer, threshold, order ?? ""],
      ...[explicit.low, explicit.median, explicit.high, estimate, low, high, coverage, seeds].map(digits),
    ];
  }),
});
