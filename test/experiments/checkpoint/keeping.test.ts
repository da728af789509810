import { describe, expect, it } from "vitest";
import { type CheckpointOptions, keeperOf } from "../../../src/experiments/checkpoint/keeping.ts";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { fromBytes, toBytes } from "../../../src/sim/checkpoint/bytes.ts";
import type { Keeper, Snapshot } from "../../../src/sim/checkpoint/snapshot.ts";
import { finish } from "../../../src/sim/follow.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate, simulation } from "../../../src/sim/simulate.ts";
import { lion } from "../../helpers/ownOptimizers.ts";

const runBy = (name: string) =>
  parseRun({ preset: "tiny", optimizer: { name, lr: 0.01 }, batchSize: 3, epochs: 4, recordEvery: 2, testSize: 9 });
const run = runBy("sgd");

/** A place in memory, and all that was said and written. */
function place(held?: Uint8Array, more: Partial<CheckpointOptions> = {}) {
  const written: Uint8Array[] = [];
  const said: string[] = [];
  const options: CheckpointOptions = {
    name: "kept",
    read: () => written.at(-1) ?? held,
    write: (bytes) => void written.push(bytes),
    onNote: (sentence) => void said.push(sentence),
    ...more,
  };
  return { options, written, said };
}

/** Some moment of the run. */
function snapshotOf(taken: number): Snapshot {
  const all: Snapshot[] = [];
  const offer: Keeper["offer"] = (take) => void all.push(take());
  finish(simulation(run, { keeper: { offer } }));
  return all[taken] as Snapshot;
}

const snapshot = snapshotOf(2);

describe("a keeper", () => {
  it("writes no sooner than it should, and at a stop", () => {
    const { options, written } = place();
    let now = 0;
    const keeper = keeperOf("it", run, options, () => now) as Keeper;
    const at = (seconds: number, stopped = false) => {
      now = 1000 * seconds;
      keeper.offer(() => snapshot, stopped);
      return written.length;
    };
    // 50 seconds apart, measured from when the one before was begun.
    expect([at(1), at(49), at(50), at(99), at(100), at(149)]).toEqual([0, 0, 1, 1, 2, 2]);
    expect(at(149.5, true)).toBe(3);
    expect(fromBytes(written[0] as Uint8Array)).toEqual({ of: "it", snapshot });
  });

  it("writes more seldom where writing takes long", () => {
    let now = 0;
    const { options, written } = place(undefined, { every: 1 });
    const slow = { ...options, write: (bytes: Uint8Array) => void (options.write(bytes), (now += 3000)) };
    const keeper = keeperOf("it", run, slow, () => now) as Keeper;
    for (let second = 0; second <= 130; second++) {
      now = Math.max(now, 1000 * second);
      keeper.offer(() => snapshot, false);
    }
    // At 1 s, then 10 times the 3 s that it takes after it has ended at 4 s: at 34 s; at 67 s; at 100 s.
    expect(written).toHaveLength(4);
  });

  it("takes no snapshot that it does not write", () => {
    const keeper = keeperOf("it", run, place().options, () => 0) as Keeper;
    keeper.offer(() => {
      throw new Error("taken");
    }, false);
  });

  it("goes on from a checkpoint of its own, and says where", () => {
    const { options, said } = place(toBytes({ of: "it", snapshot }));
    expect(keeperOf("it", run, options)?.from).toEqual(snapshot);
    // n = 6, b = 3: two steps an epoch; after three epochs the last record is that of epoch 2.
    expect(said).toEqual(["kept is of this run; it goes on from step 6, after the record of epoch 2"]);
  });

  it("refuses one of another run, or replaces it where it may", () => {
    const other = toBytes({ of: "another", snapshot });
    expect(() => keeperOf("it", run, place(other).options)).toThrow(InputError);
    expect(() => keeperOf("it", run, place(other).options)).toThrow(
      /^checkpoint must be of this run, but kept is of another one/,
    );
    const { options, said } = place(other, { replace: true });
    expect(keeperOf("it", run, options)?.from).toBeUndefined();
    expect(said).toEqual([
      "kept is of another run, or of another version of adamcheck, and is not used; the run begins anew",
    ]);
  });

  it("begins anew where a checkpoint was altered, and says so", () => {
    const bytes = toBytes({ of: "it", snapshot });
    bytes[200] = (bytes[200] as number) ^ 1;
    const { options, said } = place(bytes);
    expect(keeperOf("it", run, options)?.from).toBeUndefined();
    expect(said).toEqual(["kept was cut off or altered and is not used; the run begins anew"]);
  });

  it("lets the run go on where it cannot write, says so once, and tries again", () => {
    const { options, written, said } = place();
    let full = true;
    const write = (bytes: Uint8Array) => {
      if (full) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      options.write(bytes);
    };
    const keeper = keeperOf("it", run, { ...options, write, every: 1e-9 }) as Keeper;
    keeper.offer(() => snapshot, true);
    keeper.offer(() => snapshot, true);
    expect(said).toEqual(["writing kept gave ENOSPC; the run goes on without"]);
    full = false;
    keeper.offer(() => snapshot, true);
    expect(written).toHaveLength(1);
  });

  it("is none where an optimizer remembers what it does not say, and the run goes on without", () => {
    let mom = 0;
    const forgetful = defineOptimizer({
      name: "test-remembers-aside",
      decay: "coupled",
      direction: (gradient) => {
        if (gradient === 0) mom = 0;
        mom = 0.5 * mom + gradient;
        return mom;
      },
    });
    const honest = defineOptimizer({
      name: "test-remembers-nothing",
      decay: "coupled",
      direction: (gradient) => gradient,
    });
    let calls = 0;
    const counting = defineOptimizer({
      name: "test-counts-aside",
      decay: "coupled",
      direction: (gradient) => gradient / (1 + calls++),
    });
    expect([honest, lion].map(({ own }) => own?.dependsOnMore)).toEqual([undefined, undefined]);
    expect(counting.own?.dependsOnMore).toBe(true);
    // What begins anew with every trial is not seen: it is only told where it shows.
    expect(forgetful.own?.dependsOnMore).toBeUndefined();
    const { options, said } = place();
    expect(keeperOf("it", runBy("test-counts-aside"), options)).toBeUndefined();
    expect(said).toEqual([
      "direction of optimizer test-counts-aside gives other steps when it is tried again, so that what it remembers cannot be written down; the run goes on without checkpoints",
    ]);
    expect(simulate(runBy("test-remembers-nothing")).final.epoch).toBe(4);
  });
});
