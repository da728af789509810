import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeIn } from "../helpers/command.ts";
import { manyKills } from "../helpers/killed.ts";
import { newFolder } from "../helpers/newFolder.ts";

const KILLS = 20;
const LONG = 10 * 60_000;

/** A second of training each. */
const RUN = { preset: "small", batchSize: 2, recordEvery: 100, testSize: 500, optimizer: { name: "adam", lr: 0.0005 } };
const { preset: _, ...WITHOUT } = RUN;
const DISJOINT = {
  ...WITHOUT,
  setting: {
    ...{ n: 40, d: 1000, s: 20, sigmaP: 0.5, alpha: 0.2, m: 10, q: 3, sigma0: 0.01, labels: "balanced" },
    supports: "disjoint",
  },
};
const RUNS = {
  simulate: ["simulate", { ...RUN, epochs: 1000 }],
  "simulate --threads 2": ["simulate", { ...RUN, epochs: 600 }, "--threads", "2", "--save-weights"],
  dynamics: ["dynamics", { ...DISJOINT, epochs: 1500 }, "--save-coefficients"],
  "dynamics, sign": ["dynamics", { ...DISJOINT, method: "sign", epochs: 6000 }],
} as const;

describe("a run that is killed", () => {
  it.each(Object.entries(RUNS))(
    `comes to the same bytes through ${KILLS} kills at moments all over its course: %s`,
    async (_, [command, run, ...options]) => {
      const folder = newFolder();
      writeIn(folder, "run.json", run);
      const out = (beginning: number) => `result${beginning}.json`;
      const read = (beginning: number) => readFileSync(join(folder, out(beginning)), "utf8");
      const argsOf = (beginning: number) => [
        ...[command, "run.json", ...options, "--out", out(beginning)],
        ...["--checkpoint-every", "0.05s"],
      ];
      const { goneOn } = await manyKills(folder, argsOf, KILLS, (beginning, late) => {
        expect(read(beginning)).toBe(read(0));
        // Nothing is left beside the result, but what a kill leaves, empty, in the instant in which a command tries whether it can write.
        const beside = readdirSync(folder).filter((name) => name.startsWith(`${out(beginning)}.`));
        expect(late ? [] : beside.filter((name) => !name.endsWith(".probe"))).toEqual([]);
      });
      // Of the kills some came after a checkpoint; how many is a matter of the machine.
      expect(goneOn).toBeGreaterThan(0);
    },
    LONG,
  );
});

describe("a sweep of runs that take long", () => {
  it(
    `comes to the same journal through ${KILLS} kills, and goes on within its runs`,
    async () => {
      const folder = newFolder();
      writeIn(folder, "plan.json", {
        base: { ...RUN, batchSize: undefined, epochs: 800 },
        axes: { batchSize: [2, 5] },
        seeds: 1,
        stop: { diverged: 1000 },
        record: ["history"],
      });
      const out = (beginning: number) => `out${beginning}`;
      const read = (beginning: number) => readFileSync(join(folder, out(beginning), "runs.ndjson"), "utf8");
      const argsOf = (beginning: number) => [
        ...["sweep", "plan.json", "--jobs", "2", "--out", out(beginning)],
        ...["--checkpoint-every", "0.05s"],
      ];
      const { goneOn } = await manyKills(folder, argsOf, KILLS, (beginning) => {
        expect(read(beginning)).toBe(read(0));
        expect(readdirSync(join(folder, out(beginning))).sort()).toEqual(["plan.json", "runs.ndjson"]);
      });
      // Of the kills some came after a checkpoint; how many is a matter of the machine.
      expect(goneOn).toBeGreaterThan(0);
    },
    LONG,
  );
});
