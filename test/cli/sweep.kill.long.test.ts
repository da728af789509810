import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openJournal } from "../../src/experiments/journal/journal.ts";
import { adamcheckIn, MAIN, processIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const KILLS = 50;

const PLAN = {
  base: { preset: "small", optimizer: { name: "adam", lr: 0.0005 }, epochs: 20, recordEvery: 5, testSize: 200 },
  axes: { batchSize: [5, 10, 40], weightDecay: [0, 1e-3] },
  seeds: "1-8",
};

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    child.on("close", (code) => resolve(code));
  });

describe("a sweep that is killed", () => {
  it(
    `comes to the same journal, byte for byte, through ${KILLS} kills at moments all over its course, and never knows less than before`,
    async () => {
      const folder = newFolder();
      writeIn(folder, "plan.json", PLAN);
      const begun = performance.now();
      expect(await processIn(folder, "sweep", "plan.json", "--out", "whole", "--jobs", "2")).toMatchObject({ code: 0 });
      // What a whole sweep takes, by the last one that came to its end: a machine is not always as fast.
      let length = performance.now() - begun;
      const whole = readFileSync(join(folder, "whole", "runs.ndjson"), "utf8");
      // Moments are spread by the golden ratio from where the property seed says.
      const first = (Number(process.env.FC_SEED ?? 0) % 1000) / 1000;
      let known = 0;
      for (let kills = 0, sweeps = 0; kills < KILLS; ) {
        const out = `out${sweeps}`;
        const journal = join(folder, out, "runs.ndjson");
        const child = spawn(process.execPath, [MAIN, "sweep", "plan.json", "--out", out, "--jobs", "2"], {
          cwd: folder,
        });
        const [end, start, fresh] = [ended(child), performance.now(), known === 0];
        const timer = setTimeout(() => child.kill("SIGKILL"), length * ((first + kills * 0.6180339887) % 1));
        const code = await end;
        clearTimeout(timer);
        if (code === null) {
          kills++;
          const { damaged, entries } = openJournal(journal);
          expect(damaged.filter(({ torn }) => !torn)).toEqual([]);
          const found = [...entries()].length;
          expect(found).toBeGreaterThanOrEqual(known);
          known = found;
          if (kills < KILLS) continue;
          expect(await adamcheckIn(folder, "sweep", "plan.json", "--out", out)).toMatchObject({ code: 0 });
        } else {
          expect(code).toBe(0);
          if (fresh) length = performance.now() - start;
        }
        expect(readFileSync(journal, "utf8")).toBe(whole);
        sweeps++;
        known = 0;
      }
    },
    10 * 60_000,
  );
});
