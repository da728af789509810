import type { PhaseAxis } from "./plane.ts";

/** A step along an axis on which half of the seeds are passed: where the other axis has the value `at`, between `from` and `to`. */
export interface Crossing {
  readonly along: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Whether at least half of the seeds show the event at `to`, and not at `from`. */
  readonly rises: boolean;
  /** Where seeds end with a decision: the nearest nodes on the line at which one was made, below and above; null where there is none. */
  readonly decided?: readonly [below: number | null, above: number | null];
}

/** Nodes by their place on the axes. */
type At<T> = (i: number, k: number) => T;

/** What is known of the nodes of a line. */
interface Line {
  readonly along: Crossing["along"];
  readonly at: number;
  readonly values: readonly number[];
  readonly filled: At<boolean | null>;
  readonly decided: At<boolean> | undefined;
  /** Where the line's p-th node is. */
  readonly place: (p: number) => [i: number, k: number];
}

function crossingsOf({ along, at, values, filled, decided, place }: Line): Crossing[] {
  /** The first value from p on, going up or down, at which a decision was made. */
  function firstDecided(p: number, step: 1 | -1, made: At<boolean>): number | null {
    for (let k = p; k >= 0 && k < values.length; k += step) if (made(...place(k))) return values[k] as number;
    return null;
  }
  return values.flatMap((to, p): Crossing[] => {
    const from = values[p - 1];
    if (from === undefined) return [];
    const [before, after] = [filled(...place(p - 1)), filled(...place(p))];
    if (before === null || after === null || before === after) return [];
    const crossing = { along, at, from, to, rises: after };
    if (!decided) return [crossing];
    return [{ ...crossing, decided: [firstDecided(p - 1, -1, decided), firstDecided(p, 1, decided)] }];
  });
}

/**
 * Where neighbours differ, line by line along both axes.
 *
 * @param x across
 * @param y up
 * @param filled what the nodes say; null where that is not known
 * @param decided whether a decision was made at a node; undefined where seeds are not given until one is
 * @returns the crossings along x, then those along y
 * Source: ours.
 */
export function boundaryOf(
  { values: xs }: PhaseAxis,
  { values: ys }: PhaseAxis,
  filled: At<boolean | null>,
  decided?: At<boolean>,
): Crossing[] {
  const nodes = { filled, decided };
  return [
    ...ys.flatMap((at, k) => crossingsOf({ ...nodes, along: "x", at, values: xs, place: (p) => [p, k] })),
    ...xs.flatMap((at, i) => crossingsOf({ ...nodes, along: "y", at, values: ys, place: (p) => [i, p] })),
  ];
}
