import { describe, expect, it } from "vitest";
import { NAMED_PLANS, namedPlan } from "../../../src/experiments/plans/registry.ts";
import { COLUMNS } from "../../../src/experiments/sweep/columns.ts";
import { jobAt, pointCount } from "../../../src/experiments/sweep/plan.ts";
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

  it("are shown by columns that exist", () => {
    const columns = COLUMNS.map(({ name }) => name);
    for (const { by } of NAMED_PLANS) expect(columns).toEqual(expect.arrayContaining([...by]));
  });

  it("are refused under another name", () => {
    expect(() => namedPlan("fig1", false)).toThrow(
      /--plan must be one of batch-size, weight-decay, betas, but is "fig1"/,
    );
  });
});
