import { describe, expect, test } from "vitest";
import { loadFile } from "../../src/library/load/loadFile.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { wasm } from "../../src/sim/engines/wasm.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { FORMULA_OPTIMIZERS } from "../helpers/formulaOptimizers.ts";

const FILE = new URL("../../examples/optimizers.ts", import.meta.url).pathname;
const NAMES = ["lion", "amsgrad", "rmsprop", "signum"];

describe("examples/optimizers.ts", () => {
  test("defines the four, as the tests know them; they train by both engines alike", async () => {
    await loadFile(FILE);
    NAMES.forEach((name, k) => {
      expect(optimizerNamed(name).formulas).toEqual(FORMULA_OPTIMIZERS[k]?.formulas);
      // Its operations say whose they are.
      expect({ ...optimizerNamed(name).own, program: 0 }).toEqual({ ...FORMULA_OPTIMIZERS[k]?.own, program: 0 });
      const optimizer = { name, lr: 0.01 };
      const run = parseRun({ preset: "tiny", optimizer, batchSize: 2, epochs: 10, testSize: 10 });
      const [plain, fast] = [reference, wasm].map((engine) => simulate(run, { engine, saveWeights: true }));
      expect(fast?.final).toEqual(plain?.final);
      expect(fast?.history.length).toBeGreaterThan(1);
    });
  });
});
