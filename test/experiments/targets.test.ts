import { describe, expect, it } from "vitest";
import { jobOf } from "../../src/experiments/target.ts";
import { TARGETS } from "../../src/experiments/targets/registry.ts";

describe("targets", () => {
  it.each(TARGETS)("$name makes runs that are accepted, full and quick", ({ rows }) => {
    for (const row of rows) for (const quick of [true, false]) expect(jobOf(row, 3, quick)).toBeDefined();
  });

  it("share the runs of the figures with those of the tables", () => {
    const jobs = (name: string) =>
      TARGETS.find((target) => target.name === name)?.rows.map((row) => jobOf(row, 1, false));
    expect(jobs("fig3")).toEqual(jobs("table1"));
    expect(jobs("fig4")).toEqual(jobs("table2"));
  });

  it("train GD and Adam of gd-vs-adam on one setting and seed", () => {
    const rows = TARGETS.find(({ name }) => name === "gd-vs-adam")?.rows ?? [];
    const runs = rows.map((row) => jobOf(row, 5, false)).map((job) => (job.kind === "simulate" ? job.run : undefined));
    expect(runs[0]?.setting).toEqual(runs[1]?.setting);
    expect([runs[0]?.seed, runs[1]?.seed, runs[0]?.batchSize, runs[1]?.batchSize]).toEqual([5, 5, 200, 200]);
  });
});
