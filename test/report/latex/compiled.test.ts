import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkLatex } from "../../../proofs-check/report/latex.ts";
import { thresholds } from "../../../src/library/thresholds.ts";
import { latexTable, type PaperTable, type Place } from "../../../src/report/latex/latexTable.ts";
import { reproduceLatex } from "../../../src/report/latex/reproduceLatex.ts";
import { summaryLatex } from "../../../src/report/latex/summaryLatex.ts";
import { thresholdsLatex } from "../../../src/report/latex/thresholdsLatex.ts";
import { newFolder } from "../../helpers/newFolder.ts";
import { everyClaim, someReport, someSummary } from "../../helpers/paperTables.ts";

const noLatex =
  spawnSync("pdflatex", ["--version"]).status === 0
    ? undefined
    : "there is no pdflatex (apt-get install texlive-latex-extra)";
if (noLatex) console.warn(`tables for papers are not compiled: ${noLatex}`);

const WIDTH: Readonly<Record<Place, string>> = { text: "5.5in", column: "3.25in" };

/** What LaTeX says of a table that stands alone in a paper, with the packages that its comment names and no other. */
function logOf(table: string, place: Place): string {
  const folder = newFolder();
  const packages = [...new Set(table.match(/(?<=^% )\\usepackage.*$/gm))];
  const geometry = `\\usepackage[letterpaper,textwidth=${WIDTH[place]},textheight=9in]{geometry}`;
  const lines = ["\\documentclass{article}", geometry, ...packages, "\\begin{document}", table, "\\end{document}"];
  writeFileSync(join(folder, "paper.tex"), lines.join("\n"));
  // Twice: references and the widths of long tables are there the second time.
  const options = { cwd: folder, encoding: "utf8" } as const;
  const words = ["-interaction=nonstopmode", "-halt-on-error", "paper.tex"];
  execFileSync("pdflatex", words, options);
  return execFileSync("pdflatex", words, options).replaceAll(/\n(?=[^(!\\])/g, " ");
}

const wide: PaperTable = {
  ...{ caption: "Too many columns.", label: "tab:wide" },
  head: Array.from({ length: 24 }, (_, k) => `Column ${k}`),
  rows: [1, 2].map((row) => Array.from({ length: 24 }, (_, k) => `$${1000 * row + k}$`)),
};

describe.each(["text", "column"] as const)("a table for a %s", (place) => {
  let rows: Awaited<ReturnType<typeof thresholds>>;
  let family: typeof rows;
  beforeAll(async () => {
    rows = await thresholds({ preset: "paper" });
    family = await thresholds({ family: true, n: [64, 256, 1024], D: "6", q: [3, 4] });
  });

  it.each([
    ["thresholds of a preset", () => thresholdsLatex(rows, place)],
    ["thresholds of a family, longer than a page", () => thresholdsLatex(family, place)],
    ["every claim, and its statement", () => checkLatex(everyClaim(), place)],
    ["a summary", () => summaryLatex(someSummary(), place)],
    ["a report of reproduce", () => reproduceLatex(someReport(), place)],
    ["more columns than there is room for", () => latexTable(wide, place)],
  ])("%s compiles, and no box is too full", (_, table) => {
    const text = table();
    expect(text).toMatch(/\\caption\{.+\}\\label\{tab:\w+\}/);
    if (noLatex) return;
    const log = logOf(text, place);
    expect(log.match(/Overfull \\hbox[^!(]*\([^)]*\)|Float too large[^(]*|undefined references/g) ?? []).toEqual([]);
  });
});
