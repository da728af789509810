import * as fc from "fast-check";
import { type TestFunction, test as plain } from "vitest";

/*
 * What our tests use of @fast-check/vitest, for runs by the thousand: that package builds every order of vitest's modifiers as it is loaded,
 * which takes 2.5 s a worker, and each mutant has a worker of its own.
 */

type Body = (...values: unknown[]) => unknown;

const prop =
  (arbitraries: fc.Arbitrary<unknown>[], parameters?: fc.Parameters<unknown[]>) =>
  (name: string, body: Body, timeout?: number): void => {
    const property = fc.asyncProperty(...arbitraries, async (...values: unknown[]) => (await body(...values)) as undefined);
    plain(name, (() => fc.assert(property, parameters as fc.Parameters<unknown[]>)) as TestFunction, timeout);
  };

export { fc };
export const test = Object.assign(plain, { prop });
export const it = test;
