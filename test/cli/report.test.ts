import { execFile } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, type Ended, MAIN, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { sweepIn, trainings } from "../helpers/reportable.ts";

let folder: string;
const report = (...args: string[]) => adamcheckIn(folder, "report", ...args);
const read = (name: string) => readFileSync(join(folder, name), "utf8");

beforeEach(() => {
  folder = newFolder();
});

describe("adamcheck report", () => {
  it("writes one file into the folder, says what is in it, and replaces it when told alone", async () => {
    sweepIn(join(folder, "runs"));
    const { code, stdout, stderr } = await report("runs");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("Sweep over batchSize and weightDecay (runs)\nreport written to runs/report.html\n");
    const first = read("runs/report.html");
    expect(first).toContain("<title>adamcheck report: runs</title>");
    expect(first).toContain(`<td>${process.version}</td>`);
    const again = await report("runs");
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("replace it with force")]);
    expect((await report("runs", "--force")).code).toBe(0);
    expect(read("runs/report.html")).toBe(first);
  });

  it("writes it elsewhere", async () => {
    for (const [name, result] of Object.entries(trainings())) writeIn(folder, name, result);
    expect((await report(".", "--out", "out.html")).code).toBe(0);
    expect([existsSync(join(folder, "report.html")), read("out.html").startsWith("<!doctype html>")]).toEqual([
      false,
      true,
    ]);
  });

  it("reports on what check keeps, with its seed and cases", async () => {
    expect(
      (await adamcheckIn(folder, "check", "cor-4.6", "--cases", "1", "--seed", "9", "--out", "checked")).code,
    ).toBe(0);
    expect((await report("checked")).code).toBe(0);
    expect(read("checked/report.html")).toContain("adamcheck check cor-4.6 --seed 9 --cases 1 --out checked-again");
  });

  it.each([
    [["missing"], "report must be given a folder, but looking at missing gave ENOENT; check the path"],
    [["a.json"], "report must be given a folder, but a.json is a file; name the folder that it is in"],
    [["."], ". must hold something to report on (the folder of reproduce --out (report.json); the folder of check"],
    [[".", "--out", ""], '--out must be a path, but is ""'],
    [[".", "--out", "no/where.html"], "--out must be writable"],
    [[], "missing required argument 'folder'"],
  ])("refuses %j in a sentence, and leaves nothing", async (args, sentence) => {
    writeIn(folder, "a.json", { a: 1 });
    const { code, stdout, stderr } = await report(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(existsSync(join(folder, "report.html"))).toBe(false);
  });
});

describe.runIf(process.platform === "linux")("--open", () => {
  /** With nothing but this folder to find programs in. */
  const opened = () =>
    new Promise<Ended>((resolve) => {
      const options = { cwd: folder, env: { PATH: folder } };
      execFile(process.execPath, [MAIN, "report", ".", "--open"], options, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
    });

  beforeEach(() => writeIn(folder, "a.json", trainings()["simulate.json"]));

  it("hands the file to the platform's opener", async () => {
    writeFileSync(join(folder, "xdg-open"), `#!/bin/sh\necho "$1" > aside; /bin/mv aside opened\n`);
    chmodSync(join(folder, "xdg-open"), 0o755);
    expect(await opened()).toMatchObject({ code: 0, stderr: "" });
    // It is not waited for.
    await expect.poll(() => existsSync(join(folder, "opened")), { timeout: 20000 }).toBe(true);
    expect(read("opened")).toMatch(/^file:\/\/.*\/report\.html\n$/);
  });

  it("says so where there is none, and that is no error", async () => {
    const { code, stderr } = await opened();
    expect([code, stderr]).toEqual([0, "note: xdg-open did not start (ENOENT); open report.html yourself\n"]);
    expect(existsSync(join(folder, "report.html"))).toBe(true);
  });
});
