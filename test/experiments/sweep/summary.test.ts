import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openJournal } from "../../../src/experiments/journal/journal.ts";
import { repeats } from "../../../src/experiments/sweep/repeats.ts";
import { summary } from "../../../src/experiments/sweep/summary.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";
import { type Place } from "../../../src/report/latex/latexTable.ts";
import { summaryLatex } from "../../../src/report/latex/summaryLatex.ts";
import { repeatsText, summaryData, summaryTable } from "../../../src/report/summaryTable.ts";
import { summaryText } from "../../../src/report/summaryText.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { clopperPearson } from "../../../src/statistics/clopperPearson.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const config = (batchSize: number, seed: number) => ({
  level: "simulate" as const,
  ...parseRun({ preset: "tiny", optimizer: { name: "adam", lr: 0.1 }, batchSize, epochs: 2, seed }),
});
const trial = (batchSize: number, seed: number, trainError: number, testError: number, diverged = false) =>
  ({
    outcome: {
      config: config(batchSize, seed),
      engine: { name: "x", version: "1" },
      final: { trainError, testError },
      ...(diverged && { diverged: { step: 3, epoch: 1, metric: "trainLoss" } }),
    },
  }) as unknown as { outcome: Trial };

let folder: string;

beforeEach(() => {
  folder = newFolder();
  const journal = openJournal<Trial>(join(folder, "runs.ndjson"));
  // b = 2: two generalize (0.01 still does), one does not; b = 5: one memorizes (0.5 still does), one does not fit, one diverges, one has failed.
  const runs = [
    trial(5, 1, 0, 0.5),
    trial(2, 1, 0, 0),
    trial(2, 2, 0, 0.01),
    trial(2, 3, 0, 0.011),
    trial(5, 2, 0.1, 0.9),
    trial(5, 3, 0, 0, true),
  ];
  runs.forEach((run, k) => journal.add(`key${k}`, run));
  journal.add("key9", { failed: { reason: "it was tired", attempts: 2, config: config(5, 4) } });
  journal.close();
});

describe("summary of more than two classes", () => {
  const ofClasses = (classes: number, seed: number, testError: number) => {
    const { outcome } = trial(3, seed, 0, testError);
    return { outcome: { ...outcome, config: { ...outcome.config, setting: { ...outcome.config.setting, classes } } } };
  };
  const text = (by: string[]) => summaryText({ rows: summary(folder, by), by });

  it("measures them by guessing, and says so; of two nothing changes", () => {
    expect(text(["batchSize"])).toContain("\n  memorizes    fits, and test error at least 0.5\n");
    expect(summary(folder, []).map(({ classes }) => classes)).toEqual([undefined]);
    const journal = openJournal<Trial>(join(folder, "runs.ndjson"));
    [0.89, 0.9, 1].forEach((error, k) => journal.add(`ten${k}`, ofClasses(10, k, error)));
    journal.close();
    const [two, ten] = summary(folder, ["batchSize"]);
    expect([two?.classes, ten?.classes]).toEqual([undefined, [10]]);
    expect(ten?.frequencies.memorizes?.count).toBe(2);
    expect(summary(folder, [])[0]?.classes).toEqual([2, 10]);
    const words = "fits, and test error at least 0.5 or 0.9, as who guesses among 2 or 10 classes";
    for (const by of [[], ["batchSize"]]) expect(text(by)).toContain(words);
    expect(summaryLatex({ rows: summary(folder, []), by: [] }, {} as Place)).toContain(words);
  });
});

describe("summary", () => {
  it("counts what the runs of each group show, the failed ones apart", () => {
    const [two, five] = summary(folder, ["batchSize"]);
    expect([two?.at, two?.runs, two?.failed]).toEqual([[2], 3, 0]);
    expect([five?.at, five?.runs, five?.failed]).toEqual([[5], 3, 1]);
    const counts = (row: typeof two) =>
      Object.entries(row?.frequencies ?? {}).map(([name, found]) => [name, found?.count]);
    expect(counts(two)).toEqual([
      ["fits", 3],
      ["generalizes", 2],
      ["memorizes", 0],
      ["diverges", 0],
    ]);
    expect(counts(five)).toEqual([
      ["fits", 1],
      ["generalizes", 0],
      ["memorizes", 1],
      ["diverges", 1],
    ]);
    expect(two?.frequencies.generalizes).toEqual({ count: 2, ...clopperPearson(2, 3) });
  });

  it("gives the median test error of the runs that did not diverge", () => {
    const [two, five] = summary(folder, ["batchSize"]);
    expect(two?.testError).toMatchObject({ median: 0.01, low: 0, high: 0.011 });
    expect(five?.testError).toMatchObject({ median: 0.7, low: 0.5, high: 0.9 });
  });

  it("leaves runs that stop.diverged ended out of the median as well", () => {
    const journal = openJournal<Trial>(join(folder, "runs.ndjson"));
    const { outcome } = trial(3, 1, 0.5, 0.5);
    journal.add("key10", { outcome: { ...outcome, stopped: { rule: "diverged", epoch: 1, step: 3 } } });
    journal.close();
    expect(summary(folder, ["batchSize"])[1]).toMatchObject({ at: [3], runs: 1, testError: null });
  });

  it("sums up everything where no column is asked for, and each run where the seed is", () => {
    expect(summary(folder, [])).toMatchObject([{ at: [], runs: 6, failed: 1 }]);
    const rows = summary(folder, ["batchSize", "seed"]);
    expect(rows.map(({ at }) => at)).toEqual([
      [2, 1],
      [2, 2],
      [2, 3],
      [5, 1],
      [5, 2],
      [5, 3],
      [5, 4],
    ]);
    expect(rows.at(-1)).toMatchObject({ runs: 0, failed: 1, frequencies: { fits: null }, testError: null });
    expect(rows[0]?.testError).toEqual({ median: 0, low: null, high: null, coverage: null });
  });

  it("refuses a column that there is not", () => {
    expect(() => summary(folder, ["batchsize"])).toThrow(
      /^by must name columns out of .*, but names "batchsize"; did you mean "batchSize"\?$/,
    );
  });

  it("is drawn with count, share and interval", () => {
    const by = ["batchSize", "seed"];
    const { head, rows } = summaryTable(summary(folder, by), by);
    expect(head).toEqual([
      "batchSize",
      "seed",
      "runs",
      "seeds",
      "failed",
      "fits [95%]",
      "generalizes [95%]",
      "memorizes [95%]",
      "diverges [95%]",
      "median test error [interval]",
    ]);
    // One of one: the exact interval begins at 0.05/2 = 2.5%, and is rounded outwards.
    expect(rows[0]?.slice(0, 6)).toEqual(["2", "1", "1", "1", "0", "100% [2, 100]"]);
    expect(rows.at(-1)?.slice(2)).toEqual(["0", "0", "1", "-", "-", "-", "-", "-"]);
  });

  it("is written for programs with a number a cell, all of its digits, and nothing where there is none", () => {
    const { head, rows } = summaryData(summary(folder, ["batchSize"]), ["batchSize"]);
    const cell = (row: number, name: string) => rows[row]?.[head.indexOf(name)];
    const { low, high } = clopperPearson(2, 3);
    const names = [
      "batchSize",
      "runs",
      "seeds",
      "generalizes",
      "generalizesShare",
      "generalizesLow",
      "generalizesHigh",
    ];
    expect(names.map((name) => cell(0, name))).toEqual(["2", "3", "3", "2", String(2 / 3), String(low), String(high)]);
    expect([cell(0, "testErrorMedian"), cell(0, "testErrorCoverage")]).toEqual(["0.01", "0.75"]);
    const single = summaryData(summary(folder, ["seed"]), ["seed"]);
    expect(new Set([head, ...rows].map((row) => row.length))).toEqual(new Set([head.length]));
    // Seed 4 has failed alone.
    expect(single.rows.at(-1)).toEqual(["4", "0", "0", "1", ...Array(20).fill("")]);
  });

  it("refuses a column that is named twice", () => {
    expect(() => summary(folder, ["seed", "seed"])).toThrow('by must name a column once, but names "seed" twice');
  });

  it("refuses runs of another command, whose journal is called so too", () => {
    const other = newFolder();
    const journal = openJournal(join(other, "runs.ndjson"));
    journal.add("key", { outcome: { results: [] } });
    journal.close();
    expect(() => summary(other, [])).toThrow(
      `${other} must be the folder of a sweep, but its runs.ndjson is of another command, such as reproduce; name another`,
    );
  });
});

describe("intervals of a summary", () => {
  it("are left out where a seed is there twice, and what differs is told", () => {
    // Seeds 1 and 2 at b = 2 and at b = 5.
    const by: string[] = [];
    const [row] = summary(folder, by);
    expect(row).toMatchObject({ runs: 6, seeds: 3 });
    expect(row?.frequencies.fits).toEqual({ count: 4, share: 4 / 6, low: null, high: null });
    expect(row?.testError).toEqual({ median: 0.011, low: null, high: null, coverage: null });
    const found = repeats(folder, by);
    expect(found).toEqual({ columns: ["batchSize"], same: false });
    expect(repeatsText(summary(folder, by), found)).toBe(
      "intervals are left out of 1 of 1 row, where a seed is there more than once: its runs differ in batchSize, which --by may name",
    );
    expect(summaryTable(summary(folder, by), by).rows[0]?.[3]).toBe("67%");
  });

  it("are left out where one run is there under several keys, and only there", () => {
    const journal = openJournal<Trial>(join(folder, "runs.ndjson"));
    const { outcome } = trial(2, 3, 0, 0.011);
    journal.add("again", { outcome: { ...outcome, engine: { name: "y", version: "1" } } });
    journal.close();
    const [two, five] = summary(folder, ["batchSize"]);
    expect([two?.runs, two?.seeds, two?.frequencies.fits?.low]).toEqual([4, 3, null]);
    expect(five?.frequencies.fits).toEqual({ count: 1, ...clopperPearson(1, 3) });
    expect(repeats(folder, ["batchSize"])).toEqual({ columns: ["engine"], same: false });
    journal.add("once more", { outcome });
    journal.close();
    expect(repeats(folder, ["batchSize"])).toEqual({ columns: ["engine"], same: true });
    expect(repeatsText(summary(folder, ["batchSize"]), { columns: ["engine"], same: true })).toBe(
      "intervals are left out of 1 of 2 rows, where a seed is there more than once: its runs differ in engine, which --by may name, and the same run is there under several keys (another stop or record)",
    );
  });
});
