import type { Report } from "../experiments/reproduce.ts";
import type { Finding, RowReport } from "../experiments/rowReport.ts";
import { MINI_BATCH_BELOW } from "../experiments/target.ts";
import { coverageOfRange, outsideOfRange } from "../statistics/predictionInterval.ts";
import { curvesTable } from "./curvesTable.ts";
import { heatMarkdown, heatText } from "./heatText.ts";
import { shortNumber, type Table, toMarkdown } from "./table.ts";
import { toText } from "./text/toText.ts";
import { verdicts } from "./verdicts.ts";

// Rounded down, since it follows "at least".
const percent = (x: number) => `${Math.floor(100 * x)}%`;

function publishedText({ published }: Finding): string {
  if (!published) return "-";
  return "value" in published ? shortNumber(published.value) : published.words;
}

function oursText({ interval }: Finding): string {
  if (!interval) return "-";
  const { median, min, max } = interval;
  return min === max ? shortNumber(median) : `${shortNumber(median)}\n[${shortNumber(min)}, ${shortNumber(max)}]`;
}

/** From here on a value outside of all seeds says something. */
const TOLD = 0.05;

/** What it means that a value lies outside of all seeds. */
const outside = (seeds: number, p: number) => (p > TOLD ? `${seeds} seeds cannot tell` : `p = ${p.toFixed(3)}`);

function whereText({ published, placement, inRange, interval }: Finding, quick: boolean): string {
  if (!published || !interval) return "-";
  const seeds = interval.seeds;
  if (placement) {
    const { below, equal, above, p } = placement;
    if (equal === seeds) return `equal to all ${seeds}`;
    if (below === seeds) return `above all ${seeds} (${outside(seeds, p)})`;
    if (above === seeds) return `below all ${seeds} (${outside(seeds, p)})`;
    return `inside: ${below} lower, ${equal} equal, ${above} higher`;
  }
  const [low, high] = "range" in published ? published.range : [0, 0];
  const range = high === Number.MAX_VALUE ? `>= ${shortNumber(low)}` : `in [${shortNumber(low)}, ${shortNumber(high)}]`;
  return `${inRange} of ${seeds} seeds ${range}${quick ? ", runs shortened" : ""}`;
}

const runText = ({ source, label }: RowReport, quick: boolean) => `${source}\n${label}${quick ? "\n(shortened)" : ""}`;

/**
 * What came out of every row, beside what was published.
 *
 * @param rows of the report
 * @param quick whether its runs were shortened, which every row says: published values are of full runs
 */
export function resultTable(rows: readonly RowReport[], quick: boolean): Table {
  return {
    head: ["run", "quantity", "published", "ours: median\n[min, max]", "seeds", "where the published\nvalue falls"],
    rows: rows.flatMap((row) =>
      row.findings.map((finding, k) => [
        k === 0 ? runText(row, quick) : "",
        finding.quantity,
        publishedText(finding),
        oursText(finding),
        String(finding.values.length),
        whereText(finding, quick),
      ]),
    ),
  };
}

/** What the ranges over the seeds mean. */
export const intervalNotes = (rows: readonly RowReport[]): string[] =>
  [...new Set(rows.flatMap(({ findings }) => findings.map(({ values }) => values.length)))]
    .sort((a, b) => b - a)
    .map((k) =>
      k < 2
        ? "One seed gives no interval."
        : `With ${k} seeds, [min, max] holds one further seed with probability at least ${percent(coverageOfRange(k))}; a single value outside of it: ${outside(k, outsideOfRange(k))}.`,
    );

const everyValue = (rows: readonly RowReport[]): string[] =>
  rows.flatMap(({ target, label, findings }) =>
    findings.map(
      ({ quantity, values }) =>
        `${target}, ${label}, ${quantity}: ${values.map(({ seed, value }) => `${shortNumber(value)} (seed ${seed})`).join(", ")}`,
    ),
  );

/** Seeds that left the finite numbers, a sentence each. */
export const divergences = (rows: readonly RowReport[]): string[] =>
  rows.flatMap(({ target, label, diverged }) =>
    diverged.map(
      ({ seed, step, metric, advice }) =>
        `${target}, ${label}, seed ${seed} diverged at step ${step}: ${metric} is not finite; ${advice}.`,
    ),
  );

function compose(
  report: Report,
  draw: (table: Table) => string,
  heading: (text: string) => string,
  item: string,
): string {
  const { rows } = report;
  const list = (lines: string[]) => lines.map((line) => `${item}${line}`).join("\n");
  const diverged = divergences(rows);
  const curves = rows.filter(({ findings }) => findings.some((finding) => finding.curves));
  return [
    draw(resultTable(rows, report.quick)),
    list(intervalNotes(rows)),
    ...(diverged.length > 0 ? [heading("Diverged"), list(diverged)] : []),
    ...curves.flatMap((row) => [
      heading(`${row.source}, ${row.label}: medians over the epochs`),
      draw(curvesTable(row)),
    ]),
    heading("Every value"),
    list(everyValue(rows)),
  ].join("\n\n");
}

/**
 * A report of `reproduce` for people: what it says in words, then the tables.
 *
 * @param report of `reproduce`
 * @param width of a line (default: no limit)
 * @returns text
 */
export const reproduceText = (report: Report, width = Infinity): string =>
  [
    ...(report.rows.length > 0 ? [rowsText(report, width)] : []),
    ...(report.maps ?? []).map((map) => heatText(map, width)),
  ].join("\n\n");

const rowsText = (report: Report, width: number): string =>
  [
    "In words (medians over the seeds; fresh examples are the test, a coin is wrong on 50%):",
    ...verdicts(report).map((sentence) => `  ${sentence}`),
    "",
    compose(
      report,
      (table) => toText(table, width),
      (text) => text,
      "  ",
    ),
  ].join("\n");

/** The same report in Markdown, under a heading that says what was run. */
export function reproduceMarkdown(report: Report): string {
  const { rows, seeds, miniBatchSeeds, quick, testSize, engine, maps = [] } = report;
  const heat = maps.map(heatMarkdown).join("\n\n");
  if (rows.length === 0) {
    const names = maps.map(({ name }) => name).join(", ");
    return `# adamcheck reproduce: ${names}\n\n${quick ? "Quick" : "Full"} runs. Engine ${engine.name} ${engine.version}.\n\n${heat}\n`;
  }
  const targets = [...new Set(rows.map(({ target }) => target))].join(", ");
  const runs = `Seeds ${seeds.join(", ")}; of the rows with b < ${MINI_BATCH_BELOW}: ${miniBatchSeeds.join(", ")}.`;
  const epochs = [...new Set(rows.map((row) => row.epochs))].join(" or ");
  const length = `${quick ? "Quick" : "Full"} runs: ${epochs} epochs, test set ${testSize}.`;
  const heading = `# adamcheck reproduce: ${targets}\n\n${runs} ${length} Engine ${engine.name} ${engine.version}.`;
  const parts = [heading, compose(report, toMarkdown, (text) => `## ${text}`, "- "), ...(heat === "" ? [] : [heat])];
  return `${parts.join("\n\n")}\n`;
}
