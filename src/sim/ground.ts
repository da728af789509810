import type { Rows } from "../data/entries.ts";
import type { Examples } from "../data/examples.ts";
import { rowsFrom } from "../data/images/rowsFrom.ts";
import type { Network } from "../setting/network.ts";
import type { EngineId, Problem } from "./engine.ts";

/** Examples as engines take them: where there is a `base`, every patch is what its row has and the base. */
export interface SplitExamples extends Examples {
  /** What all patches have in common: one row, zeros, too. */
  readonly base?: Rows;
  /** Whether products are taken in single precision (single.ts); values are rounded to it then. */
  readonly single?: boolean;
}

/** A vector as a row, its zeros, too. */
const rowOf = (vector: Float64Array): Rows => ({
  rows: Int32Array.of(0, vector.length),
  coordinates: Int32Array.from(vector.keys()),
  values: vector,
});

const roundedRows = (rows: Rows): Rows => ({ ...rows, values: rows.values.map(Math.fround) });

/** The same with values of single precision. */
const rounded = (examples: SplitExamples): SplitExamples => ({
  ...examples,
  ...roundedRows(examples),
  ...(examples.shown && { shown: { ...examples.shown, directions: roundedRows(examples.shown.directions) } }),
  ...(examples.base && { base: roundedRows(examples.base) }),
  single: true,
});

/** Rows from `first` on without what they have in common; those before it as they are. */
function without({ rows, coordinates, values }: Rows, base: Float64Array, first: number): Rows {
  const dense = new Float64Array(base.length);
  let held = -1;
  return rowsFrom(rows.length - 1, base.length, (row, k) => {
    if (row !== held) {
      dense.fill(0);
      for (let e = rows[row] as number; e < (rows[row + 1] as number); e++) {
        dense[coordinates[e] as number] = values[e] as number;
      }
      held = row;
    }
    return (dense[k] as number) - (row < first ? 0 : (base[k] as number));
  });
}

/**
 * Takes from every patch what it has where an image is black, which is most of it: what is left has few entries.
 *
 * x_p = u + (x_p - u);  <w, x_p> = <w, u> + <w, x_p - u>, and <w, u> is the same of all patches; of the gradient, u times the sum of all coefficients
 *
 * @param examples of which some say their `ground` u
 * @returns their rows less u, rounded, and u as `base`; those that say none as they are
 * Source: ours; docs/notes/engine.md.
 */
function withoutGround(examples: Examples): SplitExamples {
  const { ground, ...rest } = examples;
  const { shown } = rest;
  if (!ground) return examples;
  // Where an example is one vector, what it shows is none of its patches.
  const patches = shown?.strengths.some((strength) => strength !== 0);
  return {
    ...rest,
    ...without(examples, ground, 0),
    ...(shown && {
      shown: { ...shown, ...(patches && { directions: without(shown.directions, ground, shown.learnt ?? 0) }) },
    }),
    base: rowOf(ground),
  };
}

/**
 * Examples as engines take them.
 *
 * @param examples as they are drawn
 * @param network whose precision is asked for
 * @returns patches beside what they have in common, where the examples say it; rounded where products are taken in single precision
 * Source: ours.
 */
export function splitOf(examples: Examples, { model }: Network): SplitExamples {
  const split = withoutGround(examples);
  return model?.single ? rounded(split) : split;
}

/** A problem as engines take it. */
export const splitProblem = (problem: Problem) => ({
  ...problem,
  examples: splitOf(problem.examples, problem.network),
});

/** What a result says of the engine: sums in another order are another version. */
export const madeBy = (engine: EngineId, { ground }: Examples): EngineId =>
  ground ? { name: engine.name, version: "2" } : engine;
