import { THRESHOLDS } from "../bounds/thresholds/thresholdKinds.ts";
import type { ThresholdRow } from "../bounds/thresholds/thresholds.ts";
import { toText } from "./text/toText.ts";
import { thresholdsTable } from "./thresholdsTable.ts";

/**
 * Thresholds of weight decay for people: the table, and what its words mean.
 *
 * @param rows as `thresholds` gives them
 * @param width of a line (default: no limit)
 * @returns text
 */
export function thresholdsText(rows: readonly ThresholdRow[], width = Infinity): string {
  const kinds = THRESHOLDS.filter((kind) =>
    rows.some(({ threshold, optimizer }) => threshold === kind.name && optimizer === kind.optimizer),
  );
  const column = Math.max(...kinds.map(({ name }) => name.length));
  const trained = rows.some(({ empirical }) => empirical !== undefined);
  return [
    toText(thresholdsTable(rows), width),
    "",
    "Thresholds are weight decays:",
    ...kinds.map(({ name, about }) => `  ${name.padEnd(column)}  ${about}`),
    "",
    `  ${"order".padEnd(column)}  how it grows with n in the theorems' scaling, d = n^D; constants left out`,
    `  ${"explicit".padEnd(column)}  its value at this n: of half of all starts (5% to 95% of them); without brackets, of all`,
    ...(trained
      ? [
          `  ${"empirical".padEnd(column)}  what training finds: median over seeds (its interval; seeds, and the interval's level)`,
        ]
      : []),
    "",
  ].join("\n");
}
