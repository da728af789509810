import { describe, expect, it } from "vitest";
import { answer } from "../../../../src/bounds/thresholds/search/answer.ts";
import { QUESTIONS, type Question } from "../../../../src/bounds/thresholds/search/questions.ts";
import { dynamics } from "../../../../src/dynamics/dynamics.ts";
import { parseDynamics } from "../../../../src/dynamics/run.ts";
import { finish } from "../../../../src/sim/follow.ts";

const run = parseDynamics({
  preset: "tiny",
  optimizer: { name: "adam", lr: 0.01, weightDecay: 0.001 },
  ...{ batchSize: 6, epochs: 60, recordEvery: 1, testSize: 40, seed: 3 },
});
const always = (soon: Question["soon"], end: boolean): Question => ({
  ...{ name: "test", about: "", tests: false, end: () => end },
  ...(soon && { soon }),
});

describe("answer", () => {
  it.each(QUESTIONS)("gives to $name what the whole trajectory gives", (question) => {
    const { history, final } = finish(dynamics(run));
    for (const j of ["+1", "-1"] as const) {
      const soon = history.map((moment) => question.soon?.(history[0] as (typeof history)[0], moment, j));
      const told = soon.find((is) => is !== undefined) ?? question.end(history[0] as (typeof history)[0], final, j);
      expect(finish(answer(run, question, j))).toBe(told);
    }
  });

  it("trains no further than the moment that tells", () => {
    let moments = 0;
    const tells = always(() => (++moments === 5 ? true : undefined), false);
    const shares: number[] = [];
    expect(finish(answer(run, tells, "+1"), (share) => shares.push(share))).toBe(true);
    expect(moments).toBe(5);
    // The start is the first moment, so the fifth is epoch 4 of 60.
    expect(shares.at(-1)).toBeCloseTo(4 / 60, 12);
  });

  it("trains to the end where no moment tells", () => {
    const shares: number[] = [];
    expect(finish(answer(run, always(undefined, true), "+1"), (share) => shares.push(share))).toBe(true);
    expect(shares.at(-1)).toBe(1);
  });

  it("stops where it is told to", () => {
    const asked = answer(run, always(undefined, true), "+1");
    asked.next();
    expect(asked.next(true).done).toBe(true);
  });
});
