import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { PLAN, queueHere, until } from "../helpers/queueHere.ts";
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

  it("keeps a long run of a worker that is killed in Redis, and goes on from there to the same bytes", async ({
    skip,
  }) => {
    skip(noRedis !== undefined, noRedis);
    const { folder, redis, sweep, worker } = await queueHere();
    writeIn(folder, "plan.yaml", PLAN.replace("20000", "300000").replace("[2, 6]", "[2]").replace("1-2", "1"));
    await adamcheckIn(folder, "sweep", "plan.yaml", "--out", "threads");
    const first = sweep();
    const killed = worker("--takeover", "1", "--checkpoint-every", "0.1s");
    await until(async () => (await redis.keys("adamcheck:*:checkpoints")).length > 0);
    killed.child.kill("SIGKILL");
    await killed.code;
    const last = worker("--takeover", "1");
    expect(await first.code).toBe(0);
    expect(readFileSync(join(folder, "plan", "runs.ndjson"), "utf8")).toBe(
      readFileSync(join(folder, "threads", "runs.ndjson"), "utf8"),
    );
    last.child.kill("SIGINT");
    await last.code;
    // BullMQ's own marks of a worker that looked for stalled runs after the sweep had cleared away are no part of a sweep.
    const left = (await redis.keys("*")).filter((key) => !/:(meta|stalled-check)$/.test(key));
    expect(left).toEqual([]);
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
