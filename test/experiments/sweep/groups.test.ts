import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openJournal } from "../../../src/experiments/journal/journal.ts";
import { groupsIn } from "../../../src/experiments/sweep/groups.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const BASE = parseRun({ preset: "tiny", optimizer: { name: "adam", lr: 0.1 }, batchSize: 2, epochs: 2 });

const kept = (batchSize: number, seed: number) =>
  ({ outcome: { config: { level: "simulate", ...BASE, batchSize, seed } } }) as unknown as { outcome: Trial };

describe("groupsIn", () => {
  it("has every run once, in a group of its values; groups rise", () => {
    const run = fc.record({ batchSize: fc.integer({ min: 1, max: 9 }), seed: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 20 }), (runs) => {
        const folder = newFolder();
        const journal = openJournal<Trial>(join(folder, "runs.ndjson"));
        runs.forEach(({ batchSize, seed }, k) => journal.add(`key${k}`, kept(batchSize, seed)));
        journal.close();
        const groups = groupsIn(
          folder,
          ["batchSize"],
          () => [] as string[],
          (keys, _, key) => keys.push(key),
        );
        expect(groups.map(({ made }) => made)).toEqual(
          [...new Set(runs.map(({ batchSize }) => batchSize))]
            .sort((a, b) => a - b)
            .map((b) => runs.flatMap(({ batchSize }, k) => (batchSize === b ? [`key${k}`] : []))),
        );
        expect(groups.map(({ at }) => at[0])).toEqual(
          [...new Set(runs.map(({ batchSize }) => batchSize))].sort((a, b) => a - b),
        );
      }),
      { numRuns: 20 },
    );
  });

  it("refuses a column named twice, and one that is none", () => {
    const folder = newFolder();
    const journal = openJournal<Trial>(join(folder, "runs.ndjson"));
    journal.add("key", kept(1, 1));
    journal.close();
    const by =
      (...names: string[]) =>
      () =>
        groupsIn(
          folder,
          names,
          () => [],
          () => undefined,
        );
    expect(by("seed", "seed")).toThrow('by must name a column once, but names "seed" twice; keep one of them');
    expect(by("batchsize")).toThrow(/^by must name columns out of .*batchSize.*, but names "batchsize"; /);
  });
});
