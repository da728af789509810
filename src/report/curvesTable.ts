import type { Finding, RowReport } from "../experiments/rowReport.ts";
import { predictionInterval } from "../statistics/predictionInterval.ts";
import { shortNumber, type Table } from "./table.ts";

/** How many lines a curve is shown in. */
const LINES = 11;

function medianAt({ curves = [] }: Finding, epoch: number): string {
  const values = curves.flatMap(({ points }) =>
    points.filter((point) => point.epoch === epoch).map(({ value }) => value),
  );
  return values.length > 0 ? shortNumber(predictionInterval(values).median) : "-";
}

/**
 * A row's quantities over the epochs, medians over the seeds, at about eleven evenly spread epochs.
 *
 * @param row with curves
 * @returns a table: epoch, then a column a quantity
 */
export function curvesTable({ findings }: RowReport): Table {
  const epochs = findings[0]?.curves?.[0]?.points.map(({ epoch }) => epoch) ?? [];
  const stride = Math.max(1, Math.ceil((epochs.length - 1) / (LINES - 1)));
  const shown = epochs.filter((_, k) => k % stride === 0 || k === epochs.length - 1);
  return {
    head: ["epoch", ...findings.map(({ quantity }) => quantity)],
    rows: shown.map((epoch) => [String(epoch), ...findings.map((finding) => medianAt(finding, epoch))]),
  };
}
