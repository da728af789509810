import { type Audit, audit } from "../../src/bounds/audit.ts";
import { THRESHOLDS } from "../../src/bounds/thresholds/thresholdKinds.ts";
import { explicitOf } from "../../src/bounds/thresholds/thresholds.ts";
import type { DrawnRun } from "../choice/state.ts";

/** A weight decay at which something changes, over starts: what 5%, half and 95% of them stay at or below. */
export interface Mark {
  readonly name: string;
  readonly about: string;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** What the theory says of a run. */
export interface Theory {
  readonly audit: Audit;
  /** Of the run's optimizer and batch size; those that lie at no weight decay are left out. */
  readonly marks: readonly Mark[];
}

function marksOf({ setting, optimizer, batchSize }: DrawnRun): Mark[] {
  const eps = optimizer.eps ?? 0;
  return THRESHOLDS.filter(
    (kind) => kind.optimizer === optimizer.name && (!kind.fullBatch || batchSize === setting.n),
  ).flatMap((kind) => {
    const { low, median, high } = explicitOf(kind, { setting, batchSize, eps });
    const { name, about } = kind;
    return low === null || median === null || high === null ? [] : [{ name, about, low, median, high }];
  });
}

/**
 * Asks the theory about a run: `adamcheck audit` and the thresholds of `adamcheck thresholds`.
 *
 * @param run a checked run; nothing is trained
 * @returns audit and marks
 */
export const theoryOf = (run: DrawnRun): Theory => ({ audit: audit({ ...run, method: "auto" }), marks: marksOf(run) });
