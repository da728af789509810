import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { PLAN, queueHere, startIn, until } from "../helpers/queueHere.ts";
import { noRedis } from "../helpers/redis.ts";

/** An optimizer and a metric of a user's own. */
const OWN = `import { defineMetric, defineOptimizer } from "adamcheck";
defineOptimizer({ name: "third", decay: "decoupled", direction: (gradient) => gradient / 3 });
defineMetric({ name: "largest", about: "largest |<w,v>|", unit: "weight", of: ({ signal }) => Math.max(...signal.flat().map(Math.abs)) });
`;

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

  it("lets only workers run it that have loaded the same files, and gives the bytes that threads give", async ({
    skip,
  }) => {
    skip(noRedis !== undefined, noRedis);
    const { folder, sweep, worker } = await queueHere();
    writeIn(folder, "plan.yaml", PLAN.replace("name: adam", "name: third").replace("20000", "40"));
    writeIn(folder, "own.ts", OWN);
    writeIn(folder, "more.ts", OWN.replace('"third"', '"fourth"').replace('"largest"', '"more"'));
    const [without, with2] = [worker(), worker("--load", "own.ts", "--load", "more.ts")];
    const queued = sweep("--load", "own.ts");
    const says = ({ heard }: typeof without, words: RegExp) => until(async () => words.test(heard.stderr));
    await says(
      without,
      /a sweep's code must be loaded by its workers, but own\.ts \(SHA-256 [0-9a-f]{12}\) is the sweep's and this worker has not loaded it; its runs are left to others: start the worker with --load own\.ts\n/,
    );
    await says(
      with2,
      /a sweep's metrics must be those of its workers, but this worker has those of more\.ts \(SHA-256 [0-9a-f]{12}\) and the sweep has not; its runs are left to others: start the worker without --load more\.ts\n/,
    );
    const same = worker("--load", "own.ts");
    expect(await queued.code).toBe(0);
    for (const one of [without, with2, same]) one.child.kill("SIGINT");
    expect(await Promise.all([without, with2, same].map(({ code }) => code))).toEqual([0, 0, 0]);
    expect([without, with2, same].map(({ heard }) => heard.stdout)).toEqual([
      "0 runs finished\n",
      "0 runs finished\n",
      "4 runs finished\n",
    ]);
    const threads = await adamcheckIn(folder, "sweep", "plan.yaml", "--load", "own.ts", "--out", "threads");
    expect(threads.code).toBe(0);
    const journal = (out: string) => readFileSync(join(folder, out, "runs.ndjson"), "utf8");
    expect(journal("plan")).toBe(journal("threads"));
    const [first = ""] = journal("plan").split("\n");
    const { load, metricsFrom, final } = JSON.parse(first).outcome;
    expect([load.file, metricsFrom, Object.keys(final.metrics)]).toEqual(["own.ts", [load], ["largest"]]);
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
