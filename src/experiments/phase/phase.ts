import type { RunEvent } from "../sweep/events.ts";
import { hasRuns, readSweep } from "../sweep/folder.ts";
import { type PointCount, pointReader } from "../sweep/pointReader.ts";
import { type SweepOptions, sweep } from "../sweep/sweep.ts";
import { trialsOf } from "../sweep/trials.ts";
import { testOf } from "../sweep/until.ts";
import { answerOf } from "./answer.ts";
import type { Plane } from "./plane.ts";
import { type Grid, type Refined, refine } from "./refine.ts";

/** A stage of a phase diagram, told before it begins. */
export interface Round {
  /** Nodes that are looked at so far, and how many of them wait for runs. */
  readonly nodes: number;
  readonly missing: number;
}

export interface PhaseOptions extends Omit<SweepOptions, "plan" | "shard" | "among"> {
  readonly plane: Plane;
  /** What is asked of the runs of a node; where the plan has a test that ends its seeds, it is of this event. */
  readonly event: RunEvent;
  /** The longest side that a cell may keep, in steps of the grid; 1 for the full grid. */
  readonly coarse: number;
  readonly onRound?: (round: Round) => void;
}

/** A phase diagram as far as it was run. */
export interface Phase {
  readonly grid: Grid;
  readonly refined: Refined;
  /** What came out at a node that was looked at; undefined where its runs are not all done. */
  readonly at: (node: number) => PointCount | undefined;
  /** Runs that have finished, failed, or were left because the call was stopped: the diagram is complete when none was. */
  readonly finished: number;
  readonly failed: number;
  readonly left: number;
}

/**
 * Runs what a phase diagram needs and its folder lacks: a coarse grid first, then, round by round, what `refine` asks for. The folder is that of a
 * sweep of the full grid, of which only a part is run: `sweep`, `export` and `summary` understand it, and runs from a finer or
 * complete sweep of the plan are used where they are.
 *
 * @param options plane, event, and those of `sweep`
 * @returns the diagram: a function of (plan, event, coarse, engine version) alone when nothing is left
 * @throws InputError as `sweep`
 * Source: ours.
 */
export async function phase(options: PhaseOptions): Promise<Phase> {
  const { plane, event, coarse, onRound, retryFailed = false, ...others } = options;
  const { plan, x, y } = plane;
  const { folder, engine } = others;
  const grid: Grid = { width: x.values.length, height: y.values.length, coarse };
  const trials = trialsOf(plan, engine);
  const { length: seeds } = plan.seeds;
  const test = testOf(plan);
  for (let round = 0, left = 0; ; round++) {
    const journal = hasRuns(folder) ? readSweep(folder) : undefined;
    const { at, wanted } = pointReader(trials, seeds, journal, event, test);
    const refined = refine(grid, (node) => answerOf(at(node)));
    const missing = refined.nodes.filter((node) => at(node) === undefined).length;
    const retry = retryFailed && round === 0;
    if (left > 0 || (missing === 0 && !retry)) {
      const known = refined.nodes.flatMap((node) => at(node) ?? []);
      const sum = (of: (node: PointCount) => number) => known.reduce((total, node) => total + of(node), 0);
      return { grid, refined, at, finished: sum(({ runs }) => runs), failed: sum(({ failed }) => failed), left };
    }
    onRound?.({ nodes: refined.nodes.length, missing });
    const runs = refined.nodes.flatMap((node) => Array.from({ length: wanted(node) }, (_, k) => node * seeds + k));
    ({ left } = await sweep({ ...others, plan, among: new Set(runs), retryFailed: retry }));
  }
}
