import type { Method, Problem } from "../dynamics/recurrence.ts";
import type { DynamicsRun } from "../dynamics/run.ts";
import { InputError } from "../setting/inputError.ts";
import { momentsOf } from "../sim/schedule.ts";

/** Enclosures that a record, or a training, may hold: more take hours. */
const ROOM = 1e6;

/** Enclosures that all records may hold: more are no JSON that anybody reads. */
const HISTORY = 5e6;

/** Numbers in doubles that are moved in the time of one enclosure. */
const SLOWER = 1e5;

/** Enclosures that a step moves. */
export function enclosuresHeld({ name }: Method, { start, network }: Problem): number {
  const { count } = start.examples;
  const carriers = name === "gram" || name === "scalar" ? count + 1 : start.coordinates.length;
  return 2 * network.neurons * (carriers + count);
}

/**
 * What a step costs in numbers moved, so that the legs of a schedule are short enough to be stopped.
 *
 * @param method that the training is reduced to
 * @param problem its start and network
 * @returns at least as many doubles as are moved in that time
 */
export const effortOf = (method: Method, problem: Problem): number => SLOWER * enclosuresHeld(method, problem);

/**
 * Refuses what takes hours, or more memory than there is.
 *
 * @param run a checked run
 * @param method that it is reduced to
 * @param problem its start and network
 * @throws InputError, one sentence
 */
export function mustFit(run: DynamicsRun, method: Method, problem: Problem): void {
  const { optimizer, network } = run;
  const { name } = method;
  const size = enclosuresHeld(method, problem);
  if (size > ROOM)
    throw new InputError(
      `a certified run must hold at most ${ROOM} enclosures, but ${name} of ${optimizer.name} on this ${network} holds ${size}; lower n, s or m${name === "coordinate" ? ", or set eps to 0" : ""}`,
    );
  const { count } = problem.start.examples;
  const records = momentsOf(run);
  const kept = records * (2 * problem.network.neurons * (count + 1) + count);
  if (kept > HISTORY)
    throw new InputError(
      `the records of a certified run must hold at most ${HISTORY} enclosures, but ${records} of them hold ${kept}; raise recordEvery`,
    );
}
