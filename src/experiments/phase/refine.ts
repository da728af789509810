/** What the runs of a node say: whether it shows what is asked; null where none of them could say; undefined where they are not all done. */
export type Answer = boolean | null | undefined;

/** Nodes (i, k), 0 <= i < width and 0 <= k < height, numbered i height + k. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  /** The longest side that a cell may keep, in steps of the grid, >= 1. */
  readonly coarse: number;
}

/** A closed rectangle of a grid: its corners (left, low) to (right, high). */
export interface Cell {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** How far a grid is to be refined, as far as is known. */
export interface Refined {
  /** Nodes that are looked at, rising; those without an answer are to be run next, and when there are none the picture is complete. */
  readonly nodes: readonly number[];
  /** Disjoint but for their borders, and the whole grid together. */
  readonly cells: readonly Cell[];
}

const middle = (from: number, to: number) => Math.floor((from + to) / 2);

/** The parts of an interval: two halves, or itself where it has no node within. */
const halves = (from: number, to: number): [number, number][] =>
  to - from > 1
    ? [
        [from, middle(from, to)],
        [middle(from, to), to],
      ]
    : [[from, to]];

const split = ({ left, right, low, high }: Cell): Cell[] =>
  halves(left, right).flatMap(([a, b]) => halves(low, high).map(([c, d]) => ({ left: a, right: b, low: c, high: d })));

const sides = ({ left, right, low, high }: Cell) => Math.max(right - left, high - low);

/** Nodes on the border of a cell; corners come twice. */
function* border({ left, right, low, high }: Cell, height: number): Generator<number> {
  for (let i = left; i <= right; i++) yield* [i * height + low, i * height + high];
  for (let k = low; k <= high; k++) yield* [left * height + k, right * height + k];
}

/**
 * Which nodes of a grid are needed to follow the border between yes and no.
 *
 * The least sets with: the whole grid is a cell; the corners of a cell are looked at; a cell that has a node within a side is quartered where
 * a side is longer than `coarse`, or where two nodes on its border are looked at of which one says yes and the other no.
 *
 * Answers only ever add to these sets, so that any order in which they come, and any interruption, ends with the same nodes. Where the picture
 * is complete, every pair of neighbours that differ has been looked at. It is that of the full grid wherever each cell's inside agrees with its
 * border: always for a set that is monotone along both axes, and but for islands and gulfs that pass between the nodes looked at.
 *
 * @param grid its size
 * @param answerAt what is known of a node; asked of nodes that are looked at only
 * @returns nodes and cells
 * Source: ours.
 */
export function refine({ width, height, coarse }: Grid, answerAt: (node: number) => Answer): Refined {
  const answers = new Map<number, Answer>();
  const look = ({ left, right, low, high }: Cell) => {
    for (const node of [left * height + low, left * height + high, right * height + low, right * height + high]) {
      if (!answers.has(node)) answers.set(node, answerAt(node));
    }
  };
  const differs = (cell: Cell) => {
    const seen = new Set<Answer>();
    for (const node of border(cell, height)) seen.add(answers.get(node));
    return seen.has(true) && seen.has(false);
  };
  let cells: Cell[] = [{ left: 0, right: width - 1, low: 0, high: height - 1 }];
  cells.forEach(look);
  // A cell that was whole may have to be quartered once its neighbour is: all of them are looked through until nothing changes.
  for (let changed = true; changed; ) {
    changed = false;
    cells = cells.flatMap((cell) => {
      if (sides(cell) <= 1 || (sides(cell) <= coarse && !differs(cell))) return [cell];
      const parts = split(cell);
      parts.forEach(look);
      changed = true;
      return parts;
    });
  }
  return { nodes: [...answers.keys()].sort((a, b) => a - b), cells };
}

/**
 * The whole grid, as the nodes that were looked at show it.
 *
 * @param grid its size
 * @param refined nodes and cells
 * @param valueAt what is known of a node that was looked at; null or undefined where nothing is
 * @returns [width height], by node: its own value, elsewhere that of the nearest on its cell's border, the first of several; null where that has none
 */
export function picture<T>(
  { width, height }: Grid,
  { nodes, cells }: Refined,
  valueAt: (node: number) => T | null | undefined,
) {
  const values = new Map(nodes.map((node) => [node, valueAt(node) ?? null]));
  const filled: (T | null)[] = new Array(width * height).fill(null);
  for (const cell of cells) {
    const found = [...border(cell, height)].filter((node) => values.get(node) != null);
    const uniform = new Set(found.map((node) => values.get(node))).size < 2;
    for (let i = cell.left; i <= cell.right; i++) {
      for (let k = cell.low; k <= cell.high; k++) {
        const away = (node: number) => Math.abs(Math.floor(node / height) - i) + Math.abs((node % height) - k);
        const nearest = uniform
          ? found[0]
          : found.reduce((best, node) => (away(node) < away(best) ? node : best), found[0] as number);
        filled[i * height + k] ??= values.get(nearest as number) ?? null;
      }
    }
  }
  for (const [node, value] of values) filled[node] = value;
  return filled;
}
