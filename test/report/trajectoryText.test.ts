import { expect, it } from "vitest";
import { trajectoryText } from "../../src/report/trajectoryText.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

const textOf = (more: object) =>
  trajectoryText(
    simulate(
      parseRun({
        setting: { ...PRESETS.tiny?.setting, d: 30, ...more },
        ...{ optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 2, testSize: 20 },
      }),
    ),
  );

it("says which classes a pair is of", () => {
  expect(textOf({})).toContain("\nPairs a / b are of class +1 / class -1.\n");
  expect(textOf({ classes: 3 })).toContain("\nPairs a / b are of class 1 / class 2.\n");
  expect(textOf({ classes: 3 })).toContain("What decides (classes 1 / 2):");
});

it("measures as many classes as there are by guessing among them", () => {
  const run = parseRun({
    setting: { ...PRESETS.tiny?.setting, d: 30, classes: 4 },
    ...{ optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 2, testSize: 20 },
  });
  const result = simulate(run);
  const bad = { ...result, final: { ...result.final, trainError: 0, testError: 0.9 } };
  expect(trajectoryText(bad)).toContain(
    "worse than guessing among 4 classes on fresh examples, which is wrong on 75%.",
  );
});
