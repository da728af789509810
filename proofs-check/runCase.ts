import { isDeepStrictEqual } from "node:util";
import { InputError } from "../src/setting/inputError.ts";
import { isPromise, mustReturn, named } from "../src/setting/mustBe.ts";
import type { Check, Context } from "./claim.ts";
import { thrown } from "./thrown.ts";

/** A case that was run. */
export interface Timed {
  readonly sample: unknown;
  /** Milliseconds that it took, without the start of its thread. */
  readonly took: number;
}

/** A case that came to nothing. */
export interface Failed {
  /** A sentence: what was thrown, or what was wrong with what was returned. */
  readonly failed: string;
  /** Of the error, where there was one. */
  readonly stack?: string;
}

/** Whether a value can be written as JSON, so that another thread gets it too. */
function isData(value: unknown): boolean {
  try {
    return !isPromise(value) && JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** Refuses a function that gives something else when it is asked again. */
function mustRepeat(what: string, first: unknown, again: unknown): void {
  if (isDeepStrictEqual(first, again)) return;
  throw new InputError(
    `${what} must depend on its seed alone, but came out as ${named(first)} and then as ${named(again)}; leave out Math.random, the clock, and what changes from call to call`,
  );
}

const RANDOM = "it must depend on its seed alone, but calls Math.random; draw from the seed it is given";

/** Runs code in which Math.random may not be called, also where what it throws is caught. */
function withoutRandom<T>(run: () => T): T {
  const { random } = Math;
  let called = false;
  Math.random = () => {
    called = true;
    throw new InputError(RANDOM);
  };
  try {
    const came = run();
    if (called) throw new InputError(RANDOM);
    return came;
  } finally {
    Math.random = random;
  }
}

/** One case, with the time it took; of a user's check the first one twice, and its generator too. */
function caseOf(check: Check, index: number, context: Context, own: boolean): Timed {
  const began = performance.now();
  const sample = check.sample(index, context);
  const took = performance.now() - began;
  mustReturn(isData(sample), "sample", "JSON data", sample);
  if (own && index === 0) {
    mustRepeat("case 0", sample, check.sample(index, context));
    mustRepeat("the first case of its generator", check.first?.(context), check.first?.(context));
  }
  return { sample, took };
}

/**
 * Runs a case and looks at the clock.
 *
 * @param check whose case
 * @param index of the case
 * @param context seed and level
 * @param own whether the check is a user's: then Math.random may not be called, and the first case is run twice
 * @returns what came of it; never throws
 * Source: ours.
 */
export function runCase(check: Check, index: number, context: Context, own = false): Timed | Failed {
  try {
    const run = () => caseOf(check, index, context, own);
    return own ? withoutRandom(run) : run();
  } catch (error) {
    const failed = error instanceof InputError ? error.message : `it threw ${named(thrown(error))}; correct it`;
    return { failed, ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }) };
  }
}
