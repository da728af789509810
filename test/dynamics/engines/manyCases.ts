import fc from "fast-check";
import { cases, expectEqual, ROOMS } from "./cases.ts";

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
