import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { drawStart } from "../../../src/data/start.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { schedule } from "../../../src/sim/schedule.ts";
import "../../../src/sim/schedules/formula.ts";
import { batchSizes, courseOf, rateOf } from "../../../src/sim/schedules/course.ts";
import { NAMED } from "../../../src/sim/schedules/named.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { optimizerEntries } from "../../helpers/arbitraries.ts";

const OPTIMIZER = { name: "sgd", lr: 0.1 };
const run = (more: object) =>
  parseRun({ preset: "tiny", optimizer: OPTIMIZER, batchSize: 2, epochs: 6, testSize: 5, ...more });

describe("batch sizes", () => {
  it("grow as their schedule says, rounded, from 1 to n", () => {
    // tiny has n = 6: 2 * 2^e = 2, 4, 8, ...; 2/(1 + e) = 2, 1, 2/3, 1/2, 2/5, ...
    const sizes = (batchSchedule: string) => Array.from({ length: 5 }, (_, e) => batchSizes(run({ batchSchedule }))(e));
    expect(sizes("2^e")).toEqual([2, 4, 6, 6, 6]);
    expect(sizes("1/(1 + e)")).toEqual([2, 1, 1, 1, 1]);
    expect(courseOf(run({ batchSchedule: "2^e" })).T).toBe(3 + 2 + 1 + 1 + 1 + 1);
    const legs = [...schedule(run({ batchSchedule: "2^e" }))];
    expect(legs.map(({ batches }) => batches.offsets.length - 1)).toEqual([3, 2, 1, 1, 1, 1]);
  });

  const schedules = fc.constantFrom(undefined, "2^e", "1/(1 + e)", "1 + e/2", "constant");
  test.prop([schedules, fc.nat(40)])("go on in the middle as they would have gone on", (batchSchedule, taken) => {
    const whole = run({ ...(batchSchedule && { batchSchedule }) });
    const batches = (legs: ReturnType<typeof schedule>) =>
      [...legs].flatMap(({ batches: { indices, offsets } }) =>
        Array.from({ length: offsets.length - 1 }, (_, k) => indices.slice(offsets[k], offsets[k + 1])),
      );
    expect(batches(schedule(whole, taken))).toEqual(batches(schedule(whole)).slice(taken));
  });
});

describe("the learning rate", () => {
  it("rises in a warm-up and follows its schedule, by the step", () => {
    const factors = (more: object) => {
      const rate = rateOf(run(more));
      return rate && Array.from({ length: 18 }, (_, k) => rate(k + 1));
    };
    expect(factors({})).toBeUndefined();
    expect(factors({ lrSchedule: "constant", warmup: 0 })).toBeUndefined();
    // Three steps an epoch: a warm-up of two epochs ends at step 6; e is 0 for steps 1 to 3.
    expect(factors({ warmup: 2 })?.slice(0, 7)).toEqual([1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1, 1]);
    expect(factors({ lrSchedule: "1/(1 + e)" })?.slice(0, 7)).toEqual([1, 1, 1, 1 / 2, 1 / 2, 1 / 2, 1 / 3]);
    expect(factors({ lrSchedule: "t/T" })?.at(-1)).toBe(1);
    expect(factors({ lrSchedule: "e/E" })?.at(-1)).toBe(5 / 6);
    const given = { batchSize: undefined, epochs: undefined, batches: [[0], [1, 2], [3]] };
    const rate = rateOf(run({ ...given, lrSchedule: "t*100 + e*10 + E", warmup: 2 }));
    expect([1, 2, 3].map((t) => rate?.(t))).toEqual([103 / 2, 213, 323]);
  });

  test.prop([optimizerEntries, fc.constantFrom(...Object.keys(NAMED), "(t - 1)/T"), fc.nat(3)], { numRuns: 60 })(
    "of a step is that of a training of that rate: a run is its steps, one after the other",
    (optimizer, lrSchedule, warmup) => {
      const whole = run({ optimizer, lrSchedule, warmup, ...(lrSchedule === "cosine" && { batchSchedule: "2^e" }) });
      const rate = rateOf(whole) ?? (() => 1);
      const network = networkOf("cnn", whole.setting);
      const start = drawStart(whole.setting, network, whole.seed);
      const training = reference.start({ network, optimizer: whole.optimizer, ...start, rate });
      let state = training.state();
      for (const { batches } of schedule(whole)) {
        const finite = training.run(batches);
        for (let k = 0; k + 1 < batches.offsets.length; k++) {
          const lr = whole.optimizer.lr * rate(state.step + 1);
          const one = reference.start({ network, optimizer: { ...whole.optimizer, lr }, ...start });
          one.restore(state);
          const goesOn = one.run({ indices: batches.indices, offsets: batches.offsets.slice(k, k + 2) });
          state = one.state();
          if (!goesOn) break;
        }
        expect(training.state()).toEqual(state);
        if (!finite) break;
      }
    },
  );

  it("is of results: a falling rate gives other weights, a constant one the same bytes", () => {
    const of = (more: object) => JSON.stringify(simulate(run(more)).history);
    expect(of({ lrSchedule: "constant" })).toBe(of({}));
    expect(of({ lrSchedule: "linear" })).not.toBe(of({}));
  });

  it("is refused in one sentence where it is no number from 0 on", () => {
    expect(() => run({ lrSchedule: "1 - t" })).toThrow(
      /^lrSchedule must be a number from 0 on, but "1 - t" is -1 at step 2; correct it$/,
    );
    expect(() => run({ lrSchedule: "1/e" })).toThrow(/is Infinity at step 1/);
    expect(() => run({ batchSchedule: "log(e)" })).toThrow(/^batchSchedule must be a number from 0 on.*at epoch 0/);
    expect(() => run({ lrSchedule: "1/(1+" })).toThrow(/^lrSchedule: the formula "1\/\(1\+" must be complete/);
    expect(() => run({ lrSchedule: 3 })).toThrow(/^lrSchedule must be a name of constant, .*, but is 3; correct it$/);
    expect(() => run({ warmup: -1 })).toThrow(/^warmup must be/);
    expect(() => run({ epochs: 1e9, batchSchedule: "2^e" })).toThrow(/^epochs must be at most 10000000/);
    const given = { batchSize: undefined, epochs: undefined, batches: [[0]], batchSchedule: "2^e" };
    expect(() => run(given)).toThrow(/^batchSchedule must be absent where batches is given/);
  });
});
