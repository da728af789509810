import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { jobKey, runJob } from "../../../src/experiments/job.ts";
import { orderFrom, reasonFrom, trialFrom } from "../../../src/experiments/queue/message.ts";
import { jobAt, parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { LEVELS } from "../../../src/experiments/sweep/trial.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { ENGINES } from "../../../src/sim/engines/registry.ts";

const [engine] = ENGINES;
const jobOf = (method: string) =>
  jobAt(
    parsePlan({
      base: {
        preset: "tiny",
        optimizer: { name: "adamw", lr: 0.02, weightDecay: 1e-3 },
        batchSize: 2,
        epochs: 4,
        testSize: 9,
      },
      seeds: "3",
      method,
      stop: { fitted: 2 },
      record: ["history", "fittedEpoch"],
    }),
    0,
  );
const sent = (value: unknown) => JSON.parse(JSON.stringify(value));

// What a trainer of the user's own trains is in no queue.
describe.each(LEVELS.filter((level) => level !== "trainer"))("a run by %s", (level) => {
  const job = jobOf(level);
  const key = jobKey(job, engine);

  it("comes through as it was", () => {
    expect(orderFrom(sent({ job, timeout: 2 }), key, engine)).toEqual({ job, timeout: 2 });
    const trial = runJob(job, { engine });
    expect(JSON.stringify(trialFrom(sent(trial), job))).toBe(JSON.stringify(trial));
  });

  it("is no other run's", () => {
    const other = { ...job, run: { ...job.run, seed: 4 } };
    expect(() => orderFrom(sent({ job: other }), key, engine)).toThrow("must be the run of its key");
    expect(trialFrom(sent(runJob(other, { engine })), job)).toBeUndefined();
  });
});

describe("what comes from a queue", () => {
  const job = jobOf("simulate");
  const key = jobKey(job, engine);
  const trial = sent(runJob(job, { engine }));

  it("may name files of users' code, by any name that could not steer a terminal", () => {
    const load = { file: "lion one.mjs", sha256: "a".repeat(64) };
    expect(trialFrom({ ...trial, load, metricsFrom: [load] }, job)).toEqual({ ...trial, load, metricsFrom: [load] });
    expect(trialFrom({ ...trial, load: { ...load, file: "own\u001b[2J.ts" } }, job)).toBeUndefined();
    expect(trialFrom({ ...trial, metricsFrom: [{ ...load, sha256: "a" }] }, job)).toBeUndefined();
  });

  test.prop([fc.jsonValue()])(
    "is refused with a sentence where it is no run, and as a result where it is none",
    (value) => {
      expect(() => orderFrom(value, key, engine)).toThrow(InputError);
      expect(() => orderFrom({ job: { ...job, run: value } }, key, engine)).toThrow(InputError);
      expect(trialFrom(value, job)).toBeUndefined();
    },
  );

  it.each([
    ["a field more", { ...trial, more: 1 }],
    ["a field of every object", { ...trial, toString: 1 }],
    ["no last moment", { ...trial, final: undefined }],
    ["a text for a number", { ...trial, final: { ...trial.final, testError: "0" } }],
    ["weights", { ...trial, final: { ...trial.final, weights: [] } }],
    ["another rule", { ...trial, stopped: { rule: 1, epoch: 1, step: 1 } }],
    ["another run", { ...trial, config: { ...trial.config, seed: 5 } }],
  ])("is no result with %s", (_, value) => {
    expect(trialFrom(value, job)).toBeUndefined();
  });

  it("may be nested deeper than the stack", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`);
    expect(trialFrom({ ...trial, config: deep }, job)).toBeUndefined();
    expect(() => orderFrom({ job: { ...job, run: deep } }, key, engine)).toThrow(InputError);
  });

  test.prop([fc.string({ unit: "binary" })])("is printed without control characters, and not at length", (text) => {
    expect(reasonFrom(text)).toMatch(/^[^\u0000-\u001f\u007f-\u009f]{1,500}$/su);
  });
});
