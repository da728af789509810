import { expect, it } from "vitest";
import { defineActivation } from "../../../src/library/defineActivation.ts";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import { twoThreads } from "../../../src/sim/engines/twoThreads.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { signum } from "../../helpers/formulaOptimizers.ts";
import { heavyBall } from "../../helpers/ownOptimizers.ts";

const byFormulas = defineOptimizer(signum);

const run = (keys: object, name = "adam") =>
  parseRun({
    setting: { ...PRESETS.tiny?.setting, d: 40, ...keys },
    ...{ optimizer: { name, lr: 0.01 }, batchSize: 2, epochs: 2, testSize: 5 },
  });

it.each([
  ["a model of the papers", run({}), "wasm"],
  ["a wider one", run({ patches: 3, activation: "leakyRelu" }), "wasm"],
  ["an optimizer by formulas", run({}, byFormulas.name), "wasm"],
  ["an optimizer by a function", run({}, heavyBall.name), "reference"],
  [
    "an activation of one's own",
    { ...run({}), setting: { ...run({}).setting, activation: "test-square" } },
    "reference",
  ],
  ["three classes", run({ classes: 3 }), "wasm"],
  ["three classes of one neuron, whose lanes fill no whole vectors", run({ classes: 3, m: 1 }), "reference"],
])("of %s the result names the engine that trained it", (_, of, name) => {
  defineActivation({ name: "test-square", value: "z^2", derivative: "2*z" });
  expect(simulate(of, { engine: wasm }).engine).toEqual({ name, version: "1" });
  // Two threads that train would need the built worker; what they leave to one they do not begin.
  if (name === "reference" || of.setting.classes)
    expect(simulate(of, { engine: twoThreads }).engine).toEqual({ name, version: "1" });
});
