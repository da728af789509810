import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { adamcheckIn, type Ended, MAIN } from "../helpers/command.ts";
import { argumentsOf, examplesIn } from "../helpers/helpExamples.ts";
import { noRedis, type OwnRedis, startRedis } from "../helpers/redis.ts";

/** These run until they are stopped. */
const ENDLESS = ["explore", "worker"];
/** A statement that does not hold, which is what it shows. */
const NO = 'adamcheck order "T = O(1/(eta*s*sigmaP))" --define "T=n^2/eta"';

/** Starts a command, and stops it once it has said something. */
function startAndStop(folder: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (text) => {
      if (said.stdout + said.stderr === "") child.kill("SIGINT");
      said[name] += text;
    });
  }
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code: code ?? 130, ...said }));
  });
}

describe("the examples with which helps end", () => {
  // One folder for all, as a reader has: some go on from what others have written.
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-"));
  cpSync(new URL("../../examples", import.meta.url).pathname, join(folder, "examples"), { recursive: true });
  let redis: OwnRedis | undefined;
  beforeAll(async () => {
    if (!noRedis) redis = await startRedis();
  });
  afterAll(async () => {
    await redis?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.for(COMMANDS.map(({ name }) => name))("of %s", async (name, { skip }) => {
    if (name === "worker") skip(noRedis !== undefined, noRedis);
    const examples = examplesIn((await adamcheckIn(folder, name, "--help")).stdout);
    expect(examples.length).toBeGreaterThan(0);
    for (const line of examples) {
      const args = argumentsOf(line)
        .slice(1)
        .map((word) => (word === "redis://127.0.0.1:6379" && redis ? redis.url : word));
      const ended = await (ENDLESS.includes(name) ? startAndStop(folder, args) : adamcheckIn(folder, ...args));
      expect([line, ended.code]).toEqual([line, line === NO ? 1 : 0]);
      // A result that goes into a file is told of on standard error.
      expect(ended.stdout + (line.includes("--out") ? ended.stderr : "")).not.toBe("");
      expect(ended.stderr).not.toMatch(/^(error|warning):/m);
    }
  });
});
