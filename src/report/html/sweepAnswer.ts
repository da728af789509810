import { EVENTS } from "../../experiments/sweep/events.ts";
import type { SummaryRow } from "../../experiments/sweep/summary.ts";
import { shortNumber } from "../table.ts";
import { several } from "./several.ts";

/** "fits" of several runs. */
const plural = (verb: string) => verb.replace(/s$/, "");

function endsText({ runs, frequencies }: SummaryRow): string {
  const told = EVENTS.flatMap(({ name }) => {
    const found = frequencies[name];
    return found && (found.count > 0 || name !== "diverges")
      ? [`${found.count} ${found.count === 1 ? name : plural(name)}`]
      : [];
  });
  return `Of ${several(runs, "run")} ${told.join(", ")}.`;
}

const placeText = ({ at }: SummaryRow, by: readonly string[]) =>
  by.map((name, k) => `${name} ${typeof at[k] === "number" ? shortNumber(at[k]) : at[k]}`).join(", ");

/** Where the median test error is least and where it is largest. */
function rangeText(rows: readonly SummaryRow[], by: readonly string[]): string {
  const median = ({ testError }: SummaryRow) => testError?.median ?? Number.NaN;
  const known = rows.filter(({ testError }) => testError !== null).sort((a, b) => median(a) - median(b));
  const [least, most] = [known[0], known.at(-1)];
  if (!least || !most) return "";
  if (median(least) === median(most)) return ` The median test error is ${shortNumber(median(least))} throughout.`;
  return ` The median test error goes from ${shortNumber(median(least))} (${placeText(least, by)}) to ${shortNumber(median(most))} (${placeText(most, by)}).`;
}

/**
 * What came out of a sweep, in two sentences.
 *
 * @param total the summary of all runs in one row; undefined where there is none
 * @param rows the summary by what was varied
 * @param by the columns of that
 * @returns how runs end, and where they err least and most
 */
export const sweepAnswer = (
  total: SummaryRow | undefined,
  rows: readonly SummaryRow[],
  by: readonly string[],
): string =>
  total && total.runs > 0 ? `${endsText(total)}${by.length > 0 ? rangeText(rows, by) : ""}` : "No run has an outcome.";
