import { fc, test } from "@fast-check/vitest";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../../scripts/jsonSchemas.ts";
import { aboutFrom, trainedFrom } from "../../../src/experiments/trainer/protocol.ts";
import { parseTrainerRun } from "../../../src/experiments/trainer/trainerRun.ts";

const ajv = new Ajv({ allowUnionTypes: true });
const SCHEMAS = jsonSchemas();
const isAbout = ajv.compile(SCHEMAS["trainer-about.schema.json"]);
const isResult = ajv.compile(SCHEMAS["trainer-result.schema.json"]);

const moment = { epoch: 1, step: 3, trainLoss: 0.5, trainError: 0.25, testError: 1 };
const print = (value: unknown) => `loading ...\n{}\n${JSON.stringify(value)}\n\n`;

describe("what a trainer says of itself", () => {
  const about = { name: "a", version: "2", metrics: [{ name: "gap", about: "b", unit: "none" }], files: ["x.py"] };

  it("is read from the last line, and what its schema takes", () => {
    expect(aboutFrom(print(about))).toEqual(about);
    expect(isAbout(about)).toBe(true);
  });

  it.each([{ name: "" }, { version: 2 }, { metrics: [{ name: "gap" }] }, { files: "x.py" }, { more: 1 }])(
    "is refused with %j",
    (change) => {
      expect(() => aboutFrom(print({ ...about, ...change }))).toThrow(/^\w+ must .*, but .*; /);
      expect(isAbout({ ...about, ...change })).toBe(false);
    },
  );
});

describe("what a trainer gives", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const rest = fc.record({ step: fc.nat(), trainLoss: finite, trainError: share, testError: share });

  test.prop([fc.array(rest, { minLength: 1 })])("is what it printed, and what its schema takes", (moments) => {
    // As printed: JSON has no -0.
    const history = JSON.parse(JSON.stringify(moments.map((one, k) => ({ epoch: k, ...one }))));
    expect(trainedFrom(print({ history }), moments.length - 1, [])).toEqual({ history });
    expect(isResult({ history })).toBe(true);
  });

  it("may end early where it diverged", () => {
    const diverged = { step: 4, epoch: 1.5, metric: "loss" };
    expect(trainedFrom(print({ history: [moment], diverged }), 9, [])).toEqual({ history: [moment], diverged });
    expect(() => trainedFrom(print({ history: [moment] }), 9, [])).toThrow(/^history must end at epoch 9, /);
  });

  it.each([
    { history: [] },
    { history: [{ ...moment, testError: undefined }] },
    { history: [{ ...moment, trainError: -0.1 }] },
    { history: [{ ...moment, step: 0.5 }] },
    { history: [{ ...moment, accuracy: 1 }] },
    { history: [{ ...moment, metrics: { gap: "1" } }] },
    { history: [moment], diverged: true },
    { history: [moment], engine: "torch" },
    { history: [1] },
  ])("is refused: %j", (result) => {
    expect(() => trainedFrom(print(result), 1, ["gap"])).toThrow(/^[\w[\].]+ must .*, but .*; /);
    expect(isResult(JSON.parse(JSON.stringify(result)))).toBe(false);
  });
});

describe("a run on a trainer's own problem", () => {
  it("has what was said, and no default of our data", () => {
    const run = { setting: { n: 9 }, optimizer: { name: "adam", lr: 1 }, batchSize: 3, epochs: 250 };
    const optimizer = { name: "adam", lr: 1, weightDecay: 0, convention: "pytorch", betas: [0.9, 0.999], eps: 1e-8 };
    const complete = { ...run, optimizer, seed: 1, recordEvery: 2 };
    expect(parseTrainerRun(run)).toEqual(complete);
    expect(parseTrainerRun(complete)).toEqual(complete);
  });
});
