import { describe, expect, test } from "vitest";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { expectWithin } from "../helpers/close.ts";
import { trajectories } from "../helpers/oracle.ts";

// The agreement that is asked for, weight by weight. The fixture records how much an error of the start grows in 200 steps (`sensitivity`, at
// most 1e5): 1e-15 a step's rounding times that stays below 1e-9.
const TOLERANCE = 1e-9;
const { starts, cases } = trajectories();

test("the fixtures hold every optimizer from every start", () => {
  const pairs = new Set(cases.map(({ start, optimizer }) => `${start} ${optimizer.name}`));
  for (const start of Object.keys(starts))
    for (const { name } of OPTIMIZERS) expect(pairs).toContain(`${start} ${name}`);
});

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  "200 steps of the engine %s against PyTorch",
  (_, engine) => {
    test.each(cases.map((entry) => [entry.name, entry] as const))(
      "%s",
      (_, { start: name, optimizer, weights, loss, sensitivity }) => {
        const { setting, network, start, batches } = starts[name] as (typeof starts)[string];
        const run = parseRun({ setting, network, start, batches, optimizer, testSize: 1, recordEvery: batches.length });
        const { final, history } = simulate(run, { engine, saveWeights: true });
        const expected = weights.flat(2);
        expect(history).toHaveLength(2);
        expect(final.step).toBe(batches.length);
        expect(sensitivity).toBeLessThan(1e5);
        expectWithin(final.weights?.flat(2) ?? [], expected, (k) => TOLERANCE * Math.abs(expected[k] as number));
        expectWithin([final.trainLoss], [loss], () => TOLERANCE * Math.max(1, loss));
      },
    );
  },
);
