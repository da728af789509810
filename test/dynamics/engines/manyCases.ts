import fc from "fast-check";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { cases, expectEqual, ROOMS, said } from "./cases.ts";

/**
 * Holds the kernel beside the plain recurrence on many random problems.
 *
 * @param seed of the problems
 * @param share of the cases that the test has, for every room
 * @returns how many problems there were
 * @throws Error with the first one that differs, not shrunk
 */
export function manyCases(seed: number, share: number): number {
  let count = 0;
  for (const [, method, names, some] of ROOMS) {
    const numRuns = Math.ceil(share * some);
    const same = fc.property(cases(method, names), fc.boolean(), (testCase, everyLeg) =>
      expectEqual(method, testCase, everyLeg),
    );
    fc.assert(same, { seed, numRuns, endOnFailure: true });
    count += numRuns;
  }
  return count;
}

/** Folds numbers into 32 bits: FNV-1a over their halves, every NaN being the same. */
function folded(hash: number, numbers: Float64Array): number {
  const halves = new Uint32Array(numbers.slice().buffer);
  let folded = hash;
  for (let at = 0; at < halves.length; at += 2) {
    const isNumber = !Number.isNaN(numbers[at / 2]);
    folded = Math.imul(folded ^ (isNumber ? (halves[at] as number) : 1), 16777619);
    folded = Math.imul(folded ^ (isNumber ? (halves[at + 1] as number) : 1), 16777619);
  }
  return folded;
}

/**
 * What the kernel makes of random problems, in one number a room.
 *
 * @param seed of the problems
 * @param share of the cases that the test has
 * @returns the rooms' names and numbers
 */
export const digests = (seed: number, share: number): (readonly [string, number])[] =>
  ROOMS.map(([name, method, names, some]) => {
    const problems = fc.sample(cases(method, names), { seed, numRuns: Math.ceil(share * some) });
    const of = (hash: number, { problem, legs }: (typeof problems)[number]) => {
      const training = method.start(problem, wasm);
      for (const leg of legs) training.run(leg);
      return said(training).reduce(folded, hash ^ training.step);
    };
    return [name, problems.reduce(of, 2166136261)];
  });
