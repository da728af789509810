import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { PLAN, queueHere } from "../helpers/queueHere.ts";
import { noRedis } from "../helpers/redis.ts";

describe("adamcheck sweep --queue", { timeout: 120_000 }, () => {
  it("ends when it is interrupted after its only worker was killed", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const { folder, redis, sweep, worker, underWay } = await queueHere();
    writeIn(folder, "plan.yaml", PLAN.replace("20000", "1000000000"));
    const first = sweep();
    const killed = worker("--takeover", "1");
    await underWay();
    killed.child.kill("SIGKILL");
    await killed.code;
    first.child.kill("SIGINT");
    expect(await first.code).toBe(130);
    expect(await redis.keys("*")).toEqual([]);
  });

  it("has the run of a worker that is killed taken over, and goes on after it is killed itself", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const { folder, sweep, worker, underWay } = await queueHere();
    writeIn(folder, "plan.yaml", PLAN);
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
    const journal = readFileSync(join(folder, "plan", "runs.ndjson"), "utf8");
    expect(journal).toContain(id);
    expect(journal).toBe(readFileSync(join(folder, "threads", "runs.ndjson"), "utf8"));
    other.child.kill("SIGINT");
    expect(await other.code).toBe(0);
    expect(other.heard.stdout).toMatch(/^\d runs? finished\n$/);
  });
});
