import { InputError } from "../../setting/inputError.ts";
import type { Damage } from "../journal/indexLines.ts";
import type { Journal } from "../journal/journal.ts";
import { planIn, readSweep } from "./folder.ts";
import { unknownMetric } from "./metricsIn.ts";
import type { Plan } from "./plan.ts";
import { pointReader } from "./pointReader.ts";
import { enginesIn } from "./trainersIn.ts";
import type { Trial } from "./trial.ts";
import { type Trials, trialsOf } from "./trials.ts";
import { eventOf, testOf } from "./until.ts";

/** What whoever reads a sweep's folder should know of it. */
export interface Standing {
  readonly damaged: readonly Damage[];
  /** Runs of the plan, 0 where it has none that can be read; where seeds end with a decision, those that are wanted as far as is known. */
  readonly total: number;
  /** Of them, those that have finished or failed, by any engine. */
  readonly there: number;
  /** Further runs: of other plans, or of one more engine. */
  readonly others: number;
  /** Where seeds end with a decision: intervals for a fixed number of them are too narrow there. */
  readonly sequential?: true;
}

/** The runs of a folder's plan, and those of them that are wanted by what the journal has. */
interface Wanted {
  readonly trials: Trials;
  readonly isWanted: (index: number) => boolean;
}

function wantedOf(plan: Plan, trials: Trials, journal: Journal<Trial>): Wanted {
  if (!plan.until) return { trials, isWanted: () => true };
  const { length: seeds } = plan.seeds;
  const { wanted } = pointReader(trials, seeds, journal, eventOf(plan.until), testOf(plan));
  return { trials, isWanted: (index) => index % seeds < wanted(trials.pointOf(index)) };
}

/** The same for each engine; none where the folder has no plan, or not one of this version, or code of users' is lacking. */
function wantedIn(folder: string, journal: Journal<Trial>): Wanted[] {
  const plan = planIn(folder);
  if (!plan || unknownMetric(folder) !== undefined) return [];
  try {
    return enginesIn(folder).map((engine) => wantedOf(plan, trialsOf(plan, engine), journal));
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
  const engines = wantedIn(folder, journal);
  let [total, there] = [0, 0];
  for (let index = 0; index < (engines[0]?.trials.count ?? 0); index++) {
    const isThere = engines.some(({ trials }) => journal.state(trials.keyAt(index)) !== undefined);
    if (isThere) there++;
    if (isThere || engines.every(({ isWanted }) => isWanted(index))) total++;
  }
  return {
    damaged: journal.damaged,
    total,
    there,
    others: journal.size - there,
    ...(planIn(folder)?.until && { sequential: true }),
  };
}
