import { expect, it } from "vitest";
import { columnsIn } from "../../../src/experiments/sweep/columnsIn.ts";
import { openSweep } from "../../../src/experiments/sweep/folder.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 6 };
const own = { ...PRESETS.tiny?.setting, activation: "gelu" };

it.each([
  [base, false],
  [{ ...base, optimizer: { name: "not-loaded", lr: 1 } }, false],
  [{ ...base, preset: undefined, setting: own }, true],
  [{ ...base, optimizer: { name: "not-loaded", lr: 1 }, loss: "hinge" }, true],
])("a folder has the columns of its plan also where the code that it names is not loaded: %#", (given, wider) => {
  const folder = newFolder();
  openSweep(folder, parsePlan({ base: given, axes: { lr: [0.1, 1] }, seeds: "1" })).close();
  const names = columnsIn(folder).map(({ name }) => name);
  expect([names.includes("lr"), names.includes("activation")]).toEqual([true, wider]);
});
