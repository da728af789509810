import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runJob } from "../../src/experiments/job.ts";
import { type PlanFile, parsePlan } from "../../src/experiments/sweep/plan.ts";
import { sweep } from "../../src/experiments/sweep/sweep.ts";
import { engineNamed } from "../../src/sim/engines/registry.ts";
import { answerOf } from "../../src/studies/answer.ts";
import { evidence } from "../../src/studies/evidence.ts";
import { FEW, type Measure, MOST, type Study } from "../../src/studies/study.ts";

const engine = engineNamed("wasm");
const folder = mkdtempSync(join(tmpdir(), "evidence-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const always = (name: string, of: Measure["of"], predicted: Measure["predicted"]): Measure => ({
  ...{ name, about: "a test's", of, predicted },
});

const study: Study = {
  ...{ name: "test", question: "", prediction: "", derivation: "", overturn: "" },
  measures: [
    always(
      "yes",
      () => true,
      () => MOST,
    ),
    always(
      "no",
      () => true,
      () => FEW,
    ),
    always(
      "seed",
      ({ config }) => config.seed,
      () => ({ least: 3, most: 18 }),
    ),
    always(
      "silent",
      () => null,
      () => MOST,
    ),
    always(
      "unasked",
      () => false,
      () => undefined,
    ),
  ],
  overturns: ({ agrees }) => agrees === "no",
  parts: () => [
    {
      ...{ name: "only", by: ["batchSize"] },
      plan: {
        base: { preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, epochs: 1, testSize: 1 },
        axes: { batchSize: [6, 1] },
        seeds: "1-20",
      },
    },
  ],
};

const swept = (plan: PlanFile, into: string) =>
  sweep({
    ...{ plan: parsePlan(plan), folder: into, engine, workers: 1 },
    execute: async (tasks, { onFinished }) => {
      for (const { index, job } of tasks) onFinished(index, runJob(job, { engine }));
    },
  });

describe("the evidence of a study", () => {
  it("has a row a point and measure in rising order, with the intervals of so many together", async () => {
    const [part] = study.parts(false);
    if (!part) throw new Error("no part");
    await swept(part.plan, folder);
    const rows = evidence(study, [{ part, folder }]);
    expect(rows.map(({ at, measure, agrees }) => [at["batchSize"], measure, agrees])).toEqual(
      [1, 6].flatMap((b) => [
        [b, "yes", "yes"],
        [b, "no", "no"],
        [b, "seed", "yes"],
        [b, "silent", "open"],
        [b, "unasked", undefined],
      ]),
    );
    const [yes, , seeds, silent] = rows;
    // Eight rows have a prediction: 1 - 0.05/8 each. Of 20 of 20 the lower end is (0.05/16)^(1/20) = exp(-0.28842...).
    expect(yes).toMatchObject({ seeds: 20, silent: 0, value: 1, high: 1 });
    expect(yes?.low).toBeCloseTo(Math.exp(Math.log(0.05 / 16) / 20), 10);
    // Of the medians of 1..20: P(Bin(20, 1/2) <= 3) = 0.0013 < 0.0031 < 0.0059 = P(<= 4), so that the fourth and the seventeenth are the ends.
    expect(seeds).toMatchObject({ value: 10.5, low: 4, high: 17 });
    expect(silent).toMatchObject({ seeds: 0, silent: 20, value: null });
    expect(answerOf(rows)).toEqual({
      ...{ answer: "not as predicted", points: { yes: 4, no: 2, open: 2 }, unpredicted: 2, overturned: 2 },
    });
  });
});

describe("a measure that is told less of another point", () => {
  it("is of two runs of one seed, and not asked of that point itself", async () => {
    const [part] = study.parts(false);
    if (!part) throw new Error("no part");
    const paired: Study = {
      ...study,
      measures: [
        {
          // 100 seed at b = 1 and 100 seed + seed^2 at b = 6: less the other seed^2, of which the median of 1..20 is (100 + 121)/2.
          ...always(
            "more",
            ({ config: { seed, batchSize } }) => 100 * seed + (batchSize === 6 ? seed * seed : 0),
            ({ batchSize }, name) => (batchSize === 6 && name === "only" ? { least: 0, most: 400 } : undefined),
          ),
          less: { batchSize: 1 },
        },
        {
          ...always(
            "of none",
            () => 1,
            () => undefined,
          ),
          less: { batchSize: 7 },
        },
      ],
    };
    await swept(part.plan, folder);
    const rows = evidence(paired, [{ part, folder }]);
    expect(rows.filter(({ measure }) => measure === "more")).toMatchObject([
      { at: { batchSize: 6 }, seeds: 20, silent: 0, value: 110.5, agrees: "yes" },
    ]);
    // No point has b = 7: nothing is said.
    expect(rows.filter(({ measure }) => measure === "of none").map(({ silent }) => silent)).toEqual([20, 20]);
  });
});

describe("a median of few seeds", () => {
  it("has no interval where the level asks for more seeds, and decides nothing", async () => {
    const [all] = study.parts(false);
    if (!all) throw new Error("no part");
    const part = { ...all, by: [], plan: { ...all.plan, axes: { batchSize: [1] }, seeds: "1-3" } };
    const few = join(folder, "few");
    await swept(part.plan, few);
    // Three seeds give 1 - 2/8 = 0.75 at most.
    const seeds = evidence(study, [{ part, folder: few }]).find(({ measure }) => measure === "seed");
    expect(seeds).toMatchObject({ seeds: 3, value: 2, low: null, high: null, agrees: "open" });
  });
});

describe("the answer", () => {
  it("is no where one point disagrees, yes where all agree, open else", () => {
    expect(answerOf([{ agrees: "yes" }, { agrees: "no" }, { agrees: "open" }]).answer).toBe("not as predicted");
    expect(answerOf([{ agrees: "yes" }, {}]).answer).toBe("as predicted");
    expect(answerOf([{ agrees: "yes" }, { agrees: "open" }]).answer).toBe("open");
    expect(answerOf([{}]).answer).toBe("open");
  });
});
