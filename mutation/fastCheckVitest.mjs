import * as fc from "fast-check";
import { test as plain } from "vitest";

/*
 * What our tests use of @fast-check/vitest, for runs by the thousand: that package builds every order of vitest's modifiers as it is loaded,
 * which takes 2.5 s a worker, and each mutant has a worker of its own.
 */

/** Cases of a property that does not say: enough for most mutants, and a score is at least what is printed. */
const CASES = 20;

const prop = (arbitraries, parameters) => (name, body, timeout) => {
  const property = fc.asyncProperty(...arbitraries, async (...values) => await body(...values));
  plain(name, () => fc.assert(property, { numRuns: CASES, ...parameters }), timeout);
};

export { fc };
export const test = Object.assign(plain, { prop });
export const it = test;
