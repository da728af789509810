import { describe, expect, it } from "vitest";
import { explore } from "../../src/library/explore.ts";
import { simulate } from "../../src/library/simulate.ts";
import { mustKnowKeys } from "../../src/setting/explain.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { parseRun } from "../../src/sim/run.ts";

const RUN = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 2 };

describe("a key that is unknown", () => {
  it.each([
    [{ ...RUN, epoch: 3 }, 'epoch must be a known key of a run, but is not (its value is 3); did you mean "epochs"?'],
    [
      { ...RUN, optimizer: { name: "adam", lr: 0.01, rl: 1 } },
      'optimizer.rl must be a known key of optimizer, but is not (its value is 1); did you mean "lr"?',
    ],
    [
      { ...RUN, whatever: 3 },
      "whatever must be a known key of a run, but is not (its value is 3); remove it or correct its spelling",
    ],
  ])("is told what was meant, where something is near: %j", (input, message) => {
    expect(() => parseRun(input)).toThrow(new InputError(message));
  });

  it("belongs to the options of a function, without an article", async () => {
    await expect(simulate(RUN as never, { engin: "wasm" } as never)).rejects.toThrow(
      new InputError(
        'engin must be a known key of simulate\'s options, but is not (its value is "wasm"); did you mean "engine"?',
      ),
    );
    await expect(explore(7 as never)).rejects.toThrow(
      new InputError("explore's options must be an object, but is 7; correct it"),
    );
  });

  it("of a definition is named, too; one that is undefined is none", () => {
    expect(() => mustKnowKeys({ name: "x", epsilon: undefined }, "optimizer x", ["name"])).not.toThrow();
    expect(() => mustKnowKeys({ name: "x", nam: () => 1 }, "optimizer x", ["name"])).toThrow(
      new InputError(
        'nam must be a known key of optimizer x, but is not (its value is a function); did you mean "name"?',
      ),
    );
  });
});
