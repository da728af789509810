import { describe, expect, test } from "vitest";
import { type CertifiedPath, certifiedPaths } from "../../../proofs-check/checks/certifiedPaths.ts";
import type { RunInput } from "../../../proofs-check/meeting.ts";

const CONTEXT = { seed: 1, level: 1 } as const;

/** Two examples, three steps of signs. */
const run = (seed: number): RunInput => ({
  setting: { n: 2, d: 5, s: 2, sigmaP: 0.5, alpha: 0.2, m: 1, q: 3, sigma0: 0.5, supports: "disjoint" } as never,
  optimizer: { name: "signsgdw", lr: 0.01, weightDecay: 0.1, convention: "paper" },
  ...{ batchSize: 2, epochs: 3, seed, testSize: 1, recordEvery: 1 },
});

const made = (says: (path: CertifiedPath) => boolean | undefined) =>
  certifiedPaths({ name: "paths", about: "paths that are certified", run, says });

const positive = ({ moments }: CertifiedPath) => moments.every(({ featureLearning }) => featureLearning["+1"].lo > 0);

describe("certified paths", () => {
  test("are told from the start on, every record", () => {
    made(({ moments, problem, run: own }) => {
      expect(moments.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
      expect(problem.start.examples.count).toBe(2);
      expect(own.testSize).toBe(1);
      return true;
    }).sample(0, CONTEXT);
  });

  test("hold for the starts that were found, and say how many are otherwise", () => {
    const check = made(positive);
    const samples = [0, 1, 2, 3].map((index) => check.sample(index, CONTEXT));
    const looked = samples.reduce((sum, one) => sum + one.looked, 0);
    expect(check.grade).toBe("certified");
    // Half of the starts have a feature below 0.
    expect(looked).toBeGreaterThan(4);
    expect(check.judge(samples)).toEqual({
      verdict: "holds",
      reason: `for these 4 starts, rigorously, with intervals of doubles; ${looked - 4} others are certainly not so`,
      figures: { starts: 4, certified: 4, looked },
    });
  });

  test("that nobody finds, or that are not decided, are no evidence", () => {
    const never = made(() => false);
    const found = never.sample(0, CONTEXT);
    expect(found).toMatchObject({ looked: 12, said: false });
    expect(never.judge([found])).toMatchObject({
      verdict: "inconclusive",
      reason: `0 of 1 starts are certified; of seed ${found.seed} it is certain to be otherwise`,
    });
    const open = made(() => undefined);
    expect(open.judge([open.sample(0, CONTEXT)])).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringMatching(/of seed \d+ enclosures are too wide$/),
    });
  });
});
