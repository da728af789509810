import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runJob } from "../../../src/experiments/job.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { spread } from "../../../src/experiments/sweep/spread.ts";
import { sweep } from "../../../src/experiments/sweep/sweep.ts";
import { engineNamed } from "../../../src/sim/engines/registry.ts";

const folder = mkdtempSync(join(tmpdir(), "spread-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("tells mean and deviation of the test errors that were recorded", async () => {
  const engine = engineNamed("wasm");
  const errors = new Map<number, number[]>();
  await sweep({
    plan: parsePlan({
      base: { preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, epochs: 1, testSize: 50 },
      axes: { batchSize: [6, 1] },
      seeds: "1-3",
    }),
    ...{ folder, engine, workers: 1 },
    execute: async (tasks, { onFinished }) => {
      for (const { index, job } of tasks) {
        const outcome = runJob(job, { engine });
        if (job.kind === "trial" && "final" in outcome)
          errors.set(job.run.batchSize ?? 0, [...(errors.get(job.run.batchSize ?? 0) ?? []), outcome.final.testError]);
        onFinished(index, outcome);
      }
    },
  });
  const rows = spread(folder, ["batchSize"]);
  expect(rows.map(({ at }) => at)).toEqual([[1], [6]]);
  for (const { at, seeds, mean, deviation } of rows) {
    const [a, b, c] = errors.get(at[0] as number) as [number, number, number];
    expect(seeds).toBe(3);
    expect(mean).toBeCloseTo((a + b + c) / 3, 14);
    // sum over pairs of (x - y)^2 is 3 times the sum of squares about the mean, which is over k - 1 = 2.
    expect(deviation).toBeCloseTo(Math.sqrt(((a - b) ** 2 + (b - c) ** 2 + (c - a) ** 2) / 6), 14);
  }
});
