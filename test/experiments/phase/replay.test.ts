import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf } from "../../../src/experiments/phase/answer.ts";
import { boundaryOf } from "../../../src/experiments/phase/boundary.ts";
import { planeOf } from "../../../src/experiments/phase/plane.ts";
import { picture, refine } from "../../../src/experiments/phase/refine.ts";
import type { RunEvent } from "../../../src/experiments/sweep/events.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { pointReader } from "../../../src/experiments/sweep/pointReader.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";
import type { Trials } from "../../../src/experiments/sweep/trials.ts";
import { sequentialTest } from "../../../src/statistics/sequentialTest.ts";

// What came out of `phase --seeds 1-20`, node by node (docs/results/phase): a digit a seed, 1 where it generalizes.
const kept = readFileSync(new URL("../../../docs/results/phase/outcomes.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",") as [string, string, string]);
const { x, y } = planeOf(
  parsePlan({
    base: { preset: "small", optimizer: { name: "adam", lr: 5e-4 }, epochs: 100 },
    axes: { weightDecay: { log: [1e-6, 1], count: 33 }, batchSize: { log: [1, 40], count: 17 } },
    seeds: "1-20",
  }),
);
const [xs, ys] = [x.values, y.values];
const SEEDS = 20;
const digits = new Map(
  kept.map(([at, up, seeds]) => [xs.indexOf(Number(at)) * ys.length + ys.indexOf(Number(up)), seeds]),
);

const event: RunEvent = { name: "kept", about: "as it was", holds: ({ final }) => final.testError === 0 };
const final = { trainError: 0, trainLoss: 0, epoch: 0, step: 0 };
const trialOf = (key: string): Trial | undefined => {
  const digit = digits.get(Math.floor(Number(key) / SEEDS))?.[Number(key) % SEEDS];
  return digit === undefined ? undefined : ({ final: { ...final, testError: digit === "1" ? 0 : 1 } } as Trial);
};
const trials = { keyAt: String } as unknown as Trials;

/** The diagram of the kept runs, with the test's error; of all seeds without one. */
function replay(error?: number) {
  const journal = {
    state: (key: string) => (trialOf(key) ? ("outcome" as const) : undefined),
    get(key: string) {
      const outcome = trialOf(key);
      return outcome && { outcome };
    },
  };
  const test = error === undefined ? undefined : sequentialTest(error, SEEDS);
  const { at } = pointReader(trials, SEEDS, journal, event, test);
  const grid = { width: xs.length, height: ys.length, coarse: 8 };
  const refined = refine(grid, (node) => answerOf(at(node)));
  const filled = picture(grid, refined, (node) => answerOf(at(node)));
  const looked = new Set(refined.nodes);
  const nodeAt = (i: number, k: number) => i * ys.length + k;
  const decided = (i: number, k: number) => looked.has(nodeAt(i, k)) && at(nodeAt(i, k))?.decided === true;
  const boundary = boundaryOf(x, y, (i, k) => filled[nodeAt(i, k)] ?? null, test && decided);
  return { boundary, runs: refined.nodes.reduce((sum, node) => sum + (at(node)?.runs ?? Number.NaN), 0) };
}

describe("the diagram of docs/results/phase, its kept runs taken one seed after the other", () => {
  const all = replay();

  it("has the runs that were kept", () => {
    expect([xs.length, ys.length, all.runs]).toEqual([33, 14, 166 * SEEDS]);
  });

  it.each([
    [0.1, 1656],
    [0.05, 1873],
  ])("has the boundary of all seeds within its own interval (error %d, %i runs)", (error, runs) => {
    const few = replay(error);
    expect(few.runs).toBe(runs);
    expect(few.boundary.length).toBe(all.boundary.length);
    for (const { along, at, from, to, rises } of all.boundary) {
      const near = few.boundary.some(
        (each) =>
          each.along === along &&
          each.at === at &&
          each.rises === rises &&
          (each.decided?.[0] ?? 0) <= from &&
          (each.decided?.[1] ?? Infinity) >= to,
      );
      expect([along, at, from, near]).toEqual([along, at, from, true]);
    }
  });

  it("needs at most half of the runs at error 0.1", () => {
    expect(replay(0.1).runs).toBeLessThanOrEqual(all.runs / 2);
  });
});
