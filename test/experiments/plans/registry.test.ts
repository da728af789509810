import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NAMED_PLANS, namedPlan } from "../../../src/experiments/plans/registry.ts";
import { COLUMNS } from "../../../src/experiments/sweep/columns.ts";
import { jobAt, parsePlan, pointCount } from "../../../src/experiments/sweep/plan.ts";
import { jobOf } from "../../../src/experiments/target.ts";
import { table1 } from "../../../src/experiments/targets/table1.ts";
import { table2 } from "../../../src/experiments/targets/table2.ts";
import type { Run } from "../../../src/sim/run.ts";

/** What of a run decides where it ends. */
const training = ({ setting, network, optimizer, batchSize, epochs, seed }: Run) => ({
  ...{ setting, network, optimizer, batchSize, epochs, seed },
});

const runsOf = (name: string, quick: boolean) => {
  const plan = namedPlan(name, quick);
  return Array.from({ length: pointCount(plan) }, (_, point) => jobAt(plan, point).run);
};

describe("named plans", () => {
  it.each(NAMED_PLANS.flatMap(({ name }) => [true, false].map((quick) => [name, quick] as const)))(
    "%s (quick: %s) has valid runs, each once, recorded at the end, with b1^2 < b2",
    (name, quick) => {
      const runs = runsOf(name, quick);
      expect(new Set(runs.map((run) => JSON.stringify(run))).size).toBe(runs.length);
      for (const { recordEvery, epochs, optimizer } of runs) {
        expect(recordEvery).toBe(epochs);
        const [b1, b2] = optimizer.betas as [number, number];
        expect(b1 * b1).toBeLessThan(b2);
      }
    },
  );

  it.each([true, false])("contain the runs of [T25] Tables 1 and 2 (quick: %s)", (quick) => {
    const published = [...table1.rows, ...table2.rows].map((row) => {
      const job = jobOf(row, 1, quick);
      return training((job as { run: Run }).run);
    });
    for (const name of ["batch-size", "betas"]) {
      expect(runsOf(name, quick).map(training)).toEqual(expect.arrayContaining(published));
    }
    const mini = published.filter(({ batchSize }) => batchSize === 2);
    expect(runsOf("weight-decay", quick).map(training)).toEqual(expect.arrayContaining(mini));
  });

  // [T25] D.3: b1 in {0, 0.5, 0.9}, b2 in {0.5, 0.9, 0.95}; 0.9^2 = 0.81 > 0.5 leaves 8, and (0.9, 0.99) makes 9.
  it.each(["betas-batch", "betas-decay"])("%s has the printed pairs (b1, b2), and no other", (name) => {
    const pairs = new Set(runsOf(name, false).map(({ optimizer }) => JSON.stringify(optimizer.betas)));
    const printed = [0, 0.5, 0.9].flatMap((b1) => [0.5, 0.9, 0.95].map((b2) => [b1, b2] as const));
    const valid = [...printed.filter(([b1, b2]) => b1 * b1 < b2), [0.9, 0.99]];
    expect(valid).toHaveLength(9);
    expect([...pairs].toSorted()).toEqual(valid.map((pair) => JSON.stringify(pair)).toSorted());
  });

  it("betas-decay has the printed weight decays of each optimizer, betas-batch the sizes of batch-size", () => {
    const seen = (name: string, of: (run: Run) => number, optimizer: string) => [
      ...new Set(runsOf(name, false).flatMap((run) => (run.optimizer.name === optimizer ? [of(run)] : []))),
    ];
    const decay = ({ optimizer }: Run) => optimizer.weightDecay;
    // [T25] D.1: from 1e-1 to 5e-7 by 1 and 5, and from 5e-1 to 1e-4.
    const oneAndFive = (from: number, to: number) =>
      ["1e-7", "1e-6", "1e-5", "1e-4", "1e-3", "1e-2", "1e-1"]
        .flatMap((power) => [Number(power), Number(power.replace("1e", "5e"))])
        .filter((lambda) => lambda >= from && lambda <= to)
        .toReversed();
    expect(seen("betas-decay", decay, "adam")).toEqual(oneAndFive(5e-7, 1e-1));
    expect(seen("betas-decay", decay, "adamw")).toEqual(oneAndFive(1e-4, 5e-1));
    const size = ({ batchSize }: Run) => batchSize as number;
    for (const optimizer of ["adam", "adamw"]) {
      expect(seen("betas-batch", size, optimizer)).toEqual(seen("batch-size", size, optimizer));
    }
  });

  it("betas and its kept results are left as they were", () => {
    const kept = JSON.parse(readFileSync(new URL("../../../docs/results/plans/betas.json", import.meta.url), "utf8"));
    const { seeds, ...plan } = namedPlan("betas", true) as unknown as { seeds: unknown };
    const { seeds: _, ...old } = parsePlan(kept) as unknown as { seeds: unknown };
    expect(plan).toEqual(old);
  });

  it("are shown by columns that exist", () => {
    const columns = COLUMNS.map(({ name }) => name);
    for (const { by } of NAMED_PLANS) expect(columns).toEqual(expect.arrayContaining([...by]));
  });

  it("are refused under another name", () => {
    expect(() => namedPlan("fig1", false)).toThrow(
      /plan must be one of batch-size, weight-decay, betas, betas-batch, betas-decay, but is "fig1"/,
    );
  });
});
