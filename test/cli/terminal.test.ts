import { execFile, spawnSync } from "node:child_process";
import { beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, type Ended, MAIN, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

/** util-linux's: runs a command under a terminal of its own. */
const noScript =
  spawnSync("script", ["-qec", "true", "/dev/null"]).status === 0 ? undefined : "there is no script -qec";
if (noScript) console.warn(`tests under a terminal are skipped: ${noScript}`);

const COLOURS = /\x1b\[(3\d|90)m/;
const RUN = {
  preset: "tiny",
  optimizer: { name: "sgd", lr: 0.1, weightDecay: 0.1 },
  batchSize: 2,
  epochs: 3,
  testSize: 10,
};

let folder: string;

/** The command on a terminal of 60 columns: both of its streams. */
const onTerminal = (env: Record<string, string>, ...args: string[]) =>
  new Promise<Pick<Ended, "code" | "stdout">>((resolve) => {
    const words = [process.execPath, MAIN, ...args].map((word) => `'${word}'`).join(" ");
    const options = { cwd: folder, env: { PATH: process.env.PATH, TERM: "xterm", ...env } };
    execFile("script", ["-qec", `stty cols 60; ${words}`, "/dev/null"], options, (error, stdout) => {
      resolve({ code: error ? Number(error.code) : 0, stdout });
    });
  });

beforeEach(() => {
  folder = newFolder();
  writeIn(folder, "run.json", RUN);
});

describe("on a terminal", () => {
  const order = ["order", "sigma0^(q-2)", "--compare", "min(B^2/n, 1)"];

  it("tables fit and verdicts have colours, on which nothing depends", async ({ skip }) => {
    skip(noScript !== undefined, noScript);
    const [coloured, plain] = [await onTerminal({}, ...order), await onTerminal({ NO_COLOR: "1" }, ...order)];
    expect(coloured.stdout).toMatch(/ \x1b\[32mholds\x1b\[39m /);
    expect(plain.stdout).not.toMatch(COLOURS);
    expect(plain.stdout).toMatch(/ holds /);
    const lines = plain.stdout.split(/\r?\n/);
    expect(lines.filter((line) => /^[┌├└]/.test(line))).toHaveLength(3);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  });

  it("progress has the time left, and --quiet has no progress", async ({ skip }) => {
    skip(noScript !== undefined, noScript);
    const shown = await onTerminal({}, "simulate", "run.json");
    expect(shown.stdout).toMatch(/simulate \[.*\] +\d+% \| (estimating|\d+ s left)/);
    const quiet = await onTerminal({}, "simulate", "run.json", "--quiet");
    expect(quiet.stdout).not.toContain("simulate [");
    expect(quiet.stdout).toContain("(classes +1 / -1)");
  });

  it("errors have a colour, and data for programs none", async ({ skip }) => {
    skip(noScript !== undefined, noScript);
    const error = await onTerminal({}, "simulate", "missing.json");
    expect([error.code, error.stdout.includes("\x1b[31merror:\x1b[39m missing.json must")]).toEqual([2, true]);
    expect((await onTerminal({}, ...order, "--json", "--quiet")).stdout).not.toMatch(COLOURS);
  });
});

describe("--quiet", () => {
  it.each([[["--quiet", "simulate"]], [["simulate", "--quiet"]]])(
    "%j leaves the result and silences notes",
    async (args) => {
      writeIn(folder, "run.json", { ...RUN, optimizer: { ...RUN.optimizer, convention: "paper" } });
      const usual = await adamcheckIn(folder, "simulate", "run.json", "--out", "a.json");
      const quiet = await adamcheckIn(folder, ...args, "run.json", "--out", "b.json");
      expect(usual.stderr).toContain("result written to a.json");
      expect(quiet).toEqual({ code: 0, stdout: usual.stdout, stderr: "" });
    },
  );

  it("leaves errors, and why a run has ended early", async () => {
    const error = await adamcheckIn(folder, "simulate", "missing.json", "--quiet");
    expect([error.code, error.stdout]).toEqual([2, ""]);
    expect(error.stderr).toMatch(/^error: missing\.json must be a readable file/);
    writeIn(folder, "far.json", { ...RUN, optimizer: { name: "sgd", lr: 1e300 } });
    const far = await adamcheckIn(folder, "simulate", "far.json", "--quiet");
    expect(far.code).toBe(1);
    expect(far.stderr).toMatch(/^diverged: /);
    expect((await adamcheckIn(folder, "simulate", "--nothing", "--quiet")).stderr).toContain("unknown option");
  });
});
