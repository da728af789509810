import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, type Ended, MAIN, processIn, programIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const PLAN = `
base: { preset: tiny, optimizer: { name: adam, lr: 0.02 }, epochs: 20, testSize: 50 }
axes: { batchSize: [2, 6], weightDecay: { log: [1e-4, 1e-2], count: 3 } }
seeds: 1-5
`;
const RUNS = 30;
let folder: string;

const adamcheck = (...args: string[]) => adamcheckIn(folder, ...args);
const journalOf = (out: string) => readFileSync(join(folder, out, "runs.ndjson"), "utf8");
/** Runs a program there. */
const run = (program: string, args: string[]) => programIn(folder, program, ...args);
const sweep = (...args: string[]) => adamcheck("sweep", "plan.yaml", ...args);

/** A folder with the whole sweep, from one call, and its journal. */
let complete: string;
let whole: string;
let first: Ended;

beforeAll(async () => {
  complete = mkdtempSync(join(tmpdir(), "adamcheck-"));
  writeIn(complete, "plan.yaml", PLAN);
  first = await adamcheckIn(complete, "sweep", "plan.yaml");
  whole = readFileSync(join(complete, "plan", "runs.ndjson"), "utf8");
});

afterAll(() => rmSync(complete, { recursive: true, force: true }));

/** Takes over what the whole sweep has written. */
const copyComplete = () => cpSync(join(complete, "plan"), join(folder, "plan"), { recursive: true });

beforeEach(() => {
  folder = newFolder();
  writeIn(folder, "plan.yaml", PLAN);
});

describe("adamcheck sweep", () => {
  it("runs a plan into a folder named after it, and finds everything there the next time", async () => {
    expect(first).toMatchObject({ code: 0, stdout: "30 of 30 runs finished; kept in plan\n" });
    expect(whole.trimEnd().split("\n")).toHaveLength(RUNS);
    copyComplete();
    expect(await sweep()).toMatchObject({ code: 0, stderr: "30 runs, 30 of them found in plan\n" });
    expect(journalOf("plan")).toBe(whole);
    expect(readdirSync(join(folder, "plan")).sort()).toEqual(["plan.json", "runs.ndjson"]);
  });

  it("finds everything in a folder whose runs were packed, which stay so, and tables are the same", async () => {
    copyComplete();
    const plain = join(folder, "plan", "runs.ndjson");
    const tables = async () => [
      await adamcheck("summary", "plan", "--by", "batchSize"),
      await adamcheck("export", "plan"),
    ];
    const before = await tables();
    writeFileSync(`${plain}.gz`, gzipSync(whole));
    rmSync(plain);
    expect(await tables()).toEqual(before);
    expect(await sweep()).toMatchObject({ code: 0, stderr: "30 runs, 30 of them found in plan\n" });
    expect(readdirSync(join(folder, "plan")).sort()).toEqual(["plan.json", "runs.ndjson.gz"]);
    expect(await adamcheck("report", "plan", "--out", "a.html")).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "a.html"), "utf8")).toContain("zcmp plan/runs.ndjson.gz plan-again/runs.ndjson");
  });

  it("--dry-run says how many, how long and how large, and writes nothing", async () => {
    const { code, stdout } = await sweep("--dry-run", "--jobs", "2");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^30 runs\nabout .* with --jobs 2 .*\nabout (.*) kB of disk\n$/);
    expect(readdirSync(folder)).toEqual(["plan.yaml"]);
    copyComplete();
    const kilobytes = Number(/about (\S+) kB of disk/.exec(stdout)?.[1]);
    // Lines differ by the digits of their numbers: a sample of five is within a tenth of all.
    expect(Math.abs(kilobytes / (journalOf("plan").length / 1000) - 1)).toBeLessThan(0.1);
    expect((await sweep("--dry-run")).stdout).toContain("30 runs, 30 of them finished already");
  });

  it("runs under options of V8, which no worker may be given", async () => {
    expect(await run(process.execPath, ["--max-old-space-size=512", MAIN, "sweep", "plan.yaml"])).toMatchObject({
      code: 0,
    });
    expect(journalOf("plan")).toBe(whole);
  });

  it("shares a folder between two processes at once", async () => {
    const started = (...args: string[]) => processIn(folder, "sweep", "plan.yaml", "--out", "both", ...args);
    const [one, other] = await Promise.all([started(), started("--jobs", "1")]);
    expect([one.code, other.code]).toEqual([0, 0]);
    // Nothing is left to be run; where both made one file at the same time there may still be two.
    expect(await sweep("--out", "both")).toMatchObject({ stderr: "30 runs, 30 of them found in both\n" });
    expect(journalOf("both")).toBe(whole);
    expect(readdirSync(join(folder, "both")).sort()).toEqual(["plan.json", "runs.ndjson"]);
  });

  it("says that there is no room, keeps what has finished, and goes on when there is", async () => {
    // Files of 8 KiB at most: about ten lines.
    const limited = await run("bash", [
      "-c",
      'ulimit -f 8; exec "$@"',
      "bash",
      process.execPath,
      MAIN,
      "sweep",
      "plan.yaml",
    ]);
    expect(limited.code).toBe(2);
    expect(limited.stderr).toMatch(
      /error: the journal must be in a folder with room .* gave EFBIG; .* run the same command again\n$/,
    );
    // What was written before that is whole.
    expect(JSON.parse(readFileSync(join(folder, "plan", "plan.json"), "utf8")).seeds).toHaveLength(5);
    const resumed = await sweep();
    expect(resumed.stderr).toMatch(
      /30 runs, \d+ of them found in plan\n.*the last line \(\d+\) was cut off and is not used/,
    );
    expect(journalOf("plan")).toBe(whole);
  });

  it("says that a folder cannot be written before it runs anything", async () => {
    mkdirSync(join(folder, "locked"));
    chmodSync(join(folder, "locked"), 0o555);
    // Root may write whatever permissions say, unless it gives that up.
    const [program = "", ...before] =
      process.getuid?.() === 0
        ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", process.execPath]
        : [process.execPath];
    const { code, stderr } = await run(program, [...before, MAIN, "sweep", "plan.yaml", "--out", "locked"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "error: --out must be a folder with room that can be written, but writing into locked gave EACCES; name another or make room\n",
    );
  });

  it("names a line whose bit has flipped and one cut off, and does their runs again", async () => {
    copyComplete();
    const bytes = Buffer.from(whole).subarray(0, -30);
    const fifth = whole.split("\n").slice(0, 4).join("\n").length + 200;
    bytes[fifth] = (bytes[fifth] as number) ^ 1;
    writeFileSync(join(folder, "plan", "runs.ndjson"), bytes);
    const { stderr } = await sweep();
    expect(stderr).toContain("30 runs, 28 of them found in plan");
    expect(stderr).toContain("runs.ndjson: line 5 is damaged and not used; its run is done again");
    expect(stderr).toContain("runs.ndjson: the last line (30) was cut off and is not used; its run is done again");
    expect(journalOf("plan")).toBe(whole);
  });

  it("finishes the runs under way at the first Ctrl-C, and goes on from there", async () => {
    writeIn(folder, "plan.yaml", PLAN.replace("epochs: 20", "epochs: 4000"));
    const child = spawn(process.execPath, [MAIN, "sweep", "plan.yaml", "--jobs", "1"], { cwd: folder });
    const heard = { stdout: "", stderr: "" };
    child.stdout.on("data", (text) => {
      heard.stdout += text;
    });
    child.stderr.on("data", (text) => {
      heard.stderr += text;
    });
    const code = new Promise<number | null>((resolve) => {
      child.on("close", resolve);
    });
    const parts = () => (existsSync(join(folder, "plan")) ? readdirSync(join(folder, "plan")) : []);
    const sizes = () =>
      parts()
        .filter((name) => name.startsWith("runs."))
        .map((name) => readFileSync(join(folder, "plan", name)).length);
    while (!sizes().some((size) => size > 0)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    expect(await code).toBe(130);
    expect(heard.stderr).toContain("finishing the runs under way; once more stops at once");
    const [, finished, left] =
      /^(\d+) of 30 runs finished, (\d+) left: the same command goes on; kept in plan\n$/.exec(heard.stdout) ?? [];
    expect(Number(finished)).toBeGreaterThan(0);
    expect(Number(finished) + Number(left)).toBe(RUNS);
    expect((await sweep("--dry-run")).stdout).toContain(`30 runs, ${finished} of them finished already`);
  });

  it("stops at once at the second", async () => {
    writeIn(folder, "plan.yaml", PLAN.replace("epochs: 20", "epochs: 1000000000"));
    const child = spawn(process.execPath, [MAIN, "sweep", "plan.yaml"], { cwd: folder });
    const code = new Promise<number | null>((resolve) => {
      child.on("close", resolve);
    });
    child.stderr.on("data", (text) => {
      if (/30 runs|finishing/.test(String(text))) child.kill("SIGINT");
    });
    expect(await code).toBe(130);
  });

  it("records a run that takes too long as failed, and exits with 1", async () => {
    writeIn(
      folder,
      "plan.yaml",
      PLAN.replace("axes: {", "axes: { epochs: [2, 1000000000], ")
        .replace("1-5", "1")
        .replace("[2, 6]", "[6]")
        .replace("count: 3", "count: 2"),
    );
    const { code, stdout, stderr } = await sweep("--timeout", "0.7");
    expect([code, stdout]).toEqual([1, "2 of 4 runs finished, 2 failed; kept in plan\n"]);
    expect(stderr).toMatch(
      /failed twice: epochs 1000000000, batchSize 6, weightDecay 0\.0001, seed 1: it took longer than 0\.7 s/,
    );
  });

  it.each([
    [["sweep", "missing.yaml"]],
    [["sweep", "plan.yaml", "--shard", "3/2"]],
    [["sweep", "plan.yaml", "--timeout", "0"]],
    [["sweep", "plan.yaml", "--out", "plan.yaml"]],
    [["export", "."]],
    [["export", "plan.yaml"]],
    [["summary", "."]],
    [["merge", ".", "--out", "merged"]],
  ])("%s exits with 2 and says why", async (args) => {
    const { code, stdout, stderr } = await adamcheck(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: /);
  });
});
