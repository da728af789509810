import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
// The compiled files: worker threads load JavaScript.
import { type Report, type ReproduceOptions, reproduce } from "../../dist/src/experiments/reproduce.js";
import type { Target } from "../../dist/src/experiments/target.js";
import { engineNamed } from "../../dist/src/sim/engines/registry.js";
import { newFolder } from "../helpers/newFolder.ts";
import { PASS_ENGINE } from "../helpers/pass.ts";

const row = (name: string, lr: number) => ({
  label: name,
  optimizer: name,
  batchSize: 2,
  epochs: [40, 40] as const,
  runs: [{ preset: "tiny", optimizer: { name, lr }, batchSize: 2 }],
  quantities: [
    {
      name: "train loss",
      over: ({ results }: { results: readonly { history: readonly { epoch: number; trainLoss: number }[] }[] }) =>
        (results[0]?.history ?? []).map(({ epoch, trainLoss }) => ({ epoch, value: trainLoss })),
      published: { value: 0.5 },
    },
  ],
});
const target = (...rows: ReturnType<typeof row>[]): Target =>
  ({ name: "t", title: "t", source: "ours", curves: false, rows }) as unknown as Target;

async function run(changes: Partial<ReproduceOptions> = {}): Promise<{ report: Report; notes: string[] }> {
  const notes: string[] = [];
  const report = await reproduce({
    targets: [target(row("adam", 0.01), row("signsgdw", 0.01))],
    seeds: [1, 2, 3],
    miniBatchSeeds: [1, 2, 3],
    quick: true,
    workers: 2,
    engine: engineNamed(PASS_ENGINE),
    journal: null,
    onProgress: () => {},
    onFinished: (finished, total) => notes.push(`${finished}/${total}`),
    onResume: (found, dropped) => notes.push(`resume ${found} ${dropped}`),
    ...changes,
  });
  return { report, notes };
}

const newJournal = () => join(newFolder(), "runs.ndjson");

describe("reproduce", () => {
  it("gives byte-identical reports and journals for any number of workers, and twice in a row", async () => {
    const journals = [newJournal(), newJournal(), newJournal()];
    const reports = [];
    for (const [k, workers] of [1, 3, 3].entries()) {
      reports.push(JSON.stringify((await run({ workers, journal: journals[k] as string })).report));
    }
    expect(new Set(reports).size).toBe(1);
    expect(new Set(journals.map((path) => readFileSync(path, "utf8"))).size).toBe(1);
  });

  it("goes on where an interrupted call stopped, to the same bytes", async () => {
    const journal = newJournal();
    await run({ journal });
    const whole = readFileSync(journal, "utf8");
    const lines = whole.split("\n");
    writeFileSync(journal, `${lines.slice(0, 2).join("\n")}\n${lines[2]?.slice(0, 50)}`);
    const { notes } = await run({ journal });
    expect(notes).toEqual(["resume 2 1", "3/6", "4/6", "5/6", "6/6"]);
    expect(readFileSync(journal, "utf8")).toBe(whole);
  });

  it("gives every seed's value in the order of the seeds, with interval and placement", async () => {
    const { report } = await run({ miniBatchSeeds: [3, 1] });
    const [finding] = report.rows[0]?.findings ?? [];
    expect(finding?.values.map(({ seed }) => seed)).toEqual([3, 1]);
    expect(finding?.interval?.coverage).toBeCloseTo(1 / 3, 15);
    expect(finding?.placement).toMatchObject({ below: 2, equal: 0, above: 0 });
  });

  it("reports a diverged seed apart from the values", async () => {
    const { report } = await run({ targets: [target(row("sgd", 1e200))] });
    const [first] = report.rows;
    expect(first?.diverged.length).toBe(3);
    expect(first?.findings[0]).toMatchObject({ values: [], interval: null });
  });
});
