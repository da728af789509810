import { describe, expect, test } from "vitest";
import { certifiedStarts } from "../../../proofs-check/checks/certifiedStarts.ts";
import { hypothesesOf, type RunInput, unmetBy } from "../../../proofs-check/meeting.ts";
import { CERTIFIED_PLACES, certifiedEnds } from "../../../proofs-check/support/evidence/certifiedEnds.ts";

const CONTEXT = { seed: 1, level: 1 } as const;

/** Two examples, three steps of signs. */
const run = (seed: number): RunInput => ({
  setting: { n: 2, d: 5, s: 2, sigmaP: 0.5, alpha: 0.2, m: 1, q: 3, sigma0: 0.5, supports: "disjoint" } as never,
  optimizer: { name: "signsgdw", lr: 0.01, weightDecay: 0.1, convention: "paper" },
  ...{ batchSize: 2, epochs: 3, seed, testSize: 1, recordEvery: 3 },
});

const about = { name: "starts", about: "starts that are certified", run };

describe("certified starts", () => {
  test("hold for the starts that were found, and say how many were looked at", () => {
    const check = certifiedStarts({
      ...about,
      came: ({ featureLearning }) => featureLearning["+1"].lo > 0,
      failed: ({ featureLearning }) => featureLearning["+1"].hi < 0,
    });
    const samples = [0, 1, 2].map((index) => check.sample(index, CONTEXT));
    expect(check.grade).toBe("certified");
    expect(samples).toContainEqual(expect.objectContaining({ came: true, precision: "doubles" }));
    const looked = samples.reduce((sum, one) => sum + one.looked, 0);
    expect(check.judge(samples)).toEqual({
      verdict: "holds",
      reason: `for these 3 starts, rigorously, with intervals of doubles; of ${looked} starts looked at in doubles 3 end so`,
      figures: { starts: 3, certified: 3, looked },
    });
  });

  test("name the most digits that any of them took", () => {
    const { judge } = certifiedStarts({ ...about, came: () => true, failed: () => false });
    const starts = ["doubles", "20", "doubles", "160", "40"].map((precision, seed) => ({
      ...{ looked: 1, seed, came: true, precision },
    }));
    expect(judge(starts)).toMatchObject({ reason: expect.stringContaining("with up to 160 digits after the point") });
  });

  test("that nobody finds say nothing", () => {
    const check = certifiedStarts({ ...about, came: () => false, failed: () => true });
    expect(check.judge([check.sample(0, CONTEXT)])).toMatchObject({ verdict: "inconclusive" });
  });

  test("that end otherwise in real arithmetic, or that are not decided, are no evidence", () => {
    // In doubles an end is a point; enclosures have a width.
    const isPoint = ({ lo, hi }: { lo: number; hi: number }) => lo === hi;
    const came = ({ featureLearning }: { featureLearning: { "+1": { lo: number; hi: number } } }) =>
      isPoint(featureLearning["+1"]);
    const otherwise = certifiedStarts({ ...about, came, failed: (end) => !came(end) });
    expect(otherwise.judge([otherwise.sample(0, CONTEXT)])).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringMatching(
        /^0 of 1 starts certified; the training of seed \d+ ends otherwise in real arithmetic/,
      ),
    });
    const open = certifiedStarts({ ...about, came, failed: () => false });
    expect(open.judge([open.sample(0, CONTEXT)])).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringMatching(/is not decided: its end is too wide$/),
    });
  });

  test("refuse what is no name", () => {
    expect(() => certifiedStarts({ ...about, name: "", came: () => true, failed: () => false })).toThrow(
      /^name of certified starts must be/,
    );
  });
});

describe("places where trainings are certified", () => {
  /** Conditions on eta that bound sign steps, which GD takes none of. */
  const SIGN_STEPS = ["noise-step", "support-step", "single-step"];

  test.each([
    ["adam, b = n", ["thm-4.1", "adam-large-flip"]],
    ["adam, b = 1", ["thm-4.2", "adam-mini-stage2", "adam-mini-generalizes"]],
    ["adamw, b = n", ["thm-4.4", "thm-4.4-alpha", "adamw-large-flip", "adamw-large-stage2", "adamw-large-fails"]],
    ["adamw, b = 1", ["thm-4.5", "adamw-mini-stage2", "adamw-mini-generalizes"]],
    ["GD", ["gd-generalizes"]],
  ] as const)("%s: every hypothesis is met with the constant 1", (name, claims) => {
    const unmet = claims.flatMap((id) => unmetBy(hypothesesOf(id), CERTIFIED_PLACES[name].run(1)));
    const names = unmet.map((one) => (typeof one === "string" ? one : (one as { name: string }).name));
    expect(names.filter((one) => !SIGN_STEPS.includes(one))).toEqual([]);
    expect(name === "GD" || names.length === 0).toBe(true);
  });

  test.each(["adamw, b = 1", "GD"] as const)("%s: a start is certified in doubles", (name) => {
    const check = certifiedEnds(name);
    expect(check.sample(0, CONTEXT)).toMatchObject({ came: true, precision: "doubles" });
  });
});
