import type { Report } from "../../experiments/reproduce.ts";
import type { Finding, RowReport } from "../../experiments/rowReport.ts";
import { escape } from "./escape.ts";
import { latexTable, type PaperTable, type Place } from "./latexTable.ts";
import { latexInterval, latexNumber } from "./number.ts";
import { latexWords } from "./words.ts";

function publishedText({ published }: Finding): string {
  if (!published) return "--";
  return "value" in published ? latexNumber(published.value) : latexWords(published.words);
}

function oursText({ interval }: Finding): string {
  if (!interval) return "--";
  const { median, min, max } = interval;
  return min === max ? latexNumber(median) : `${latexNumber(median)} ${latexInterval(min, max)}`;
}

/** Where the published value falls among the seeds. */
function whereText({ published, placement, inRange, interval }: Finding): string {
  if (!published || !interval) return "--";
  if (!placement) return `$${inRange}$ of $${interval.seeds}$ in the range`;
  const { below, equal, above, p } = placement;
  if (equal === interval.seeds) return "equal to all";
  if (below === interval.seeds) return `above all ($p = ${Number(p.toPrecision(2))}$)`;
  if (above === interval.seeds) return `below all ($p = ${Number(p.toPrecision(2))}$)`;
  return `$${below}$ lower, $${equal}$ equal, $${above}$ higher`;
}

/** A table of one target. */
function tableOf(target: string, rows: readonly RowReport[], { quick }: Report): PaperTable {
  const [first] = rows;
  const shortened = quick ? " Our runs are shortened, the published ones are not." : "";
  return {
    caption: `${escape(`${first?.source}: ${first?.title}`)}, beside our runs: median over the seeds, with least and greatest where they differ, and how many seeds lie below the published value, at it and above it.${shortened}`,
    label: `tab:${target}`,
    head: ["Run", "Quantity", "Published", "Ours", "Seeds", "Published among ours"],
    rows: rows.flatMap((row) =>
      row.findings.map((finding, k) => [
        k === 0 ? latexWords(row.label) : "",
        latexWords(finding.quantity),
        publishedText(finding),
        oursText(finding),
        latexNumber(finding.values.length),
        whereText(finding),
      ]),
    ),
  };
}

/**
 * A report of `reproduce` as tables for a paper, one a target.
 *
 * @param report of `reproduce`
 * @param place of the tables
 * @returns LaTeX
 */
export function reproduceLatex(report: Report, place: Place): string {
  const targets = [...new Set(report.rows.map(({ target }) => target))];
  return targets
    .map((target) =>
      latexTable(
        tableOf(
          target,
          report.rows.filter((row) => row.target === target),
          report,
        ),
        place,
      ),
    )
    .join("\n");
}
