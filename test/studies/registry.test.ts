import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jobAt, parsePlan, pointCount } from "../../src/experiments/sweep/plan.ts";
import "../../src/sim/schedules/formula.ts";
import { STUDIES } from "../../src/studies/registry.ts";

/** Parts that look for where to look, or count two classes a seed. */
const FEWER_SEEDS: Readonly<Record<string, number>> = { screening: 3, map: 10 };
const ROOT = new URL("../../", import.meta.url).pathname;

describe("the studies", () => {
  it.each(STUDIES.map((study) => [study.name, study] as const))(
    "%s: every plan can be run, of at least 20 seeds a point but where it screens",
    (_, study) => {
      for (const quick of [true, false]) {
        const parts = study.parts(quick);
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
        for (const { name, plan: file } of parts) {
          const plan = parsePlan(file);
          if (!quick) expect(plan.seeds.length).toBeGreaterThanOrEqual(FEWER_SEEDS[name] ?? 20);
          for (let k = 0; k < pointCount(plan) * plan.seeds.length; k += plan.seeds.length)
            expect(jobAt(plan, k).run.epochs).toBeGreaterThan(0);
        }
      }
    },
  );

  it("say where their prediction comes from, and differ in name", () => {
    for (const { derivation } of STUDIES) expect(existsSync(join(ROOT, derivation)), derivation).toBe(true);
    expect(new Set(STUDIES.map(({ name }) => name)).size).toBe(STUDIES.length);
  });
});
