import { expect, it } from "vitest";
import { differences } from "../../../web/choice/differences.ts";
import { FIRST } from "../../../web/choice/state.ts";

it.each([
  [{ batchSize: 2 }, "b = 2", "b = 40"],
  [{ optimizer: "sgd", lr: 0.2 }, "SGD / GD, η = 0.2", "Adam, η = 0.0005"],
  [{ optimizer: "formula" }, "own formula", "Adam"],
  [{ beta1: 0.5 }, "β₁ = 0.5", "β₁ = standard"],
  [{ time: "log", shown: "-1" }, "Adam, b = 40", "Adam, b = 40"],
] as const)("choices are named by what sets them apart: %j", (part, mine, its) => {
  expect(differences({ ...FIRST, ...part }, FIRST)).toEqual([mine, its]);
});
