import { InputError } from "../../setting/inputError.ts";
import { ENGINES } from "../../sim/engines/registry.ts";
import type { Damage } from "../journal/indexLines.ts";
import { planIn, readSweep } from "./folder.ts";
import { unknownMetric } from "./metricsIn.ts";
import { type Trials, trialsOf } from "./trials.ts";

/** What whoever reads a sweep's folder should know of it. */
export interface Standing {
  readonly damaged: readonly Damage[];
  /** Runs of the plan in the folder, 0 where it has none that can be read. */
  readonly total: number;
  /** Of them, those that have finished or failed, by any engine. */
  readonly there: number;
  /** Further runs: of other plans, or of one more engine. */
  readonly others: number;
}

/** The runs of the folder's plan, for each engine; none where it has no plan, or not one of this version, or code of users' is lacking. */
function trialsIn(folder: string): Trials[] {
  const plan = planIn(folder);
  try {
    return plan && unknownMetric(folder) === undefined ? ENGINES.map((engine) => trialsOf(plan, engine)) : [];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/**
 * How far the sweep of a folder has come.
 *
 * @param folder that a sweep has written
 * @returns what is damaged, and how many runs of its plan are there
 * @throws InputError where there is no sweep
 * Source: ours.
 */
export function standing(folder: string): Standing {
  const journal = readSweep(folder);
  const trials = trialsIn(folder);
  const total = trials[0]?.count ?? 0;
  let there = 0;
  for (let index = 0; index < total; index++) {
    if (trials.some(({ keyAt }) => journal.state(keyAt(index)) !== undefined)) there++;
  }
  return { damaged: journal.damaged, total, there, others: journal.size - there };
}
