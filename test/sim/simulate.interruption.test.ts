import { describe, expect, test } from "vitest";
import { parseRun } from "../../src/sim/run.ts";
import { simulate, simulation } from "../../src/sim/simulate.ts";

const run = (epochs: number) =>
  parseRun({ preset: "tiny", optimizer: { name: "adam", lr: 0.1 }, batchSize: 4, epochs, recordEvery: 5, testSize: 9 });

describe("simulation", () => {
  test("yields the share done after every epoch and ends with what simulate returns", () => {
    const legs = simulation(run(8));
    const shares = [];
    let at = legs.next();
    for (; !at.done; at = legs.next()) shares.push(at.value);
    expect(shares).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((epoch) => epoch / 8));
    expect(at.value).toEqual(simulate(run(8)));
  });

  test("unwatched, goes through the epochs between two records at once, to the same result", () => {
    const legs = simulation(run(8), { unwatched: true });
    expect([legs.next().value, legs.next().value]).toEqual([5 / 8, 1]);
    expect(legs.next().value).toEqual(simulate(run(8), { onProgress() {} }));
  });

  test("stopped after an epoch, gives the history of a run that ends there, and says that it was interrupted", () => {
    const legs = simulation(run(100), { saveWeights: true });
    for (let epoch = 1; epoch <= 7; epoch++) legs.next();
    const { history, final, interrupted } = legs.next(true).value as ReturnType<typeof simulate>;
    const short = simulate(run(7), { saveWeights: true });
    expect(interrupted).toBe(true);
    expect(history).toEqual(short.history);
    expect(final).toEqual(short.final);
  });
});
