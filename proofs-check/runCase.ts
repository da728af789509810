import { isDeepStrictEqual } from "node:util";
import { InputError } from "../src/setting/inputError.ts";
import { isPromise, mustReturn, named } from "../src/setting/mustBe.ts";
import type { Check, Context } from "./claim.ts";
import { thrown } from "./thrown.ts";
import { withoutRandom } from "./withoutRandom.ts";

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
  /** Whether all that is wrong is the time it took. */
  readonly late?: true;
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

/** A sample with the time it took. */
function timed(sampled: () => unknown): Timed {
  const began = performance.now();
  const sample = sampled();
  const took = performance.now() - began;
  mustReturn(isData(sample), "sample", "JSON data", sample);
  return { sample, took };
}

/** One case; of a user's check the first one twice, and its generator too. */
function caseOf(check: Check, index: number, context: Context, own: boolean): Timed {
  const ran = timed(() => check.sample(index, context));
  if (own && index === 0) {
    context.begins?.();
    mustRepeat("case 0", ran.sample, check.sample(index, context));
    mustRepeat("the first case of its generator", check.first?.(context), check.first?.(context));
  }
  return ran;
}

/** What came of a user's code or ours; never throws. */
function attempt(run: () => Timed, own: boolean): Timed | Failed {
  try {
    return own ? withoutRandom(run) : run();
  } catch (error) {
    const failed = error instanceof InputError ? error.message : `it threw ${named(thrown(error))}; correct it`;
    return { failed, ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }) };
  }
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
export const runCase = (check: Check, index: number, context: Context, own = false): Timed | Failed =>
  attempt(() => caseOf(check, index, context, own), own);

/**
 * Judges a remembered case again.
 *
 * @param check that judged it once; one without `recheck` judges none
 * @param remembered the case
 * @param context seed and level
 * @param own as of `runCase`
 * @returns the sample made of it; never throws
 * Source: ours.
 */
export const recheckCase = (check: Check, remembered: unknown, context: Context, own = false): Timed | Failed =>
  attempt(() => timed(() => check.recheck?.(remembered, context)), own);
