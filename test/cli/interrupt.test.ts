import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ended, MAIN, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

/** Hours of training. */
const RUN = { preset: "small", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 1e6, recordEvery: 100 };
let folder: string;

beforeEach(() => {
  folder = newFolder();
});

describe("adamcheck, interrupted", () => {
  /** Sends Ctrl-C once stderr or the clock says so. */
  const interrupt = (args: string[], when: (stderr: string) => boolean) =>
    new Promise<Ended>((resolve) => {
      const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
      const heard = { stdout: "", stderr: "" };
      let sent = false;
      const look = () => {
        if (!sent && when(heard.stderr)) sent = child.kill("SIGINT");
      };
      child.stdout.on("data", (text) => {
        heard.stdout += text;
      });
      child.stderr.on("data", (text) => {
        heard.stderr += text;
        look();
      });
      const timer = setInterval(look, 100);
      child.on("close", (code) => {
        clearInterval(timer);
        resolve({ code: code ?? -1, ...heard });
      });
    });

  it("simulate keeps the history so far", async () => {
    writeIn(folder, "run.json", RUN);
    const begun = Date.now();
    const { code } = await interrupt(["simulate", "run.json", "--out", "result.json"], () => Date.now() - begun > 3000);
    expect(code).toBe(130);
    const { interrupted, history, final } = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
    expect(interrupted).toBe(true);
    expect(history.at(-1)).toEqual(final);
  });

  it("reproduce keeps finished runs, and takes them up again", async () => {
    const args = ["reproduce", "convex", "--quick", "--jobs", "1", "--out", "kept"];
    const first = await interrupt([...args, "--seeds", "1-1000"], (stderr) => stderr.includes("[1/"));
    expect(first.code).toBe(130);
    expect(first.stderr).toContain("the same command goes on from there");
    const second = await interrupt([...args, "--seeds", "1-1000"], (stderr) =>
      stderr.includes("finished runs taken from"),
    );
    expect(second.stderr).toContain("finished runs taken from kept/runs.ndjson");
  });
});
