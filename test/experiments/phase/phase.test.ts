import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Execute } from "../../../src/experiments/execute.ts";
import { runJob } from "../../../src/experiments/job.ts";
import { type Diagram, diagram } from "../../../src/experiments/phase/diagram.ts";
import { type PhaseOptions, phase } from "../../../src/experiments/phase/phase.ts";
import { planeOf } from "../../../src/experiments/phase/plane.ts";
import { EVENTS, type RunEvent } from "../../../src/experiments/sweep/events.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { summary } from "../../../src/experiments/sweep/summary.ts";
import { sweep } from "../../../src/experiments/sweep/sweep.ts";
import { engineNamed } from "../../../src/sim/engines/registry.ts";
import { newFolder } from "../../helpers/newFolder.ts";
import { PASS_ENGINE } from "../../helpers/pass.ts";

const engine = engineNamed(PASS_ENGINE);
const plane = planeOf(
  parsePlan({
    base: { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 4, testSize: 10 },
    axes: { weightDecay: { log: [1e-3, 10], count: 9 }, lr: { log: [0.005, 0.05], count: 5 } },
    seeds: "1-3",
  }),
);
/** One that changes within the plane: the training loss has left ln 2 = 0.693. */
const event: RunEvent = {
  name: "learns",
  about: "training loss below 0.66",
  holds: ({ final }) => final.trainLoss < 0.66,
};

const inPlace: Execute = async (tasks, { onFinished, signal }) => {
  for (const { index, job } of tasks) {
    if (signal?.aborted) return;
    onFinished(index, runJob(job, { engine }));
  }
};
const draw = async (folder: string, changes: Partial<PhaseOptions> = {}) => {
  const options = { plane, event, coarse: 4, folder, engine, workers: 1, execute: inPlace, ...changes };
  return phase(options);
};
const journalOf = (folder: string) => readFileSync(join(folder, "runs.ndjson"), "utf8");

/** A folder with the whole diagram, and what it shows; to be read only. */
let complete: string;
let expected: Diagram;

beforeAll(async () => {
  complete = mkdtempSync(join(tmpdir(), "adamcheck-"));
  expected = diagram(plane, event, await draw(complete));
});

afterAll(() => rmSync(complete, { recursive: true, force: true }));

describe("phase", () => {
  it("runs a part of the full grid, and its nodes, boundary and fillings are those of the full grid", async () => {
    const [part, full] = [await draw(complete), await draw(newFolder(), { coarse: 1 })];
    expect([full.finished, full.left, full.failed]).toEqual([9 * 5 * 3, 0, 0]);
    expect(part.refined.nodes.length).toBeLessThan(9 * 5);
    expect(part.finished).toBe(3 * part.refined.nodes.length);
    for (const node of part.refined.nodes) expect(part.at(node)).toEqual(full.at(node));
    const [adaptive, whole] = [diagram(plane, event, part), diagram(plane, event, full)];
    // More decay holds weights back, at any learning rate: the border crosses every line along x once.
    expect(adaptive.filled).toEqual(whole.filled);
    expect(adaptive.boundary).toEqual(whole.boundary);
    expect(new Set(whole.filled.flat())).toEqual(new Set([true, false]));
  });

  it("keeps the same bytes and gives the same diagram, wherever it was interrupted", async () => {
    for (const after of [0, 50]) {
      const other = newFolder();
      const stop = new AbortController();
      let begun = 0;
      const interrupted: Execute = async (tasks, { onFinished }) => {
        for (const { index, job } of tasks) {
          if (begun++ >= after) return stop.abort();
          onFinished(index, runJob(job, { engine }));
        }
      };
      const first = await draw(other, { execute: interrupted, signal: stop.signal });
      expect(first.left).toBeGreaterThan(0);
      expect(first.finished).toBeLessThanOrEqual(after);
      expect(diagram(plane, event, first).grid.complete).toBe(false);
      expect(diagram(plane, event, await draw(other))).toEqual(expected);
      expect(journalOf(other)).toBe(journalOf(complete));
    }
  });

  it("uses runs of a sweep of the same plan, and is completed by one", async () => {
    const folder = newFolder();
    await sweep({ plan: plane.plan, folder, engine, workers: 1, execute: inPlace });
    const whole = journalOf(folder);
    const none: Execute = () => Promise.reject(new Error("nothing is left to run"));
    const found = await draw(folder, { execute: none });
    expect(diagram(plane, event, found)).toEqual(expected);
    const part = newFolder();
    cpSync(complete, part, { recursive: true });
    await sweep({ plan: plane.plan, folder: part, engine, workers: 1, execute: inPlace });
    expect(journalOf(part)).toBe(whole);
    expect(summary(part, ["lr"])).toHaveLength(5);
  });

  it("goes on where runs fail, tells them, and tries them again where asked", async () => {
    const folder = newFolder();
    const failing: Execute = async (tasks, { onFinished, onFailed }) => {
      for (const { index, job } of tasks) {
        if (job.kind === "trial" && job.run.optimizer.lr === 0.005) onFailed(index, "no", 2);
        else onFinished(index, runJob(job, { engine }));
      }
    };
    const found = await draw(folder, { execute: failing });
    expect(found.left).toBe(0);
    expect(found.failed).toBeGreaterThan(0);
    const figure = diagram(plane, event, found);
    for (const node of figure.nodes) {
      const lost = node.y === 0.005;
      expect([node.runs, node.failed, node.share === null]).toEqual(lost ? [0, 3, true] : [3, 0, false]);
    }
    const again = await draw(folder, { retryFailed: true });
    expect(again.failed).toBe(0);
    expect(diagram(plane, event, again)).toEqual(expected);
  });

  it("gives frequencies with their exact intervals", () => {
    const { nodes } = expected;
    // P(3 of 3) >= 0.025 from p = 0.025^(1/3) on.
    const all = nodes.find(({ count }) => count === 3);
    expect([all?.share, all?.high]).toEqual([1, 1]);
    expect(Math.abs((all?.low as number) ** 3 - 0.025)).toBeLessThan(1e-12);
  });

  it("asks for every event of the registry", async () => {
    const folder = newFolder();
    for (const each of EVENTS) {
      const figure = diagram(plane, each, await draw(folder, { event: each }));
      expect(figure.grid.complete).toBe(true);
    }
  });
});
