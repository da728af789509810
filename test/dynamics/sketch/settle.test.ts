import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { allInDoubt, type Settled, settle } from "../../../src/dynamics/sketch/settle.ts";
import type { Look, Side, Sight } from "../../../src/dynamics/sketch/sketch.ts";
import { tested } from "../../../src/sim/metrics.ts";

const COUNT = 400;
const Q = 3;

/** Numbers in (-1, 1) from a seed: a linear congruence is enough. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 69069 + 1) % 4294967296;
    return state / 2147483648 - 1;
  };
}

const sum = (list: readonly number[]) => list.reduce((all, x) => all + x, 0);
const cube = (z: number) => Math.max(0, z) ** Q;

// Looks that are off by up to all of their slack, which is far more than a real one's: many pairs of examples then stand in the wrong order. The
// closer look says so, or its own: where it does not settle enough, nothing is said.
test.prop(
  [
    fc.integer({ min: 1, max: 4294967295 }),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom(1e-3, 4e-3, 3.2e-2),
    // Guesses of any worth: the true values lie between 0 and 1.
    fc.option(fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 }), {
      nil: undefined,
    }),
  ],
  { numRuns: 60 },
)(
  "says what exact judgements of all would say, however a look is off within its slack",
  (seed, neurons, slack, guess) => {
    const next = numbers(seed);
    const lanes = Array.from({ length: COUNT }, () => Array.from({ length: 2 * neurons }, () => 0.6 * next() + 0.35));
    const seenWith = (off: number) =>
      lanes.map((row) => row.map((z) => Math.fround(z + 0.999 * off * Math.sign(next()))));
    const [about, closer] = [seenWith(slack), seenWith(slack / 8)];
    const labels = Int8Array.from({ length: COUNT }, () => (next() < 0 ? -1 : 1));
    const fromFeature = [
      [0, 0],
      [0, 0],
    ] as const;
    const halves = (rows: readonly number[][], side: number) =>
      rows.map((row) => row.slice(side * neurons, (side + 1) * neurons));
    // A first look that is off by up to its slack, and a closer one at those in doubt.
    const lookAt = (chosen: ArrayLike<number>, off: number): Look => {
      const sideOf = (side: number): Side => {
        const seen = halves(
          Array.from(chosen, (i) => (off === slack ? about : closer)[i] as number[]),
          side,
        );
        return {
          given: Float32Array.from(seen, (row) => sum(row.map(cube))),
          slopes: Float32Array.from(seen, (row) => sum(row.map((z) => (Math.max(0, z) + off) ** (Q - 1)))),
          largest: Float32Array.from(seen, (row) => Math.max(...row)),
        };
      };
      return { sides: [sideOf(0), sideOf(1)], slack: off };
    };
    const sight: Sight = {
      ...{ unit: 1, fromFeature, closest: slack / 8 },
      all: () => lookAt([...labels.keys()], slack),
      some: (chosen) => lookAt(chosen, slack / 8),
    };
    const exact = (chosen: Iterable<number>) => {
      const rows = Array.from(chosen, (i) => lanes[i] as number[]);
      const at = (side: number) => Float64Array.from(halves(rows, side), (row) => Math.max(...row));
      const margins = Float64Array.from(chosen, (i) => {
        const [plus, minus] = [0, 1].map((side) =>
          sum((halves([lanes[i] as number[]], side)[0] as number[]).map(cube)),
        );
        return (labels[i] as number) * ((plus as number) - (minus as number));
      });
      return { margins, noise: [at(0), at(1)] as const };
    };
    const { margins: _, ...all } = tested(exact([...lanes.keys()]));
    const before = guess && ({ values: guess, spread: 1, tested: all } as Settled);
    const said = settle({ name: "cnn", neurons, q: Q }, labels, allInDoubt(COUNT), sight, exact, before);
    if (said) expect(said.tested).toEqual(all);
    else expect(slack).toBe(3.2e-2);
  },
);
