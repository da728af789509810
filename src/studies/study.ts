import type { Cell } from "../experiments/sweep/column.ts";
import type { PlanFile } from "../experiments/sweep/plan.ts";
import type { Trial } from "../experiments/sweep/trial.ts";

/** Where a share of seeds, or a median over them, is predicted to be. */
export interface Predicted {
  readonly least: number;
  readonly most: number;
}

/** Of a share of seeds. */
export const MOST: Predicted = { least: 0.5, most: 1 };
export const FEW: Predicted = { least: 0, most: 0.5 };

/** What the runs at a point say of a prediction: its interval lies within, outside, or neither. */
export type Agreement = "yes" | "no" | "open";

/** What came out at one point. */
export interface Row {
  readonly part: string;
  /** Values of the part's columns. */
  readonly at: Readonly<Record<string, Cell>>;
  /** What the point is called, where its part says. */
  readonly called?: string;
  readonly measure: string;
  /** What the value is of the seeds; absent where no run of the study says anything. */
  readonly kind?: "share" | "median";
  readonly seeds: number;
  /** Runs that failed, diverged or did not say. */
  readonly silent: number;
  /** Share of the seeds, or their median; null without any. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly predicted?: Predicted;
  readonly agrees?: Agreement;
  /** True where the study's answer is overturned, as counted. */
  readonly overturns?: true;
  /** What a paper prints of it. */
  readonly published?: number;
}

/** What is asked of every run. */
export interface Measure {
  readonly name: string;
  readonly about: string;
  /** A share of seeds is counted of true and false, a median taken of numbers; null where a run does not say. */
  readonly of: (trial: Trial) => boolean | number | null;
  /** Where numbers are those of a run less those of another of its part and seed: what of its columns is otherwise there. */
  readonly less?: Readonly<Record<string, Cell>>;
  /** What a paper prints of it, to be seen beside what was found. */
  readonly published?: number;
  /** What was said before the runs, of a point by one of its runs and the name of its part; undefined where nothing was. */
  readonly predicted: (config: Trial["config"], part: string) => Predicted | undefined;
}

/** Runs of one plan. */
export interface Part {
  readonly name: string;
  readonly plan: PlanFile;
  /** Columns that tell its points apart. */
  readonly by: readonly string[];
  /** What a point is called where its columns say it at length. */
  readonly called?: (at: Readonly<Record<string, Cell>>) => string;
}

/** What a study asks, without its runs. */
export interface StudyHead {
  readonly name: string;
  readonly question: string;
  /** In words, written and committed before the runs. */
  readonly prediction: string;
  /** Where the prediction comes from, a path from the root. */
  readonly derivation: string;
  /** What would overturn the answer. */
  readonly overturn: string;
}

/** A question, what was predicted before any run, and the runs that answer. */
export interface Study extends StudyHead {
  readonly measures: readonly Measure[];
  /** Whether a point does what `overturn` says in words, as counted: its interval may leave it open. */
  readonly overturns: (row: Row, rows: readonly Row[]) => boolean;
  /** A quick one shows the effect in about a minute. */
  readonly parts: (quick: boolean) => readonly Part[];
}
