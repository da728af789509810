import { test } from "@fast-check/vitest";
import fc from "fast-check";
import { expect } from "vitest";
import { EXACT_METHODS } from "../../src/dynamics/reduce.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { cases } from "./arbitrary.ts";

/** Every exact method and engine: the rows asked for are those of all weights, bit for bit. */
test.prop([
  fc.constantFrom("disjoint" as const, "independent" as const).chain((kind) => cases(kind, 6)),
  fc.nat(),
  fc.nat(),
])("some weights are those among all", ({ problem, legs }, by, seed) => {
  const count = problem.start.coordinates.length;
  const width = 2 * problem.network.neurons;
  const some = Int32Array.from({ length: count }, (_, k) => k).filter((k) => k === 0 || (k * 7919 + seed) % 3 === 0);
  for (const method of EXACT_METHODS) {
    if (method.unmet(problem) !== undefined) continue;
    const training = method.start(problem, ENGINES[by % ENGINES.length]);
    for (const leg of legs) training.run(leg);
    const all = training.weights();
    const rows = Array.from(some, (k) => [...all.subarray(k * width, (k + 1) * width)]).flat();
    expect([...training.weights({ coordinates: some })]).toEqual(rows);
    // A longer array keeps what is behind.
    const out = new Float64Array((some.length + 1) * width).fill(7);
    expect([...training.weights({ coordinates: some, out })]).toEqual([...rows, ...new Array(width).fill(7)]);
  }
});
