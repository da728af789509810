import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSweep } from "../../../src/experiments/sweep/folder.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { standing } from "../../../src/experiments/sweep/standing.ts";
import { trialsOf } from "../../../src/experiments/sweep/trials.ts";
import { ENGINES } from "../../../src/sim/engines/registry.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 6 };
const plan = parsePlan({ base, axes: { batchSize: [1, 2] }, seeds: "1-2" });
const [one, other] = ENGINES.map((engine) => trialsOf(plan, engine).keyAt);

/** A folder with a plan and these runs. */
function folderWith(keys: readonly (string | undefined)[]): string {
  const folder = newFolder();
  const journal = openSweep(folder, plan);
  for (const key of keys) journal.add(key as string, { failed: { reason: "it was tired", attempts: 2, config: {} } });
  journal.close();
  return folder;
}

describe("standing", () => {
  it("counts each run of the plan once, by whichever engine, and further ones apart", () => {
    expect(standing(folderWith([one?.(0), one?.(1), other?.(1), other?.(3), "z"]))).toMatchObject({
      total: 4,
      there: 3,
      others: 2,
    });
  });

  it("counts nothing of a plan that is missing or none of this version", () => {
    const folder = folderWith([one?.(0)]);
    writeFileSync(
      join(folder, "plan.json"),
      JSON.stringify({ ...plan, base: { ...base, optimizer: { name: "later" } } }),
    );
    expect(standing(folder)).toMatchObject({ total: 0, there: 0, others: 1 });
    rmSync(join(folder, "plan.json"));
    expect(standing(folder)).toMatchObject({ total: 0, there: 0, others: 1 });
  });
});
