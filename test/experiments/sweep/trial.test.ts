import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runTrial } from "../../../src/experiments/sweep/trial.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { seeds } from "../../helpers/arbitraries.ts";
import { losses, widerSettings } from "../../helpers/widerSettings.ts";

describe("runTrial", () => {
  test.prop([widerSettings, losses, seeds], { numRuns: 40 })(
    "trains the network where a recurrence may be chosen and the model is beyond the papers'",
    (setting, loss, seed) => {
      const run = parseRun({
        // With one key at least, each is beyond the papers' model.
        setting: { ...setting, mu: setting.mu ?? 1.5 },
        optimizer: { name: "sgd", lr: 0.01 },
        ...loss,
        ...{ batchSize: 1, epochs: 2, seed, testSize: 4 },
      });
      const ended = (level: "simulate" | "auto" | "dynamics") => {
        const { engine, final } = runTrial({ kind: "trial", run, level, stop: {}, record: [] });
        return { engine, final };
      };
      expect(ended("auto")).toEqual(ended("simulate"));
      expect(ended("dynamics").engine.name).toBe("gram");
    },
  );
});
