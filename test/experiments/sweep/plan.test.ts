import { describe, expect, it } from "vitest";
import { jobAt, type Plan, parsePlan, pointAt, pointCount } from "../../../src/experiments/sweep/plan.ts";
import { planFrom } from "../../../src/experiments/sweep/planText.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { parseRun } from "../../../src/sim/run.ts";

const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, epochs: 3, batchSize: 2 };
const plan = (changes: object = {}) => parsePlan({ base, seeds: "1-2", ...changes });
const points = (of: Plan) => Array.from({ length: pointCount(of) }, (_, k) => pointAt(of, k));

describe("parsePlan", () => {
  it("completes, and gives itself back when parsed again", () => {
    const complete = plan({
      axes: { weightDecay: { log: [1e-6, 1e-4], count: 3 }, batchSize: { linear: [1, 6], count: 20 } },
      zip: [{ n: [4, 6], d: [12, 20] }],
      stop: { fitted: 2 },
      record: ["history", "fittedEpoch"],
    });
    expect(complete.axes).toEqual({ weightDecay: [1e-6, 1e-5, 1e-4], batchSize: [1, 2, 3, 4, 5, 6] });
    expect(complete.record).toEqual(["fittedEpoch", "history"]);
    expect(complete.method).toBe("simulate");
    expect(parsePlan(JSON.parse(JSON.stringify(complete)))).toEqual(complete);
  });

  it("crosses axes, the last fastest, and goes through the lists of a group together", () => {
    const both = plan({ axes: { batchSize: [1, 2], lr: [0.1, 0.2] }, zip: [{ n: [4, 6], m: [2, 3] }] });
    expect(points(both)).toHaveLength(8);
    expect(points(both).slice(0, 3)).toEqual([
      { batchSize: 1, lr: 0.1, n: 4, m: 2 },
      { batchSize: 1, lr: 0.1, n: 6, m: 3 },
      { batchSize: 1, lr: 0.2, n: 4, m: 2 },
    ]);
    expect(points(plan())).toEqual([{}]);
  });

  it("makes the run that a run file with these values would be", () => {
    const varied = plan({
      base: { ...base, optimizer: { name: "adam", lr: 0.01, betas: [0.9, 0.999] } },
      axes: { weightDecay: [1e-3], beta1: [0.5], batchSize: [3], n: [5] },
      seeds: [7],
    });
    const { preset, ...rest } = base;
    const setting = parseRun({ ...rest, preset }).setting;
    expect(jobAt(varied, 0).run).toEqual(
      parseRun({
        ...rest,
        setting: { ...setting, n: 5 },
        optimizer: { name: "adam", lr: 0.01, weightDecay: 1e-3, betas: [0.5, 0.999] },
        batchSize: 3,
        seed: 7,
      }),
    );
  });

  it("may leave to the axes what the base does not say", () => {
    const { batchSize, ...rest } = base;
    const job = jobAt(plan({ base: rest, axes: { batchSize: [batchSize] } }), 0);
    expect(job.run.batchSize).toBe(batchSize);
  });

  it("takes a method of dynamics in the base where the plan runs dynamics", () => {
    const inCoefficients = plan({ base: { ...base, method: "active-set" }, method: "dynamics" });
    expect(jobAt(inCoefficients, 0)).toMatchObject({ level: "dynamics", run: { method: "active-set" } });
    expect(() => jobAt(plan({ base: { ...base, method: "active-set" } }), 0)).toThrow(/^method must be a known key/);
  });

  it.each([
    [{ base: 3 }, /^base must be a run file/],
    [{ base: { ...base, seed: 1 } }, /^base\.seed must be absent/],
    [{ seeds: undefined }, /^seeds must be seeds/],
    [{ seeds: "3-1" }, /^seeds must have rising ranges, but has 3-1; turn it around$/],
    [{ axes: { batchsize: [2] } }, /^axes must name .* but names "batchsize"/],
    [{ axes: { seed: [2] } }, /^axes must name/],
    [{ axes: { batchSize: [] } }, /^axes\.batchSize must be a list/],
    [{ axes: { batchSize: [2, 3, 2] } }, /^batchSize must have no entry twice, but has \[2\] again/],
    [{ zip: [{ lr: [1, 1, 1], n: [1, 2, 1] }] }, /^lr, n must have no entry twice/],
    [{ axes: { lr: [1] }, zip: [{ lr: [2] }] }, /^lr must be varied once/],
    [{ zip: [{ lr: [1, 2], n: [1] }] }, /^zip\[0\] must have lists of one length/],
    [{ zip: [{}] }, /^zip\[0\] must have lists/],
    [{ zip: { lr: [1] } }, /^zip must be a list/],
    [{ method: "guess" }, /^method must be one of/],
    [{ stop: { fitted: 0 } }, /^stop\.fitted must be/],
    [{ stop: { slow: 1 } }, /^stop\.slow must be a known key/],
    [{ record: ["weights"] }, /^record must be a list of names/],
    [{ extra: 1 }, /^extra must be a known key of a plan/],
  ])("refuses %j", (changes, message) => {
    expect(() => plan(changes)).toThrow(InputError);
    expect(() => plan(changes)).toThrow(message);
  });

  it("names the combination that gives no valid run", () => {
    const wrong = plan({ axes: { batchSize: [2, 7] } });
    expect(() => jobAt(wrong, 1)).toThrow(
      /^batchSize must be at most n = 6, but is 7.*\(in the plan at batchSize = 7\)$/,
    );
    expect(() => jobAt(plan({ axes: { beta1: [0.5] } }), 0)).toThrow(/^base\.optimizer\.betas must be given/);
  });
});

it("a plan of more runs than memory holds is refused", () => {
  const axes = { lr: { log: [1e-6, 1], count: 1e4 }, weightDecay: { log: [1e-6, 1], count: 1e4 } };
  expect(() => plan({ axes, seeds: 1 })).toThrow(/^a plan must have at most 10000000 runs, but has 100000000; /);
});

describe("planFrom", () => {
  it("reads YAML and JSON alike", () => {
    const yaml =
      "base: { preset: tiny, optimizer: { name: adam, lr: 1e-2 }, epochs: 3, batchSize: 2 } # a word\nseeds: 1-2\n";
    expect(planFrom(yaml, "x")).toEqual(plan());
    expect(planFrom(JSON.stringify({ base, seeds: "1-2" }), "x")).toEqual(plan());
  });

  it("says what the parser says, in one sentence", () => {
    expect(() => planFrom("base: [", "plan.yaml")).toThrow(
      /^plan\.yaml must hold YAML or JSON, but the parser says: .*; correct it there$/,
    );
    expect(() => planFrom("", "plan.yaml")).toThrow(InputError);
    expect(() => planFrom("base: *nobody", "plan.yaml")).toThrow(
      /^plan\.yaml must hold YAML or JSON, .*nobody.*; correct it there$/,
    );
  });
});
