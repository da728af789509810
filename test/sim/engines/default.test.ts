import { expect, it, vi } from "vitest";
import { runJob } from "../../../src/experiments/job.ts";
import { ENGINES, engineNamed } from "../../../src/sim/engines/registry.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { PASS_ENGINE } from "../../helpers/pass.ts";

// Both engines give the same bytes, so that the other tests of a pass cannot tell whether its engine ran: this one can.
const run = parseRun({ preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 3, testSize: 5 });

it(`is the ${PASS_ENGINE} engine in this pass`, () => {
  expect(ENGINES[0].name).toBe(PASS_ENGINE);
  expect(engineNamed().name).toBe(PASS_ENGINE);
});

it.each([
  ["simulate", () => simulate(run)],
  ["runJob", () => runJob({ kind: "simulate", run }).results[0]],
])(`%s trains and judges by the ${PASS_ENGINE} engine alone where none is named`, (_, train) => {
  const spies = ENGINES.map((engine) => ({
    name: engine.name,
    start: vi.spyOn(engine, "start"),
    judge: vi.spyOn(engine, "judge"),
  }));
  expect(train()?.engine.name).toBe(PASS_ENGINE);
  for (const { name, start, judge } of spies) {
    const times = name === PASS_ENGINE ? 1 : 0;
    expect([name, start.mock.calls.length, judge.mock.calls.length]).toEqual([name, times, times]);
    if (times) expect(start.mock.results[0]?.value.step).toBe(9);
  }
});
