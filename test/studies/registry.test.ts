import "../../src/data/images/files.ts";
import "../../src/sim/schedules/formula.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jobAt, type Plan, parsePlan, pointCount } from "../../src/experiments/sweep/plan.ts";
import { configOf } from "../../src/experiments/sweep/trial.ts";
import { clopperPearson } from "../../src/statistics/clopperPearson.ts";
import { STUDIES } from "../../src/studies/registry.ts";
import type { Study } from "../../src/studies/study.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

const jobsOf = (plan: Plan) => Array.from({ length: pointCount(plan) }, (_, k) => jobAt(plan, k));

/** How many points of a study have a prediction, counted without its runs. */
const predictedOf = (study: Study, plans: readonly { readonly name: string; readonly plan: Plan }[]): number =>
  plans.reduce((sum, { name, plan }) => {
    const asked = jobsOf(plan).flatMap((job) => study.measures.map(({ predicted }) => predicted(configOf(job), name)));
    return sum + asked.filter((each) => each !== undefined).length;
  }, 0);

describe("the studies", () => {
  it.each(STUDIES.map((study) => [study.name, study] as const))("%s: every plan can be run", (_, study) => {
    for (const quick of [true, false]) {
      const parts = study.parts(quick);
      expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      for (const { plan } of parts)
        for (const { run } of jobsOf(parsePlan(plan))) expect(run.epochs).toBeGreaterThan(0);
    }
  });

  it.each(STUDIES.map((study) => [study.name, study] as const))(
    "%s: has seeds enough for every predicted point to be decided",
    (_, study) => {
      // Twenty are enough for 26,000 points.
      if (study.parts(false).every(({ plan }) => parsePlan(plan).seeds.length >= 20)) return;
      const plans = study.parts(false).map(({ name, plan }) => ({ name, plan: parsePlan(plan) }));
      const level = 1 - 0.05 / predictedOf(study, plans);
      for (const { name, plan } of plans) {
        // What only looks for where to look has no prediction.
        if (predictedOf(study, [{ name, plan }]) === 0) continue;
        const { length } = plan.seeds;
        // Of a share: all of the seeds are more than half.
        expect(clopperPearson(length, length, level).low).toBeGreaterThan(0.5);
        // Of a median: it is between the least and the largest of k with 1 - 2^(1-k).
        expect(1 - 2 ** (1 - length)).toBeGreaterThanOrEqual(level);
      }
    },
  );

  it("say where their prediction comes from, and differ in name", () => {
    for (const { derivation } of STUDIES) expect(existsSync(join(ROOT, derivation)), derivation).toBe(true);
    expect(new Set(STUDIES.map(({ name }) => name)).size).toBe(STUDIES.length);
  });
});
