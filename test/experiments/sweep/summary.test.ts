import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { clopperPearson } from "../../../src/bounds/clopperPearson.ts";
import { openJournal } from "../../../src/experiments/journal/journal.ts";
import { summary } from "../../../src/experiments/sweep/summary.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";
import { summaryTable } from "../../../src/report/summaryTable.ts";
import { parseRun } from "../../../src/sim/run.ts";
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
    expect(rows[0]?.testError).toEqual({ median: 0 });
  });

  it("refuses a column that there is not", () => {
    expect(() => summary(folder, ["batchsize"])).toThrow(/^--by must name columns out of .*, but names "batchsize"/);
  });

  it("is drawn with count, share and interval", () => {
    const by = ["batchSize", "seed"];
    const { head, rows } = summaryTable(summary(folder, by), by);
    expect(head).toEqual([
      "batchSize",
      "seed",
      "runs",
      "failed",
      "fits",
      "generalizes",
      "memorizes",
      "diverges",
      "median test error",
    ]);
    expect(rows[0]?.slice(0, 5)).toEqual(["2", "1", "1", "0", "1: 1 [0.025, 1]"]);
    expect(rows.at(-1)?.slice(2)).toEqual(["0", "1", "-", "-", "-", "-", "-"]);
  });
});
