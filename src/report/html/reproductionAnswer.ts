import type { Finding, RowReport } from "../../experiments/rowReport.ts";
import { shortNumber } from "../table.ts";

interface Placed {
  readonly row: RowReport;
  readonly finding: Finding;
}

/** Whether a published value lies within what our seeds gave; undefined where nothing can be compared. */
function agrees({ placement, inRange, interval }: Finding): boolean | undefined {
  if (!interval) return undefined;
  if (placement) return placement.below < interval.seeds && placement.above < interval.seeds;
  return inRange === undefined ? undefined : 2 * inRange >= interval.seeds;
}

function asideText({ row, finding: { quantity, published, interval, values } }: Placed): string {
  const said = published && ("value" in published ? shortNumber(published.value) : published.words);
  const ours = interval
    ? `${shortNumber(interval.median)} [${shortNumber(interval.min)}, ${shortNumber(interval.max)}]`
    : "none";
  return `${row.source}, ${row.label}, ${quantity}: published ${said}, ours ${ours} over ${values.length} seeds`;
}

/**
 * How many of the published values our runs confirm, and which they do not.
 *
 * @param rows of a report of `reproduce`
 * @returns two sentences
 */
export function reproductionAnswer(rows: readonly RowReport[]): string {
  const all = rows.flatMap((row) => row.findings.map((finding) => ({ row, finding })));
  const placed = all.filter(({ finding }) => agrees(finding) !== undefined);
  const others = placed.filter(({ finding }) => agrees(finding) === false);
  if (placed.length === 0) return "No published value can be placed among ours.";
  const count = `${placed.length - others.length} of ${placed.length} published values agree with our seeds: a number lies in their range, a statement is true of half of them or more.`;
  return others.length === 0 ? count : `${count} Not so: ${others.map(asideText).join("; ")}.`;
}
