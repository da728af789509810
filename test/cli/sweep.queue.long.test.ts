import { describe, expect, it } from "vitest";
import { writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { PLAN, queueHere, startIn, until } from "../helpers/queueHere.ts";
import { noRedis } from "../helpers/redis.ts";

describe("adamcheck sweep --queue", { timeout: 120_000 }, () => {
  it("lets both sides be interrupted: what is under way is kept, and the same command goes on", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const { folder, redis, sweep, worker, underWay } = await queueHere();
    writeIn(folder, "plan.yaml", PLAN);
    const [first, one] = [sweep(), worker()];
    await underWay();
    one.child.kill("SIGINT");
    expect(await one.code).toBe(0);
    const finished = Number(/^(\d) runs? finished\n$/.exec(one.heard.stdout)?.[1]);
    expect(finished).toBeGreaterThan(0);
    expect(one.heard.stderr).toContain("finishing the runs under way; once more stops at once");
    first.child.kill("SIGINT");
    expect(await first.code).toBe(130);
    expect(first.heard.stdout).toBe(
      `${finished} of 4 runs finished, ${4 - finished} left: the same command goes on; kept in plan\n`,
    );
    expect(await redis.keys("*")).toEqual([]);
    const stuck = sweep();
    await until(async () => (await redis.keys("adamcheck:*:wait")).length > 0);
    stuck.child.kill("SIGTERM");
    expect(await stuck.code).toBe(130);
  });

  it("says that the connection was lost, and never the password", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const { folder, server, sweep, worker, underWay } = await queueHere();
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
    const folder = newFolder();
    writeIn(folder, "plan.yaml", PLAN);
    const { code, heard } = startIn(folder, ...args);
    expect(await code).toBe(2);
    expect(heard.stdout).toBe("");
    expect(heard.stderr).toMatch(/^error: |\nerror: /);
    expect(heard.stderr).toContain(why);
  });
});
