import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { shuffledIndices } from "../../src/random/shuffle.ts";
import { openStream } from "../../src/random/stream.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { parseRun, type Run } from "../../src/sim/run.ts";
import { type Leg, schedule } from "../../src/sim/schedule.ts";

const tiny = PRESETS.tiny as NonNullable<typeof PRESETS.tiny>;
const runOf = (n: number, rest: object): Run =>
  parseRun({ setting: { ...tiny.setting, n }, optimizer: { name: "sgd", lr: 0.1 }, ...rest });
const batchesOf = ({ batches: { indices, offsets } }: Leg) =>
  Array.from({ length: offsets.length - 1 }, (_, k) => [...indices.slice(offsets[k], offsets[k + 1])]);

const epochRuns = fc
  .record({
    n: fc.integer({ min: 1, max: 12 }),
    b: fc.nat(),
    epochs: fc.integer({ min: 1, max: 12 }),
    recordEvery: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(),
  })
  .map(({ n, b, epochs, recordEvery, seed }) => runOf(n, { batchSize: 1 + (b % n), epochs, recordEvery, seed }));

describe("the schedule of epochs", () => {
  test.prop([epochRuns])("passes over every example once an epoch, in batches of b, the last short one kept", (run) => {
    const { n } = run.setting;
    const b = run.batchSize as number;
    const legs = [...schedule(run)];
    expect(legs).toHaveLength(run.epochs as number);
    for (const leg of legs) {
      const sizes = batchesOf(leg).map(({ length }) => length);
      expect(
        batchesOf(leg)
          .flat()
          .sort((x, y) => x - y),
      ).toEqual(Array.from({ length: n }, (_, k) => k));
      expect(sizes).toEqual([...new Array<number>(Math.floor(n / b)).fill(b), ...(n % b === 0 ? [] : [n % b])]);
    }
  });

  test.prop([epochRuns])("shuffles epoch e by the stream of e alone, counted from 1", (run) => {
    [...schedule(run)].forEach((leg, k) => {
      expect(leg.batches.indices).toEqual(shuffledIndices(openStream(run.seed, "shuffle", k + 1), run.setting.n));
    });
  });

  test.prop([epochRuns])("records every recordEvery epochs and at the end, and says how much is done", (run) => {
    const epochs = run.epochs as number;
    [...schedule(run)].forEach(({ record, done }, k) => {
      expect(record).toBe((k + 1) % run.recordEvery === 0 || k + 1 === epochs);
      expect(done).toBe((k + 1) / epochs);
    });
  });
});

const batchLists = fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
const givenRuns = fc
  .record({ batches: batchLists, recordEvery: fc.integer({ min: 1, max: 5 }) })
  .map((rest) => runOf(6, rest));

/** Every batch, with the share done where a record follows it. */
const stepsOf = (legs: Leg[]) =>
  legs.flatMap((leg) => {
    const batches = batchesOf(leg);
    return batches.map((batch, k) => ({ batch, ...(leg.record && k === batches.length - 1 && { done: leg.done }) }));
  });

describe("the schedule of epochs together", () => {
  test.prop([epochRuns, fc.nat()])("has the same batches and records in fewer legs, from any step on", (run, taken) => {
    const apart = [...schedule(run)];
    const joined = [...schedule(run, 0, 1, true)];
    expect(stepsOf(joined)).toEqual(stepsOf(apart));
    // At most 12 examples and 12 epochs: what is between two records is one leg.
    expect(joined).toHaveLength(Math.ceil((run.epochs as number) / run.recordEvery));
    const steps = stepsOf(apart);
    const from = taken % (steps.length + 1);
    expect(stepsOf([...schedule(run, from, 1, true)])).toEqual(steps.slice(from));
  });

  test("has legs of 4096 examples at most, where an epoch is no longer", () => {
    const legs = (n: number) =>
      [...schedule(runOf(n, { batchSize: n, epochs: 3, recordEvery: 3 }), 0, 1, true)].map(
        ({ batches }) => batches.offsets.length - 1,
      );
    expect([legs(1365), legs(2048), legs(2049), legs(5000)]).toEqual([[3], [2, 1], [1, 1, 1], [1, 1, 1]]);
  });
});

describe("the schedule from a step on", () => {
  /** Numbers that a step moves: legs of a whole epoch, of a few batches, of one. */
  const moved = fc.constantFrom(1, 4e8, 1e9, 1e12);

  test.prop([fc.oneof(epochRuns, givenRuns), fc.nat(), moved, moved])(
    "has the batches and the records that are left, however legs are cut",
    (run, taken, before, after) => {
      const whole = stepsOf([...schedule(run, 0, before)]);
      const from = taken % (whole.length + 1);
      expect(stepsOf([...schedule(run, from, after)])).toEqual(whole.slice(from));
    },
  );

  test.prop([epochRuns])("has legs that move about 10^9 numbers at most, or one step", (run) => {
    for (const { batches } of schedule(run, 0, 4e8)) expect(batches.offsets.length - 1).toBeLessThanOrEqual(2);
    for (const { batches } of schedule(run, 0, 1e12)) expect(batches.offsets).toHaveLength(2);
  });
});

describe("the schedule of given batches", () => {
  test.prop([batchLists, fc.integer({ min: 1, max: 5 })])(
    "takes them as they are, a record every recordEvery steps and at the end",
    (batches, recordEvery) => {
      const legs = [...schedule(runOf(6, { batches, recordEvery }))];
      expect(legs.flatMap(batchesOf)).toEqual(batches);
      legs.forEach(({ record, done }, k) => {
        expect(record).toBe(true);
        expect(done).toBe(Math.min((k + 1) * recordEvery, batches.length) / batches.length);
      });
      expect(legs).toHaveLength(Math.ceil(batches.length / recordEvery));
    },
  );
});
