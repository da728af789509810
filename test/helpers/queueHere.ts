import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { expect, onTestFinished } from "vitest";
import { MAIN } from "./command.ts";
import { newFolder } from "./newFolder.ts";
import { noRedis, startRedis } from "./redis.ts";

if (noRedis) console.warn(`tests of sweep --queue and worker are skipped: ${noRedis}`);

/** Runs of about half a second each. */
export const PLAN = `
base: { preset: tiny, optimizer: { name: adam, lr: 0.02 }, epochs: 20000, testSize: 50 }
axes: { batchSize: [2, 6] }
seeds: 1-2
`;

const PASSWORD = "s3cret+";

export interface Running {
  readonly child: ChildProcess;
  readonly heard: { stdout: string; stderr: string };
  readonly code: Promise<number | null>;
}

/** Starts the command in the background; it ends with the test, and never says the password. */
export function startIn(folder: string, ...args: string[]): Running {
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

export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

/** A folder, a Redis with a password, and the commands there; all of it ends with the test. */
export async function queueHere() {
  const folder = newFolder();
  const server = await startRedis("--requirepass", PASSWORD);
  const redis = new Redis(server.port, "127.0.0.1", { password: PASSWORD, retryStrategy: () => null });
  redis.on("error", () => {});
  onTestFinished(async () => {
    redis.disconnect();
    await server.stop();
  });
  const url = `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}`;
  return {
    folder,
    server,
    redis,
    sweep: (...more: string[]) => startIn(folder, "sweep", "plan.yaml", "--queue", url, ...more),
    worker: (...more: string[]) => startIn(folder, "worker", "--queue", url, "--jobs", "1", ...more),
    /** The id of the run that a worker has under way, once it has one. */
    async underWay(): Promise<string> {
      let id: string | undefined;
      await until(async () => {
        const [key] = await redis.keys("adamcheck:*:active");
        id = key && (await redis.lrange(key, 0, 0))[0];
        return id !== undefined;
      });
      return id as string;
    },
  };
}
