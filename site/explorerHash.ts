import type { Run } from "../src/sim/run.ts";
import { choiceFrom } from "../web/choice/fromRun.ts";
import { FIRST } from "../web/choice/state.ts";
import { toHash } from "../web/choice/urlState.ts";

/** Weights that a page has room for, with the optimizer's memory of each. */
const MOST_WEIGHTS = 8e6;
/** Steps times weights that it gets through within a minute or two. */
const MOST_WORK = 2e10;

/**
 * The part of the explorer's address behind "#" that opens a run.
 *
 * @param run a complete one
 * @returns it, as short as the explorer makes it; undefined where a page could not train it: too many weights, or steps
 * @throws InputError where the explorer refuses it
 */
export function explorerHash(run: Run): string | undefined {
  const { setting, batchSize, epochs, start } = run;
  if (batchSize === undefined || epochs === undefined || start) return undefined;
  const weights = 2 * setting.m * setting.d;
  if (weights > MOST_WEIGHTS || weights * epochs * Math.ceil(setting.n / batchSize) > MOST_WORK) return undefined;
  return toHash({ ...choiceFrom(run, FIRST), recordEvery: null });
}
