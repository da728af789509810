import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type NestedWeights, type Weights, weightsFromNested } from "../../data/weights.ts";
import { runOfResult } from "../../dynamics/run.ts";
import { InputError } from "../../setting/inputError.ts";
import { isObject } from "../../setting/isObject.ts";
import { mustBe } from "../../setting/mustBe.ts";
import { partsOf } from "../../setting/parts.ts";
import { momentFrom } from "../../sim/momentFrom.ts";
import type { Moment } from "../../sim/trajectory.ts";
import { jsonNames, placeOf, readingAdvice, unpackedText } from "../packed.ts";
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
  /** What of its run file a sweep does not keep: start, batches, the recurrence. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Whether it was stopped from outside. */
  readonly interrupted?: true;
}

/** What one of two sides may be. */
export const SIDE = 'a file that "simulate" or "dynamics" wrote with --out, a folder of such files, or that of a sweep';

/** Final weights, [K][m][d], checked. */
function weightsFrom(value: unknown, field: string): Weights {
  const isVector = (of: unknown, length: number) =>
    Array.isArray(of) && of.length === length && of.every(Number.isFinite);
  const [first] = Array.isArray(value) && Array.isArray(value[0]) ? value[0] : [];
  const [m, d] = [Array.isArray(value) ? value[0]?.length : 0, Array.isArray(first) ? first.length : 0];
  const right =
    d > 0 &&
    (value as unknown[]).every(
      (neurons) => Array.isArray(neurons) && neurons.length === m && neurons.every((one) => isVector(one, d)),
    );
  mustBe(right, `final.weights of ${field}`, "lists of numbers, [classes][m][d]", value, "make the result again");
  return weightsFromNested(value as NestedWeights);
}

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
  const { config, engine, history, final, diverged, interrupted, load, metricsFrom, settingFrom } = parts.object(
    result,
    "the whole",
  );
  const by = parts.object(engine, "engine");
  const { method: _, start, batches, ...run } = runOfResult(parts.object(config, "config"));
  const { method } = config as { readonly method?: string };
  const end = parts.object(final, "final");
  const stopped = diverged === undefined ? undefined : parts.object(diverged, "diverged");
  return {
    trial: {
      config: { level: method === undefined ? "simulate" : "dynamics", ...run },
      engine: { name: parts.text(by.name, "engine.name"), version: parts.text(by.version, "engine.version") },
      final: momentFrom(parts, final, "final"),
      ...({ load, metricsFrom, settingFrom } as Pick<Trial, "load">),
      ...(stopped && {
        diverged: {
          step: parts.number(stopped.step, "diverged.step"),
          epoch: parts.number(stopped.epoch, "diverged.epoch"),
          metric: parts.text(stopped.metric, "diverged.metric"),
        },
      }),
    },
    history: parts.list(history, "history").map((moment, k) => momentFrom(parts, moment, `history[${k}]`)),
    ...(end.weights !== undefined && { weights: weightsFrom(end.weights, field) }),
    more: { start, batches, ...(method !== "auto" && { method }) },
    ...(interrupted === true && { interrupted }),
  };
}

const read = (path: string): unknown => JSON.parse(unpackedText(path));

function parsed(path: string, field: string): unknown {
  try {
    return read(path);
  } catch (error) {
    throw new InputError(
      `${field} must name ${SIDE}, but reading ${path} gave ${reason(error)}; ${readingAdvice(error)}`,
    );
  }
}

const isResult = (value: unknown) => isObject(value) && isObject(value.config) && Array.isArray(value.history);

/** The runs of a side, and of each file that should have been one and cannot be read a sentence. */
export interface Side {
  readonly runs: readonly Ended[];
  readonly leftOut: readonly string[];
}

/** What a file of a folder holds, or why it cannot be read. */
function runIn(path: string, field: string): { readonly run?: Ended; readonly damage?: string } {
  try {
    const result = read(path);
    return isResult(result) ? { run: endedFrom(result, `${field}, ${path},`) } : {};
  } catch (error) {
    const why = error instanceof InputError ? error.message : `reading ${path} gave ${reason(error)}`;
    return { damage: `A file of ${field} is left out: ${why}` };
  }
}

/** The results among the files of a folder. */
function resultsIn(folder: string, field: string): Side {
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
  const paths = jsonNames(files.map(({ name }) => name))
    .map((name) => join(folder, name))
    .sort();
  const found = paths.map((path) => runIn(path, field));
  return { runs: found.flatMap(({ run }) => run ?? []), leftOut: found.flatMap(({ damage }) => damage ?? []) };
}

const runsOf = (folder: string): Ended[] =>
  [...readSweep(folder).entries()].flatMap(([, done]) => ("outcome" in done ? [{ trial: done.outcome }] : []));

function isFolder(path: string, field: string): boolean {
  try {
    return statSync(placeOf(path)).isDirectory();
  } catch (error) {
    throw new InputError(`${field} must name ${SIDE}, but looking at ${path} gave ${reason(error)}; check the path`);
  }
}

/**
 * The runs of one side.
 *
 * @param given a path, or what `simulate` or `dynamics` returned, or a list of such
 * @param field that names it, for errors
 * @returns one run or more; those of a sweep that failed are left out, and damaged files of a folder, of which it says so
 * @throws InputError where there is none
 * Source: ours.
 */
export function sideOf(given: unknown, field: string): Side {
  if (typeof given !== "string") {
    const results = [given].flat();
    mustBe(results.length > 0, field, "a path, a result or a list with one", given, "give it one");
    return { runs: results.map((result) => endedFrom(result, field)), leftOut: [] };
  }
  if (!isFolder(given, field)) return { runs: [endedFrom(parsed(given, field), field)], leftOut: [] };
  const side = hasRuns(given) ? { runs: runsOf(given), leftOut: [] } : resultsIn(given, field);
  if (side.runs.length > 0) return side;
  const [damage] = side.leftOut;
  throw new InputError(damage ?? `${field} must name ${SIDE}, but ${given} has no run that finished; check the path`);
}
