import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type NestedWeights, type Weights, weightsFromNested } from "../../data/weights.ts";
import { runOfResult } from "../../dynamics/run.ts";
import { InputError } from "../../setting/inputError.ts";
import { isObject } from "../../setting/isObject.ts";
import { mustBe } from "../../setting/mustBe.ts";
import { partsOf } from "../../setting/parts.ts";
import { momentFrom } from "../../sim/momentFrom.ts";
import type { Moment } from "../../sim/trajectory.ts";
import { reason } from "../reason.ts";
import { hasRuns, readSweep } from "../sweep/folder.ts";
import type { Trial } from "../sweep/trial.ts";

/** A run that has ended, with what was kept of its way. */
export interface Ended {
  readonly trial: Trial;
  /** Every moment recorded, of a result; a sweep keeps the last alone. */
  readonly history?: readonly Moment[];
  /** Of a result with its final weights. */
  readonly weights?: Weights;
}

/** What one of two sides may be. */
export const SIDE = 'a file that "simulate" or "dynamics" wrote with --out, a folder of such files, or that of a sweep';

/**
 * A result of `simulate` or `dynamics`, as a run that has ended.
 *
 * @param result plain data
 * @param field that names it, for errors
 * @returns the run
 * @throws InputError where it is something else
 * Source: ours.
 */
export function endedFrom(result: unknown, field: string): Ended {
  const parts = partsOf(SIDE, field);
  const { config, engine, history, final, diverged } = parts.object(result, "the whole");
  const by = parts.object(engine, "engine");
  const { method: _, start: __, batches: ___, ...run } = runOfResult(parts.object(config, "config"));
  const end = parts.object(final, "final");
  const stopped = diverged === undefined ? undefined : parts.object(diverged, "diverged");
  return {
    trial: {
      config: { level: (config as { method?: string }).method === undefined ? "simulate" : "dynamics", ...run },
      engine: { name: parts.text(by.name, "engine.name"), version: parts.text(by.version, "engine.version") },
      final: momentFrom(parts, final, "final"),
      ...(stopped && {
        diverged: {
          step: parts.number(stopped.step, "diverged.step"),
          epoch: parts.number(stopped.epoch, "diverged.epoch"),
          metric: parts.text(stopped.metric, "diverged.metric"),
        },
      }),
    },
    history: parts.list(history, "history").map((moment, k) => momentFrom(parts, moment, `history[${k}]`)),
    ...(end.weights !== undefined && { weights: weightsFromNested(end.weights as NestedWeights) }),
  };
}

function parsed(path: string, field: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new InputError(`${field} must name ${SIDE}, but reading ${path} gave ${reason(error)}; check the path`);
  }
}

const isResult = (value: unknown) => isObject(value) && isObject(value.config) && Array.isArray(value.history);

/** The results among the files of a folder. */
function resultsIn(folder: string, field: string): Ended[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const found = files.sort().map((name) => parsed(join(folder, name), field));
  return found.filter(isResult).map((result) => endedFrom(result, field));
}

function isFolder(path: string, field: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new InputError(`${field} must name ${SIDE}, but looking at ${path} gave ${reason(error)}; check the path`);
  }
}

/**
 * The runs of one side.
 *
 * @param given a path, or what `simulate` or `dynamics` returned, or a list of such
 * @param field that names it, for errors
 * @returns one run or more; those of a sweep that failed are left out
 * @throws InputError where there is none
 * Source: ours.
 */
export function sideOf(given: unknown, field: string): Ended[] {
  if (typeof given !== "string") {
    const results = [given].flat();
    mustBe(results.length > 0, field, "a path, a result or a list with one", given, "give it one");
    return results.map((result) => endedFrom(result, field));
  }
  if (!isFolder(given, field)) return [endedFrom(parsed(given, field), field)];
  const runs = hasRuns(given)
    ? [...readSweep(given).entries()].flatMap(([, done]) => ("outcome" in done ? [{ trial: done.outcome }] : []))
    : resultsIn(given, field);
  if (runs.length > 0) return runs;
  throw new InputError(`${field} must name ${SIDE}, but ${given} has no run that finished; check the path`);
}
