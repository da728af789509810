import { type Audit, audit } from "../../src/bounds/audit.ts";
import { THRESHOLDS } from "../../src/bounds/thresholds/thresholdKinds.ts";
import { memoryText, steadyStateText, supportsText } from "../../src/report/startText.ts";
import type { DrawnRun } from "../choice/state.ts";
import { type Spread, spreadAt, type ThresholdLine, thresholdLines } from "../map/thresholdLines.ts";
import { type Matrix, matrixOf } from "./statements.ts";

/** A weight decay at which something changes. */
export interface Mark extends Spread {
  readonly name: string;
  readonly about: string;
}

/** What the theory says of a run. */
export interface Theory {
  readonly audit: Audit;
  /** Statements by hypotheses. */
  readonly matrix: Matrix;
  /** Of supports, memory and steady state, in sentences. */
  readonly notes: readonly string[];
  /** Of the run's optimizer and batch size; those that lie at no weight decay are left out. */
  readonly marks: readonly Mark[];
  /** Those of all batch sizes. */
  readonly lines: readonly ThresholdLine[];
}

const marksOf = (run: DrawnRun): Mark[] =>
  THRESHOLDS.flatMap((kind) => {
    const spread = spreadAt(kind, run);
    return spread ? [{ name: kind.name, about: kind.about, ...spread }] : [];
  });

/**
 * Asks the theory about a run: `adamcheck audit` and the thresholds of `adamcheck thresholds`.
 *
 * @param run a checked run; nothing is trained
 * @returns audit, matrix, marks, lines, notes
 */
export function theoryOf(run: DrawnRun): Theory {
  const audited = audit({ ...run, method: "auto" });
  return {
    ...{ audit: audited, matrix: matrixOf(audited), marks: marksOf(run), lines: thresholdLines(run) },
    notes: [supportsText(audited), memoryText(audited), ...steadyStateText(audited)],
  };
}
