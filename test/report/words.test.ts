import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { CONDITIONS } from "../../src/bounds/hypotheses/hypotheses.ts";
import { THRESHOLDS } from "../../src/bounds/thresholds/thresholdKinds.ts";
import { coverage } from "../../src/library/coverage.ts";
import { family } from "../../src/library/family.ts";
import { presets } from "../../src/library/presets.ts";
import { simulate } from "../../src/library/simulate.ts";
import { thresholds } from "../../src/library/thresholds.ts";
import { coverageText } from "../../src/report/coverageText.ts";
import { familyText } from "../../src/report/familyText.ts";
import { presetsText } from "../../src/report/presetsText.ts";
import { reproduceText } from "../../src/report/reproduceReport.ts";
import { summaryText } from "../../src/report/summaryText.ts";
import { fold } from "../../src/report/text/fold.ts";
import { thresholdsText } from "../../src/report/thresholdsText.ts";
import { trajectoryText } from "../../src/report/trajectoryText.ts";
import { someReport, someSummary } from "../helpers/paperTables.ts";

const run = await simulate({
  preset: "tiny",
  optimizer: { name: "adam", lr: 0.02 },
  batchSize: 2,
  epochs: 30,
  testSize: 50,
});
const rows = await thresholds({ preset: "paper" });
const TEXTS: Readonly<Record<string, (width: number) => string>> = {
  presets: (width) => presetsText(presets(), width),
  simulate: (width) => trajectoryText(run, width),
  thresholds: (width) => thresholdsText(rows, width),
  family: (width) => familyText(family({ n: [64, 128] }), width),
  coverage: (width) => coverageText(coverage({ D: "6", q: 3 }).maps, width),
  summary: (width) => summaryText(someSummary(), width),
  reproduce: (width) => reproduceText(someReport(), width),
};
/** What is copied stays on one line. */
const isCommand = (line: string) => /^ *adamcheck /.test(line);

describe.each(Object.entries(TEXTS))("what %s prints", (_, text) => {
  test.prop([fc.integer({ min: 20, max: 220 })], { numRuns: 25 })("fits any width", (width) => {
    for (const line of fold(text(width), width).split("\n")) {
      if (!isCommand(line)) expect(line.length).toBeLessThanOrEqual(width);
    }
  });
});

describe("words", () => {
  it("presets, the first command of README, needs 80 columns and no table is folded in them", () => {
    const lines = presetsText(presets(), 80).split("\n");
    expect(lines.filter((line) => line.startsWith("│"))).toHaveLength(1 + Object.keys(presets()).length);
    expect(lines.join("\n")).toMatch(/labels +how labels are drawn: balanced, rademacher in disjoint$/m);
  });

  it("simulate says what came of it, with its numbers and what decides, before its table", () => {
    const [answer, errors, because] = trajectoryText(run).split("\n");
    expect(answer).toMatch(/^This network (has|does|lies)/);
    expect(errors).toMatch(/^It is wrong on \d+(\.\d)?% of its training examples and on \d+(\.\d)?% of fresh ones\.$/);
    expect(because).toContain("noise that it has never seen");
    // Results of earlier versions have no fresh noise.
    const { freshNoise: _, ...final } = run.final;
    const old = { ...run, final, history: run.history.map(({ freshNoise: __, ...moment }) => moment) };
    expect(trajectoryText(old)).not.toMatch(/fresh noise|never seen/);
  });

  it("thresholds explains every threshold that it shows, and no other", () => {
    const text = thresholdsText(rows.filter(({ optimizer }) => optimizer === "adamw"));
    for (const { optimizer, about } of THRESHOLDS) expect(text.includes(about)).toBe(optimizer === "adamw");
  });

  it("family counts the conditions that hold", () => {
    expect(familyText(family({ n: [64, 128] }))).toMatch(
      new RegExp(`^Of the proofs' ${CONDITIONS.length} conditions hold: \\d+ at n = 64, \\d+ at n = 128\\.\n`),
    );
  });

  it("summary gives shares in percent, rounded outward, and the level of the medians' intervals once", () => {
    const text = summaryText(someSummary());
    // Clopper-Pearson of 1 of 20: 0.00127 to 0.2487.
    expect(text).toContain("│ 5% [0, 25] ");
    expect(text).toContain("The interval of a median test error has level 95.86%");
  });

  it("reproduce begins with what it says in words", () => {
    expect(reproduceText(someReport())).toMatch(/^In words \([^\n]+\n {2}Adam, lambda=1e-5, b=100: wrong on /);
  });
});
