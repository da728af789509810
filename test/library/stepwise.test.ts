import { describe, expect, it } from "vitest";
import { simulate } from "../../src/library/simulate.ts";
import { stepwise } from "../../src/library/stepwise.ts";
import { InputError } from "../../src/setting/inputError.ts";

const RUN = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 2, testSize: 20 };

describe("stepwise", () => {
  it("is the training that takes its time", async () => {
    const seen: number[] = [];
    const options = { saveWeights: true, onRecord: ({ epoch }: { epoch: number }) => void seen.push(epoch) };
    expect(stepwise.finish(stepwise.simulate(RUN, options))).toEqual(await simulate(RUN, { saveWeights: true }));
    expect(seen).toEqual([0, 1, 2]);
  });

  it.each([
    [
      () => stepwise.simulate(RUN, { saveWeight: true } as never),
      'saveWeight must be a known key of simulate\'s options, but is not (its value is true); did you mean "saveWeights"?',
    ],
    [() => stepwise.simulate(RUN, { onRecord: 3 } as never), "onRecord must be a function, but is 3; correct it"],
    [
      () => stepwise.dynamics(RUN, { saveCoefficients: "yes" } as never),
      'saveCoefficients must be true or false, but is "yes"; correct it',
    ],
    [() => stepwise.observe(RUN, 3 as never), "level must be 0, 1 or 2, but is 3; correct it"],
    [
      () => stepwise.observe(RUN, 1, "steps" as never),
      'every must be "step" or "record", but is "steps"; did you mean "step"?',
    ],
    [() => stepwise.observe(RUN, 1, "day" as never), 'every must be "step" or "record", but is "day"; correct it'],
  ])("refuses what nothing reads: %s", (call, message) => {
    expect(call).toThrow(new InputError(message));
  });
});
