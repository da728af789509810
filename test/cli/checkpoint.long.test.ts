import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ended, MAIN, processIn, writeIn } from "../helpers/command.ts";
import { manyKills } from "../helpers/killed.ts";
import { newFolder } from "../helpers/newFolder.ts";

/** Two seconds of training. */
const RUN = {
  preset: "small",
  optimizer: { name: "adam", lr: 0.0005 },
  ...{ batchSize: 2, epochs: 1500, recordEvery: 100, testSize: 500 },
};
let folder: string;

beforeEach(() => {
  folder = newFolder();
  writeIn(folder, "run.json", RUN);
});

const text = (name: string) => readFileSync(join(folder, name), "utf8");

/** Calls the command, and sends it Ctrl-C once a file is there. */
const interrupted = (args: readonly string[], file: string) =>
  new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
    const heard = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].on("data", (chunk) => {
        heard[stream] += chunk;
      });
    let over = false;
    child.on("close", (code) => {
      over = true;
      resolve({ code: code ?? -1, ...heard });
    });
    void (async () => {
      while (!over && !existsSync(join(folder, file))) await pause(10);
      child.kill("SIGINT");
    })();
  });

describe("a run of the command that is stopped", () => {
  it("comes to the same bytes through kills", async () => {
    const out = (beginning: number) => `result${beginning}.json`;
    const argsOf = (k: number) => ["simulate", "run.json", "--out", out(k), "--checkpoint-every", "0.05s"];
    await manyKills(folder, argsOf, 3, (k) => expect(text(out(k))).toBe(text(out(0))));
    expect(readdirSync(folder).filter((name) => name.includes("checkpoint"))).toEqual([]);
  });

  it("leaves nothing of what a kill left beside its result", async () => {
    writeFileSync(join(folder, "result.json.3f0c.tmp"), "{");
    expect(await processIn(folder, "simulate", "run.json", "--out", "result.json")).toMatchObject({ code: 0 });
    expect(readdirSync(folder).sort()).toEqual(["result.json", "run.json"]);
  });

  it("writes a last checkpoint at Ctrl-C, says how to go on, and goes on", async () => {
    expect(await processIn(folder, "simulate", "run.json", "--out", "whole.json")).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, "whole.json.checkpoint"))).toBe(false);
    const args = ["simulate", "run.json", "--out", "cut.json"];
    const { code, stderr } = await interrupted([...args, "--checkpoint-every", "0.3s"], "cut.json.checkpoint");
    expect(code).toBe(130);
    expect(stderr).toMatch(/interrupted at epoch \d+; the result holds the history so far\n/);
    expect(stderr).toContain("the same command with --force goes on from there (cut.json.checkpoint)\n");
    expect(JSON.parse(text("cut.json")).interrupted).toBe(true);
    const again = await processIn(folder, ...args, "--force");
    expect(again.stderr).toMatch(/cut\.json\.checkpoint is of this run; it goes on from step \d+/);
    expect(text("cut.json")).toBe(text("whole.json"));
    expect(existsSync(join(folder, "cut.json.checkpoint"))).toBe(false);
  });

  it("refuses the checkpoint of another run unless told, and does not use one that was altered", async () => {
    const kept = ["--checkpoint", "kept", "--checkpoint-every", "0.2s"];
    const { stderr } = await interrupted(["simulate", "run.json", ...kept], "kept");
    expect(stderr).toContain("the same command goes on from there (kept)\n");
    writeIn(folder, "other.json", { ...RUN, epochs: 3, recordEvery: 1 });
    const refused = await processIn(folder, "simulate", "other.json", ...kept);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/^error: --checkpoint must be of this run, but kept is of another one.*\n$/);
    const bytes = readFileSync(join(folder, "kept"));
    writeFileSync(join(folder, "kept"), bytes.subarray(0, -1));
    const anew = await processIn(folder, "simulate", "other.json", ...kept);
    expect(anew).toMatchObject({ code: 0 });
    expect(anew.stderr).toContain("kept was cut off or altered and is not used; the run begins anew\n");
    expect(existsSync(join(folder, "kept"))).toBe(false);
    writeFileSync(join(folder, "kept"), bytes);
    const replaced = await processIn(
      folder,
      "simulate",
      "other.json",
      ...kept,
      "--out",
      "other-result.json",
      "--force",
    );
    expect(replaced).toMatchObject({ code: 0 });
    expect(replaced.stderr).toContain("kept is of another run, or of another version of adamcheck, and is not used");
  });

  it("is looked at before anything is done", async () => {
    expect(await processIn(folder, "simulate", "run.json", "--checkpoint", "no/where")).toMatchObject({ code: 2 });
    const { code, stderr } = await processIn(folder, "dynamics", "run.json", "--checkpoint-every", "soon");
    expect([code, stderr]).toEqual([
      2,
      'error: --checkpoint-every must be a time such as 30s, 10m or 2h, but is "soon"; correct it\n',
    ]);
  });
});

describe("a sweep that is killed", () => {
  it("goes on within its runs, to the same journal", async () => {
    const { batchSize: _, ...base } = RUN;
    writeIn(folder, "plan.json", { base, axes: { batchSize: [2, 5] }, seeds: 1 });
    const argsOf = (k: number) => [
      "sweep",
      "plan.json",
      "--jobs",
      "2",
      "--out",
      `out${k}`,
      "--checkpoint-every",
      "0.05s",
    ];
    await manyKills(folder, argsOf, 2, (k) => {
      expect(text(`out${k}/runs.ndjson`)).toBe(text("out0/runs.ndjson"));
      expect(readdirSync(join(folder, `out${k}`)).sort()).toEqual(["plan.json", "runs.ndjson"]);
    });
  });
});
