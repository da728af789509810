import { describe, expect, it } from "vitest";
import { dynamics } from "../../src/library/dynamics.ts";
import { simulate } from "../../src/library/simulate.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { fromBytes } from "../../src/sim/checkpoint/bytes.ts";

const run = {
  preset: "tiny" as const,
  optimizer: { name: "adam", lr: 0.01 },
  ...{ batchSize: 2, epochs: 40, recordEvery: 3, testSize: 50 },
};

/** A place in memory that is an object of a class, as a user may have it. */
class Memory {
  held: Uint8Array | undefined;
  readonly every = 1e-9;
  readonly said: string[] = [];
  read() {
    return this.held;
  }
  write(bytes: Uint8Array) {
    this.held = bytes;
  }
  onNote = (sentence: string) => void this.said.push(sentence);
}

describe.each([
  ["simulate", simulate],
  ["dynamics", dynamics],
] as const)("%s with a checkpoint", (_, train) => {
  it("goes on from where a signal stopped it, to the result that it would have had", async () => {
    const whole = await train(run);
    const place = new Memory();
    const stop = new AbortController();
    const first = await train(run, {
      checkpoint: place,
      signal: stop.signal,
      onProgress: (done) => void (done > 0.4 && stop.abort()),
    });
    expect(first.interrupted).toBe(true);
    const step = fromBytes(place.held as Uint8Array)?.snapshot.state.step as number;
    expect(step).toBe(first.final.step);
    const recorded: number[] = [];
    const second = await train(run, { checkpoint: place, onRecord: ({ epoch }) => void recorded.push(epoch) });
    expect(second).toEqual(whole);
    expect(JSON.stringify(second)).toBe(JSON.stringify(whole));
    // 3 steps an epoch; nothing is recorded again.
    expect(Math.min(...recorded)).toBeGreaterThan(step / 3 - 1e-9);
    expect(place.said).toHaveLength(1);
    expect(place.said[0]).toContain(`goes on from step ${step}`);
    // What is left is the last one: from there it is a step to the end.
    expect(await train(run, { checkpoint: place })).toEqual(whole);
  });

  it("refuses that of another run, of other batches or of other things kept", async () => {
    const place = new Memory();
    await train(run, { checkpoint: place });
    const refused = /^checkpoint must be of this run, but the checkpoint is of another one/;
    for (const change of [{ seed: 2 }, { epochs: 41 }, { testSize: 51 }, { optimizer: { name: "adam", lr: 0.02 } }])
      await expect(train({ ...run, ...change }, { checkpoint: place })).rejects.toThrow(refused);
    const kept = train === simulate ? { saveWeights: true } : { saveCoefficients: true };
    await expect(train(run, { checkpoint: place, ...kept })).rejects.toThrow(refused);
    expect(
      (await train({ ...run, seed: 2 }, { checkpoint: Object.assign(place, { replace: true }) })).config.seed,
    ).toBe(2);
  });

  it("says what a place must be", async () => {
    await expect(train(run, { checkpoint: "file" as never })).rejects.toThrow(InputError);
    await expect(train(run, { checkpoint: { read() {} } as never })).rejects.toThrow(
      /^checkpoint must be an object with read and write, such as checkpointFile gives, but is \{\}/,
    );
  });
});

describe("the checkpoint of a training in coefficients", () => {
  it("is gone on from by either engine, since their bytes are the same", async () => {
    const whole = await dynamics(run);
    const place = new Memory();
    const stop = new AbortController();
    const onProgress = (done: number) => void (done > 0.4 && stop.abort());
    await dynamics(run, { checkpoint: place, signal: stop.signal, onProgress, engine: "reference" });
    expect(await dynamics(run, { checkpoint: place, engine: "wasm" })).toEqual(whole);
  });
});
