import { describe, expect, it } from "vitest";
import { QUESTIONS, type Question } from "../../../../src/bounds/thresholds/search/questions.ts";
import type { Metrics } from "../../../../src/sim/trajectory.ts";

const question = (wanted: string) => QUESTIONS.find(({ name }) => name === wanted) as Question;

/** Both classes alike. */
const metrics = (feature: number, noise: [number, number] = [1, 1], rest: Partial<Metrics> = {}): Metrics => ({
  ...{ trainLoss: 0.7, trainError: 0, testError: 0, featureLearning: { "+1": feature, "-1": feature } },
  noiseMemorization: { min: { "+1": noise[0], "-1": noise[0] }, max: { "+1": noise[1], "-1": noise[1] } },
  ...rest,
});

describe("QUESTIONS", () => {
  it("have names of their own", () => {
    expect(new Set(QUESTIONS.map(({ name }) => name)).size).toBe(QUESTIONS.length);
  });

  it.each([
    [1, 1.2, true],
    [1, 1.1, undefined],
    [1, 0.2, undefined],
    [1, 0.1, false],
    [1, -0.1, false],
    [1, -0.2, undefined],
    // A feature that begins on the wrong side has grown once it is as large on the right one.
    [-1, -1.3, undefined],
    [-1, 1.2, true],
  ])("feature-grows: from %d to %d is %s", (start, now, answer) => {
    expect(question("feature-grows").soon?.(metrics(start), metrics(now), "+1")).toBe(answer);
  });

  it("takes a feature that never got there as one that does not grow", () => {
    expect(question("feature-grows").end(metrics(1), metrics(1.1), "-1")).toBe(false);
  });

  it.each([
    // What AdamW holds at eps = 1e-8 is 1e-4, and what 50 decay times leave of it 1e-22.
    [0.3, 1e-4, undefined, true],
    [0.3, 2e-22, false, false],
    [0.3, 3e-10, false, false],
    [0.3, 3.1e-10, undefined, true],
    // A flipped feature may come back before the end, but not from below there.
    [0.3, -0.1, undefined, false],
    [-0.3, 0.1, undefined, true],
    [-0.3, -0.1, undefined, false],
  ])("feature-held: from %d to %d is %s, at the end %s", (start, now, soon, end) => {
    expect(question("feature-held").soon?.(metrics(start), metrics(now), "+1")).toBe(soon);
    expect(question("feature-held").end(metrics(start), metrics(now), "+1")).toBe(end);
  });

  it.each([
    ["some-noise-grows", [1, 8], true],
    ["all-noise-grows", [1, 8], undefined],
    ["all-noise-grows", [8, 8], true],
    ["all-noise-grows", [7, 8], undefined],
    ["some-noise-grows", [0.001, 0.1], false],
    ["all-noise-grows", [0.001, 0.1], false],
    ["all-noise-grows", [0.001, 1], undefined],
  ] as const)("%s: from 2 to %j is %s", (name, now, answer) => {
    const soon = question(name).soon?.(metrics(1, [0.5, 2]), metrics(1, [...now]), "+1");
    expect(soon).toBe(answer);
  });

  it("ask about the class that is named", () => {
    const end = { ...metrics(1), featureLearning: { "+1": 1, "-1": -1 } };
    expect((["+1", "-1"] as const).map((j) => question("feature-flips").end(metrics(1), end, j))).toEqual([
      false,
      true,
    ]);
  });

  it("count an error only for a network that is trained", () => {
    const ends = [
      [0.1, 0.5],
      [0.1, 0.4],
      [0.1, 0.2],
      [0.6, 0.9],
    ].map(([trainLoss, testError]) =>
      metrics(1, [1, 1], { trainLoss: trainLoss as number, testError: testError as number }),
    );
    const answers = (name: string) => ends.map((end) => question(name).end(metrics(1), end, "+1"));
    expect(answers("test-fails")).toEqual([true, false, false, false]);
    expect(answers("class-fails")).toEqual([true, true, false, false]);
  });

  it("never say yes of a class without examples", () => {
    const none = { min: { "+1": null, "-1": null }, max: { "+1": null, "-1": null } };
    const empty = metrics(1, [1, 1], { noiseMemorization: none });
    for (const name of ["some-noise-grows", "all-noise-grows"]) {
      expect(question(name).soon?.(empty, empty, "+1")).toBe(false);
    }
  });
});
