import type { HeatReport } from "../experiments/heat/report.ts";
import { shortNumber } from "./table.ts";

/** Signs of rising error: from one in ten or less to half. */
const SHADES = " .:-=+*#%@";

const shadeOf = (error: number | null): string =>
  error === null
    ? "!"
    : (SHADES[Math.min(SHADES.length - 1, Math.max(0, Math.floor((error - 0.05) / 0.05)))] as string);

/** Columns and rows that are shown at most. */
const WIDEST = 100;
const HIGHEST = 20;

const thinned = (count: number, most: number): number[] => {
  const step = Math.ceil(count / most);
  return Array.from({ length: Math.ceil(count / step) }, (_, k) => k * step);
};

/** The map in characters, the largest row on top; a bar where the error passes the cut. */
function pictureOf({ rows, columns, testError, boundary }: HeatReport, width: number): string[] {
  const names = rows.values.map(shortNumber);
  const room = Math.max(...names.map((name) => name.length));
  const across = thinned(columns.values.length, Math.max(10, Math.min(WIDEST, width - room - 6)));
  const lines = thinned(rows.values.length, HIGHEST)
    .reverse()
    .map((row) => {
      const at = boundary[row];
      const signs = across.map((column, k) => {
        const [here, next] = [columns.values[column] as number, columns.values[across[k + 1] ?? -1]];
        const passes = at !== null && at !== undefined && here <= at && next !== undefined && at < next;
        return passes ? "|" : shadeOf(testError[row]?.[column] ?? null);
      });
      return `  ${(names[row] as string).padStart(room)} ${signs.join("")}`;
    });
  const ends = [columns.values[0], columns.values[across.at(-1) as number]].map((value) =>
    shortNumber(value as number),
  );
  const gap = " ".repeat(Math.max(1, across.length - (ends[0] as string).length - (ends[1] as string).length));
  return [...lines, `  ${" ".repeat(room)} ${ends[0]}${gap}${ends[1]}`];
}

/** What came of its boundary, a sentence each. */
export function heatSentences(report: HeatReport): string[] {
  const { rows, columns, cut, exponent, claimed, claimedAgrees, published, boundary, diverged } = report;
  const { ofMean, factor, interval } = exponent;
  const known = boundary.filter((at) => at !== null).length;
  if (ofMean === null) return [`The error passes ${cut} inside the grid in ${known} rows: too few for an exponent.`];
  const of = interval
    ? `; single replicates: median ${shortNumber(interval.median)}, ${(100 * interval.coverage).toFixed(1)}% interval ${shortNumber(interval.low)} to ${shortNumber(interval.high)} (${interval.seeds} replicates)`
    : "";
  return [
    `The error passes ${cut} at ${columns.name} = C ${rows.name}^${shortNumber(ofMean)}, fitted over ${known} rows${of}.`,
    ...(claimed && factor !== null
      ? [
          `Claimed: ${claimed.formula}, that is ${columns.name} = C ${rows.name}^${shortNumber(claimed.exponent)}; its nearest curve has C = ${shortNumber(factor)} and puts ${shortNumber(100 * (claimedAgrees as number))}% of the cells on the right side.`,
        ]
      : []),
    ...(published
      ? [
          `Published: ${published.source}: exponent ${shortNumber(published.exponent)}, boundary ${published.boundary.map(([row, at]) => `${shortNumber(at)} at ${rows.name} = ${row}`).join(", ")}.`,
        ]
      : []),
    ...(diverged > 0 ? [`${diverged} runs left the finite numbers.`] : []),
  ];
}

/**
 * A heat map for people: a picture in characters, then what came of its boundary.
 *
 * @param report of `runHeat`
 * @param width of a line (default: no limit)
 * @returns text
 */
export function heatText(report: HeatReport, width = Infinity): string {
  const { title, source, rows, columns, replicates, testSize, readings, quick } = report;
  return [
    `${report.name}: ${title} (${source})`,
    `${rows.name} upwards, ${columns.name} to the right; mean test error of ${replicates} runs a cell, ${testSize} fresh examples each: blank below 10%, @ at 50%, | where it passes ${report.cut}${quick ? "; a coarse grid for a first look" : ""}`,
    "",
    ...pictureOf(report, width),
    "",
    ...heatSentences(report).map((sentence) => `  ${sentence}`),
    "  Readings:",
    ...readings.map((reading) => `  - ${reading}`),
  ].join("\n");
}

/** The same in Markdown, under a heading. */
export function heatMarkdown(report: HeatReport): string {
  const { name, title, source, rows, columns, replicates, testSize, readings, boundary } = report;
  return [
    `## ${name}: ${title}`,
    `${source}. ${rows.values.length} x ${columns.values.length} cells over ${rows.name} and ${columns.name}, ${replicates} runs each, ${testSize} fresh examples${report.quick ? "; a coarse grid for a first look" : ""}.`,
    ...heatSentences(report),
    ["```", ...pictureOf(report, WIDEST), "```"].join("\n"),
    `Boundary: ${boundary.map((at, k) => `${at === null ? "-" : shortNumber(at)} (${rows.name} = ${shortNumber(rows.values[k] as number)})`).join(", ")}.`,
    `Readings: ${readings.join("; ")}.`,
  ].join("\n\n");
}
