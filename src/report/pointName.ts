import type { Cell } from "../experiments/sweep/column.ts";

/** A point of a study, by its part and the columns that this has. */
export interface Point {
  readonly part: string;
  readonly at: Readonly<Record<string, Cell>>;
}

/** The part, as if it were a column. */
export const PART = "part";

/** What a point has in a column; undefined where its part has none such. */
export const cellOf = ({ part, at }: Point, column: string): Cell | undefined =>
  column === PART ? part : (at[column] ?? undefined);

/** The columns that some of the points have, in the order in which they come. */
export const columnsOf = (points: readonly Pick<Point, "at">[]): string[] => [
  ...new Set(points.flatMap(({ at }) => Object.keys(at))),
];

const keyOf = (point: Point, columns: readonly string[]) =>
  JSON.stringify(columns.map((column) => cellOf(point, column) ?? null));

/** How many are told apart. */
const toldBy = (points: readonly Point[], columns: readonly string[]) =>
  new Set(points.map((point) => keyOf(point, columns))).size;

/**
 * The fewest columns that tell points apart: none that all share, the part only where nothing else does, and none that follows from it then.
 *
 * @param points in any order
 * @returns names of columns, `PART` first where it is one
 * @example
 * tellingColumns([{ part: "a", at: { n: 1, b: 2 } }, { part: "b", at: { n: 1, b: 4 } }]) // => ["b"]
 */
export function tellingColumns(points: readonly Point[]): string[] {
  const columns = columnsOf(points);
  const varying = columns.filter((column) => toldBy(points, [column]) > 1);
  if (toldBy(points, varying) === toldBy(points, [PART, ...varying])) return varying;
  const parts = toldBy(points, [PART]);
  return [PART, ...varying.filter((column) => toldBy(points, [PART, column]) > parts)];
}

/**
 * A point by some of its columns.
 *
 * @param columns of `tellingColumns`
 * @param entry what is said of a column other than the part
 * @returns its name; columns that it lacks are left out
 */
export const pointName =
  (columns: readonly string[], entry: (column: string, cell: string | number) => string) =>
  (point: Point): string =>
    columns
      .flatMap((column) => {
        const cell = cellOf(point, column);
        if (cell === undefined || cell === null) return [];
        return column === PART ? String(cell) : entry(column, cell);
      })
      .join(", ");
