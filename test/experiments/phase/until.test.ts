import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Execute } from "../../../src/experiments/execute.ts";
import { runJob } from "../../../src/experiments/job.ts";
import { diagram } from "../../../src/experiments/phase/diagram.ts";
import { diagramIn } from "../../../src/experiments/phase/diagramIn.ts";
import { phase } from "../../../src/experiments/phase/phase.ts";
import { planeOf } from "../../../src/experiments/phase/plane.ts";
import { OWN_EVENTS, type RunEvent } from "../../../src/experiments/sweep/events.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { standing } from "../../../src/experiments/sweep/standing.ts";
import { sweep } from "../../../src/experiments/sweep/sweep.ts";
import { sweepUntil } from "../../../src/experiments/sweep/sweepUntil.ts";
import { testOf } from "../../../src/experiments/sweep/until.ts";
import { engineNamed } from "../../../src/sim/engines/registry.ts";
import { newFolder } from "../../helpers/newFolder.ts";
import { PASS_ENGINE } from "../../helpers/pass.ts";

const engine = engineNamed(PASS_ENGINE);
const event: RunEvent = {
  name: "learns",
  about: "training loss below 0.66",
  holds: ({ final }) => final.trainLoss < 0.66,
};
beforeEach(() => OWN_EVENTS.add(event, ""));

const file = {
  base: { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 4, testSize: 10 },
  axes: { weightDecay: { log: [1e-3, 10], count: 9 }, lr: { log: [0.005, 0.05], count: 3 } },
  seeds: "1-12",
} as const;
const plane = planeOf(parsePlan({ ...file, until: { event: "learns", error: 0.05 } }));
const whole = planeOf(parsePlan(file));
const common = { plane, event, coarse: 4, engine, workers: 1 };

/** Runs in this process, the last first, and counts. */
function counting(from = 0) {
  const run = { count: 0, from };
  const execute: Execute = async (tasks, { onFinished }) => {
    for (const { index, job } of [...tasks].reverse()) {
      run.count++;
      onFinished(index, runJob(job, { engine }));
    }
  };
  return { run, execute };
}
const bytes = (folder: string) => readFileSync(join(folder, "runs.ndjson"), "utf8");

describe("seeds until a node is decided", () => {
  it("give the diagram of all seeds for a part of the runs, and every boundary lies within its decided nodes", async () => {
    const [few, all] = [counting(), counting()];
    const folder = newFolder();
    const found = diagram(plane, event, await phase({ ...common, folder, execute: few.execute }));
    const full = diagram(
      whole,
      event,
      await phase({ ...common, plane: whole, folder: newFolder(), execute: all.execute }),
    );
    expect(found.nodes.map(({ x, y }) => [x, y])).toEqual(full.nodes.map(({ x, y }) => [x, y]));
    expect(few.run.count).toBe(found.nodes.reduce((sum, { runs }) => sum + runs, 0));
    expect(few.run.count).toBeLessThan(0.8 * all.run.count);
    expect(full.boundary.length).toBeGreaterThan(3);
    for (const { along, at, from, to } of full.boundary) {
      const near = found.boundary.find((each) => each.along === along && each.at === at);
      const [below, above] = near?.decided ?? [];
      expect(below ?? 0).toBeLessThanOrEqual(from);
      expect(above ?? Infinity).toBeGreaterThanOrEqual(to);
    }
    expect(found.nodes.some(({ decided }) => decided)).toBe(true);
    // A folder says by itself what its seeds decide; cells may be finer than was asked for.
    const { boundary, nodes, until } = diagramIn(folder).diagram;
    expect([boundary, nodes, until]).toEqual([found.boundary, found.nodes, plane.plan.until]);
    const { there, total } = standing(folder);
    expect(there).toBe(few.run.count);
    // Nodes that were not looked at lack the 5 seeds at least after which one may be decided.
    expect(total).toBe(few.run.count + 5 * (9 * 3 - found.nodes.length));
  });

  it("are the same runs, byte for byte, wherever the call was stopped", async () => {
    const straight = newFolder();
    await phase({ ...common, folder: straight, execute: counting().execute });
    for (const after of [0, 40]) {
      const folder = newFolder();
      let begun = 0;
      const stop = new AbortController();
      const stopping: Execute = async (tasks, { onFinished }) => {
        for (const { index, job } of tasks) {
          if (begun++ >= after) return stop.abort();
          onFinished(index, runJob(job, { engine }));
        }
      };
      expect((await phase({ ...common, folder, execute: stopping, signal: stop.signal })).left).toBeGreaterThan(0);
      await phase({ ...common, folder, execute: counting().execute });
      expect(bytes(folder)).toBe(bytes(straight));
    }
  });

  it("do not depend on later seeds that are there already", async () => {
    const folder = newFolder();
    await sweep({ plan: whole.plan, folder, engine, workers: 1, execute: counting().execute });
    const none: Execute = () => Promise.reject(new Error("nothing is left to run"));
    const fresh = await phase({ ...common, folder: newFolder(), execute: counting().execute });
    const found = await phase({ ...common, folder, execute: none });
    expect(diagram(plane, event, found)).toEqual(diagram(plane, event, fresh));
  });

  it("go on after runs that fail, and count those that finish", async () => {
    const failing: Execute = async (tasks, { onFinished, onFailed }) => {
      for (const { index, job } of tasks) {
        if (job.kind === "trial" && job.run.seed % 3 === 0) onFailed(index, "no", 2);
        else onFinished(index, runJob(job, { engine }));
      }
    };
    const found = diagram(plane, event, await phase({ ...common, folder: newFolder(), execute: failing }));
    const test = testOf(plane.plan);
    for (const { runs, failed, count, decided } of found.nodes) {
      // Every third seed fails, and all up to the one that decided are counted.
      expect(failed).toBe(Math.floor((runs + failed) / 3));
      expect(test?.verdict(count, runs) !== undefined).toBe(decided);
      expect(decided || runs + failed === 12).toBe(true);
    }
  });

  it("end every combination of a sweep, in shards of whole combinations with the same bytes", async () => {
    const [one, many] = [newFolder(), newFolder()];
    const { plan } = plane;
    const swept = await sweepUntil({ plan, folder: one, engine, workers: 1, execute: counting().execute });
    expect(swept.left).toBe(0);
    expect(swept.finished).toBe(swept.total);
    expect(swept.total).toBeLessThan(9 * 3 * 12);
    const shares = [];
    for (const index of [2, 0, 1]) {
      const shard = { index, count: 3 };
      shares.push(await sweepUntil({ plan, folder: many, engine, workers: 1, shard, execute: counting().execute }));
    }
    expect(shares.reduce((sum, { finished }) => sum + finished, 0)).toBe(swept.total);
    expect(bytes(many)).toBe(bytes(one));
  });

  it("refuses what decides nothing, and an event that there is not", () => {
    const until = (seeds: string, given: object) => () => {
      const plan = parsePlan({ ...file, seeds, until: { event: "learns", error: 0.05, ...given } });
      return testOf(plan);
    };
    expect(until("1-4", {})).toThrow(/^seeds must be 5 to 300 where until.error is 0.05 .* but there are 4/);
    expect(until("1-400", {})).toThrow(/^seeds must be 5 to 300/);
    expect(until("1-12", { error: 0.5 })).toThrow(
      /^until.error must be the chance of a wrong decision.* in \(0, 0.5\)/,
    );
    expect(until("1-12", { evnt: 1 })).toThrow(/evnt/);
  });
});
