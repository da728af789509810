import { fc, test } from "@fast-check/vitest";
import { describe, expect, it, vi } from "vitest";
import { dynamics } from "../../../src/dynamics/dynamics.ts";
import { finish } from "../../../src/sim/follow.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import type { Level } from "../../../web/training/levels.ts";
import { newTrainer, type Report } from "../../../web/training/trainer.ts";

const RUN = parseRun({
  setting: {
    n: 6,
    d: 20,
    s: 3,
    sigmaP: 0.5,
    alpha: 0.2,
    m: 3,
    q: 3,
    sigma0: 0.3,
    labels: "balanced",
    supports: "disjoint",
  },
  optimizer: { name: "adam", lr: 0.02 },
  ...{ batchSize: 2, epochs: 40, recordEvery: 2, seed: 3, testSize: 11 },
});
const AS_FAST_AS_IT_CAN = 1e6;

/** A trainer at the start of a training, and all that it tells. */
function begun(level: Level, run = RUN) {
  const trainer = newTrainer();
  const reports: Report[] = [];
  trainer.begin(run, level, async (report) => void reports.push(report));
  return { trainer, reports, moments: () => reports.flatMap(({ moments }) => moments) };
}

const outcomeOf = (reports: readonly Report[]) => {
  const ended = reports.at(-1)?.ended;
  if (!ended || "refused" in ended) throw new Error(`no outcome: ${JSON.stringify(ended)}`);
  return ended.outcome;
};

describe("a training that is watched", () => {
  it("gives the result of simulate", async () => {
    const { trainer, reports, moments } = begun("network");
    await trainer.play(AS_FAST_AS_IT_CAN);
    const expected = simulate(RUN);
    expect(JSON.stringify(outcomeOf(reports))).toBe(JSON.stringify(expected));
    expect(moments()).toEqual(expected.history);
  });

  it.each([
    ["exact", "auto"],
    ["signs", "sign"],
  ] as const)("gives the result of dynamics: level %s, method %s", async (level, method) => {
    const { trainer, reports, moments } = begun(level);
    await trainer.play(AS_FAST_AS_IT_CAN);
    const expected = finish(dynamics({ ...RUN, method }));
    expect(JSON.stringify(outcomeOf(reports))).toBe(JSON.stringify(expected));
    expect(moments()).toEqual(expected.history);
    expect(reports.every(({ neurons }) => neurons.length === 0)).toBe(true);
  });

  it("tells of its neurons once a record", async () => {
    const { trainer, reports } = begun("network");
    await trainer.play(AS_FAST_AS_IT_CAN);
    for (const { moments, neurons } of reports) expect(neurons).toHaveLength(moments.length * 4 * RUN.setting.m);
  });

  test.prop([fc.array(fc.constantFrom("step", "pause", "play-pause"), { maxLength: 30 })], { numRuns: 20 })(
    "gives the same result however it is paused and stepped",
    async (orders) => {
      const { trainer, reports, moments } = begun("network");
      for (const order of orders) {
        if (order === "step") await trainer.step();
        else if (order === "pause") trainer.pause();
        else {
          const played = trainer.play(AS_FAST_AS_IT_CAN);
          trainer.pause();
          await played;
        }
      }
      await trainer.play(AS_FAST_AS_IT_CAN);
      // The end is told once; what was asked for after it changes nothing.
      expect(reports.filter(({ ended }) => ended)).toHaveLength(1);
      expect(JSON.stringify(outcomeOf(reports))).toBe(JSON.stringify(simulate(RUN)));
      expect(moments()).toEqual(simulate(RUN).history);
    },
  );

  it("tells the end once, whenever the time for a report comes", async () => {
    // The clock stands still but for one jump; looked at `calls` times in a whole training, it jumps before each of the last ones.
    const playedWith = async (jump: number) => {
      let calls = 0;
      vi.spyOn(performance, "now").mockImplementation(() => (++calls >= jump ? 1000 : 0));
      const { trainer, reports, moments } = begun("network");
      await trainer.play(Number.POSITIVE_INFINITY);
      expect(reports.filter(({ ended }) => ended)).toHaveLength(1);
      expect(moments()).toEqual(simulate(RUN).history);
      return calls;
    };
    const calls = await playedWith(Number.POSITIVE_INFINITY);
    for (let jump = Math.max(1, calls - 12); jump <= calls; jump++) await playedWith(jump);
  });

  it("steps from record to record", async () => {
    const { trainer, moments } = begun("network");
    const { history } = simulate(RUN);
    for (let count = 1; count <= history.length; count++) {
      await trainer.step();
      expect(moments()).toEqual(history.slice(0, count));
    }
  });

  it("is no faster than it was told to be", async () => {
    const { trainer, moments } = begun("network");
    const begin = performance.now();
    const played = trainer.play(50);
    await new Promise((resolve) => setTimeout(resolve, 200));
    trainer.pause();
    const most = 2 + (50 * (performance.now() - begin)) / 1000;
    await played;
    expect(moments().length).toBeGreaterThan(0);
    expect(moments().length).toBeLessThanOrEqual(most);
  });

  it("says why it cannot begin", async () => {
    const { trainer, reports } = begun("signs", parseRun({ ...RUN, optimizer: { name: "sgd", lr: 0.1 } }));
    await trainer.play(AS_FAST_AS_IT_CAN);
    expect(reports.map(({ ended }) => ended)).toEqual([
      { refused: expect.stringMatching(/^method must be one whose conditions hold.* must keep moments, but is sgd/) },
    ]);
  });

  it("is forgotten when another one begins", async () => {
    // Far longer than the time before it first looks for orders.
    const { trainer, reports } = begun("network", parseRun({ ...RUN, epochs: 1e6, recordEvery: 1e4 }));
    await trainer.step();
    const played = trainer.play(AS_FAST_AS_IT_CAN);
    const next: Report[] = [];
    trainer.begin(parseRun({ ...RUN, seed: 4 }), "network", async (report) => void next.push(report));
    await played;
    expect(reports.every(({ ended }) => ended === undefined)).toBe(true);
    await trainer.play(AS_FAST_AS_IT_CAN);
    expect(outcomeOf(next).config.seed).toBe(4);
  });

  it("tells nothing further before the last report has been read", async () => {
    const trainer = newTrainer();
    let reading = 0;
    const seen: number[] = [];
    trainer.begin(RUN, "network", async () => {
      seen.push(++reading);
      await new Promise((resolve) => setTimeout(resolve, 60));
      reading--;
    });
    await trainer.play(AS_FAST_AS_IT_CAN);
    expect(Math.max(...seen)).toBe(1);
  });
});
