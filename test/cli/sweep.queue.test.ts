import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { adamcheckIn, MAIN, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { noRedis, type OwnRedis, startRedis } from "../helpers/redis.ts";

if (noRedis) console.warn(`tests of sweep --queue and worker are skipped: ${noRedis}`);

const PASSWORD = "s3cret+";
/** Of about half a second each. */
const PLAN = `
base: { preset: tiny, optimizer: { name: adam, lr: 0.02 }, epochs: 20000, testSize: 50 }
axes: { batchSize: [2, 6] }
seeds: 1-2
`;

let folder: string;
let server: OwnRedis;
let redis: Redis;
let url: string;
beforeEach(async () => {
  folder = newFolder();
  writeIn(folder, "plan.yaml", PLAN);
  if (noRedis) return;
  server = await startRedis("--requirepass", PASSWORD);
  redis = new Redis(server.port, "127.0.0.1", { password: PASSWORD, retryStrategy: () => null });
  redis.on("error", () => {});
  url = `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}`;
});
afterEach(async () => {
  redis?.disconnect();
  await server?.stop();
});

interface Running {
  readonly child: ChildProcess;
  readonly heard: { stdout: string; stderr: string };
  readonly code: Promise<number | null>;
}

/** Starts the command in the background. */
function start(...args: string[]): Running {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
  const heard = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].on("data", (text) => {
      heard[stream] += text;
    });
  }
  const code = new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await code;
    expect(heard.stdout + heard.stderr).not.toContain("s3cret");
  });
  return { child, heard, code };
}

const sweep = () => start("sweep", "plan.yaml", "--queue", url);
const worker = (...more: string[]) => start("worker", "--queue", url, "--jobs", "1", ...more);
const journal = () => readFileSync(join(folder, "plan", "runs.ndjson"), "utf8");

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

/** The id of the run that a worker has under way, once it has one. */
async function underWay(): Promise<string> {
  let id: string | undefined;
  await until(async () => {
    const [key] = await redis.keys("adamcheck:*:active");
    id = key && (await redis.lrange(key, 0, 0))[0];
    return id !== undefined;
  });
  return id as string;
}

describe("adamcheck sweep --queue", { timeout: 120_000 }, () => {
  it("has the run of a worker that is killed taken over, and goes on after it is killed itself", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    await adamcheckIn(folder, "sweep", "plan.yaml", "--out", "threads");
    const first = sweep();
    const killed = worker("--takeover", "1");
    const id = await underWay();
    killed.child.kill("SIGKILL");
    first.child.kill("SIGKILL");
    await Promise.all([killed.code, first.code]);
    const [again, other] = [sweep(), worker("--takeover", "1")];
    expect(await again.code).toBe(0);
    expect(again.heard.stdout).toBe("4 of 4 runs finished; kept in plan\n");
    expect(journal()).toContain(id);
    expect(journal()).toBe(readFileSync(join(folder, "threads", "runs.ndjson"), "utf8"));
    other.child.kill("SIGINT");
    expect(await other.code).toBe(0);
    expect(other.heard.stdout).toMatch(/^\d runs? finished\n$/);
  });

  it("lets both sides be interrupted: what is under way is kept, and the same command goes on", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const [first, one] = [sweep(), worker()];
    await underWay();
    one.child.kill("SIGINT");
    expect(await one.code).toBe(0);
    expect(one.heard.stdout).toBe("1 run finished\n");
    expect(one.heard.stderr).toContain("finishing the runs under way; once more stops at once");
    first.child.kill("SIGINT");
    expect(await first.code).toBe(130);
    expect(first.heard.stdout).toBe("1 of 4 runs finished, 3 left: the same command goes on; kept in plan\n");
    expect(await redis.keys("*")).toEqual([]);
    const stuck = sweep();
    await until(async () => (await redis.keys("adamcheck:*:wait")).length > 0);
    stuck.child.kill("SIGTERM");
    expect(await stuck.code).toBe(130);
  });

  it("says that the connection was lost, and never the password", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    writeIn(folder, "plan.yaml", PLAN.replace("20000", "1000000000"));
    const both = [sweep(), worker()];
    await underWay();
    await server.stop();
    expect(await Promise.all(both.map(({ code }) => code))).toEqual([2, 2]);
    for (const { heard } of both) {
      expect(heard.stderr).toMatch(
        /\nerror: the Redis at redis:\/\/127\.0\.0\.1:\d+ must stay in reach, but the connection was lost \(ECONNREFUSED\); .*\n$/,
      );
    }
  });

  it.each([
    [["worker"], "--queue"],
    [["worker", "--queue", "redis://127.0.0.1:1"], "redis://127.0.0.1:1 gave ECONNREFUSED"],
    [["worker", "--queue", "redis://a:s3cret@127.0.0.1:1/x"], "it is not shown"],
    [["worker", "--queue", "redis://127.0.0.1:1", "--takeover", "0"], "--takeover must be"],
    [["sweep", "plan.yaml", "--queue", "redis://127.0.0.1:1", "--jobs", "2"], "--jobs must be left out with --queue"],
    [["sweep", "plan.yaml", "--queue", "redis://127.0.0.1:1"], "redis://127.0.0.1:1 gave ECONNREFUSED"],
  ])("%s exits with 2 and says why", async (args, why) => {
    const { code, heard } = start(...args);
    expect(await code).toBe(2);
    expect(heard.stdout).toBe("");
    expect(heard.stderr).toMatch(/^error: |\nerror: /);
    expect(heard.stderr).toContain(why);
  });
});
