import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { adamcheckIn, MAIN } from "../helpers/command.ts";
import { fakeCoq } from "../helpers/fakeCoq.ts";
import { newFolder } from "../helpers/newFolder.ts";

const TWO = "echo 'Closed under the global context'; echo 'Closed under the global context'";

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => vi.unstubAllEnvs());

const adamcheck = (...args: string[]) => adamcheckIn(folder, "check", "residual-sign", "--cases", "1", ...args);

describe("adamcheck check --coq", () => {
  test("gives the grade machine-checked, and keeps that it was asked for", async () => {
    fakeCoq({ coqc: TWO });
    const { code, stdout } = await adamcheck("--coq", "--brief", "--out", "out");
    expect(code).toBe(0);
    expect(stdout.split("\n")[1]).toBe("residual-sign       99-100%  machine-checked, agrees in tests");
    expect(stdout).toContain("1 claim: 1 holds (machine-checked).");
    const kept = (name: string) => JSON.parse(readFileSync(join(folder, "out", name), "utf8"));
    expect(kept("asked.json")).toEqual({ seed: 1, cases: 1, coq: true });
    expect(kept("check.json").claims[0]).toMatchObject({ verdict: "holds", grade: "machine-checked" });
    const { stdout: report, stderr } = await adamcheckIn(folder, "report", "out");
    expect(report + stderr).toContain("out/report.html");
    expect(readFileSync(join(folder, "out/report.html"), "utf8")).toContain("--cases 1 --coq");
  });

  test("leaves the grade, and says why in a sentence, where coqc refuses or is not there", async () => {
    fakeCoq({ coqc: 'echo "Error: no" >&2; exit 1' });
    const refused = await adamcheck("--coq", "--brief");
    expect([refused.code, refused.stdout.split("\n")[1]]).toEqual([
      0,
      "residual-sign       99-100%  proved, agrees in tests",
    ]);
    expect(refused.stderr).toContain(
      "residual-sign is not checked by Coq: residualSign.v: coqc does not accept classes.v: it says no",
    );
    vi.stubEnv("PATH", folder);
    const missing = await adamcheck("--coq", "--brief");
    expect(missing.stdout).toBe(refused.stdout);
    expect(missing.stderr).toContain("install it with apt install coq libcoq-coquelicot");
  });

  test("is not asked about another optimizer than the papers'", async () => {
    const { code, stderr } = await adamcheck("--coq", "--optimizer", "sgd");
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/--coq must be left out where (?:--)?optimizer is "sgd"/),
    ]);
  });

  test("leaves nothing behind when interrupted", async () => {
    const temporary = newFolder();
    const programs = fakeCoq({ coqc: 'echo $$ > "$(dirname "$0")/pid"; exec sleep 60' });
    const env = { ...process.env, TMPDIR: temporary };
    const child = spawn(process.execPath, [MAIN, "check", "residual-sign", "--cases", "1", "--coq"], { env });
    const ended = new Promise<number | null>((give) => child.on("close", give));
    await vi.waitFor(() => expect(existsSync(join(programs, "pid"))).toBe(true), { timeout: 30_000 });
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(readdirSync(temporary).filter((name) => name.startsWith("adamcheck-coq"))).toEqual([]);
    expect(() => process.kill(Number(readFileSync(join(programs, "pid"), "utf8")), 0)).toThrow("ESRCH");
  }, 60_000);
});
