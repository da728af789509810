import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { openJournal } from "../../src/experiments/journal/journal.ts";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const PLAN = {
  base: { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 20, testSize: 50 },
  axes: { batchSize: [2, 6], weightDecay: { log: [1e-4, 1e-2], count: 3 } },
  seeds: "1-5",
};

describe("adamcheck export --out", () => {
  it("says that it must be writable only where that is what is wrong", async () => {
    const folder = newFolder();
    const journal = openJournal(join(folder, "runs.ndjson"));
    journal.add("key", { outcome: { config: {} } });
    journal.close();
    const { code, stderr } = await adamcheckIn(folder, "export", ".", "--out", "runs.csv");
    expect(code).toBe(70);
    expect(stderr).toContain("TypeError");
    expect(readdirSync(folder).filter((name) => !name.startsWith("runs."))).toEqual([]);
  });
});

describe("tables of a sweep", () => {
  it("merge gives the sweep, export every number in every format, summary the frequencies", async () => {
    const folder = newFolder();
    const adamcheck = (...args: string[]) => adamcheckIn(folder, ...args);
    const sweep = (...args: string[]) => adamcheck("sweep", "plan.json", ...args);
    const journalOf = (out: string) => readFileSync(join(folder, out, "runs.ndjson"), "utf8");
    writeIn(folder, "plan.json", PLAN);
    await sweep("--out", "whole");
    for (const i of [0, 1]) await sweep("--out", `part${i}`, "--shard", `${i}/2`);
    expect(await adamcheck("merge", "part0", "part1", "--out", "merged")).toMatchObject({
      code: 0,
      stdout: "30 runs finished; kept in merged\n",
    });
    expect(journalOf("merged")).toBe(journalOf("whole"));

    // 15 runs of the part, and a line that is none.
    appendFileSync(join(folder, "part0", "runs.x.ndjson"), "not a line\n");
    for (const args of [
      ["export", "part0"],
      ["summary", "part0", "--by", "batchSize,weightDecay"],
    ]) {
      expect((await adamcheck(...args)).stderr).toBe(
        "runs.x.ndjson: line 1 is damaged and not used\n15 of 30 runs of the plan are there\n",
      );
    }
    expect((await sweep("--out", "part0", "--dry-run")).stderr).toBe("runs.x.ndjson: line 1 is damaged and not used\n");
    const pooled = await adamcheck("summary", "whole", "--by", "batchSize", "--format", "csv");
    expect(pooled.stderr).toBe(
      "intervals are left out of 2 of 2 rows, where a seed is there more than once: its runs differ in weightDecay, which --by may name\n",
    );
    expect(pooled.stdout).toMatch(
      /^batchSize,runs,seeds,failed,fits,fitsShare,fitsLow,fitsHigh,.*\r\n2,15,5,0,\d+,[\d.]+,,,/,
    );

    const trials = journalOf("whole")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).outcome);
    const csv = (await adamcheck("export", "whole")).stdout
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    const json = JSON.parse((await adamcheck("export", "whole", "--format", "json")).stdout);
    await adamcheck("export", "whole", "--format", "parquet", "--out", "runs.parquet");
    const file = readFileSync(join(folder, "runs.parquet"));
    const parquet = await parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
    });
    const head = csv[0] as string[];
    expect(json.columns.map(({ name }: { name: string }) => name)).toEqual(head);
    for (const [k, { config, final }] of trials.entries()) {
      const cells = Object.fromEntries(head.map((name, c) => [name, csv[k + 1]?.[c]]));
      const wanted = {
        seed: config.seed,
        batchSize: config.batchSize,
        weightDecay: config.optimizer.weightDecay,
        trainLoss: final.trainLoss,
        testError: final.testError,
        noiseMemorizationMostMinus: final.noiseMemorization.max["-1"],
      };
      for (const [name, value] of Object.entries(wanted)) {
        expect(Object.is(Number(cells[name]), value)).toBe(true);
        expect(Object.is(json.runs[k][name], value)).toBe(true);
        expect(Object.is(Number(parquet[k]?.[name]), value)).toBe(true);
      }
      expect([cells.supports, json.runs[k].supports, parquet[k]?.supports ?? null]).toEqual(["", null, null]);
    }

    const told = await adamcheck("summary", "whole", "--by", "batchSize,weightDecay", "--json");
    expect(told.stderr).toBe("");
    const { by, rows } = JSON.parse(told.stdout);
    expect(by).toEqual(["batchSize", "weightDecay"]);
    expect(rows.map(({ at }: { at: number[] }) => at)).toEqual(
      [2, 6].flatMap((b) => [1e-4, 1e-3, 1e-2].map((w) => [b, w])),
    );
    expect(rows[0].runs).toBe(5);
    expect(await adamcheck("summary", "whole", "--by", "batchsize")).toMatchObject({ code: 2 });
  });
});
