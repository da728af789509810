import type { ThresholdRow } from "../bounds/thresholds.ts";
import { shortNumber, type Table } from "./table.ts";

const explicitText = ({ explicit: { low, median, high } }: ThresholdRow) =>
  low === high ? shortNumber(median) : `${shortNumber(median)} (${shortNumber(low)} to ${shortNumber(high)})`;

const end = (value: number | null, otherwise: string) => (value === null ? otherwise : shortNumber(value));

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
 * @param math whether orders are LaTeX
 * @returns a table; its last column is absent where nothing was trained
 */
export function thresholdsTable(rows: readonly ThresholdRow[], math = false): Table {
  const trained = rows.some(({ empirical }) => empirical !== undefined);
  return {
    head: ["n", "q", "batch size", "optimizer", "threshold", "order", "explicit", ...(trained ? ["empirical"] : [])],
    rows: rows.map((row) => [
      String(row.n),
      String(row.q),
      String(row.batchSize),
      row.optimizer,
      row.threshold,
      (math ? row.orderLatex && `$${row.orderLatex}$` : row.order) ?? "",
      explicitText(row),
      ...(trained ? [empiricalText(row)] : []),
    ]),
  };
}
