import type { Finished } from "../journal/line.ts";
import type { ListText } from "./listText.ts";
import type { Trial } from "./trial.ts";

/** A cell: null where a run has no such thing. */
export type Cell = string | number | null;

/** Where a value of a run file stands. */
export type Path = readonly (string | number)[];

/** What a run says of itself, as `configOf` gives it. */
type Config = Trial["config"];

/** What a table says of a column. */
export interface ColumnHead {
  readonly name: string;
  readonly type: "string" | "integer" | "double";
  readonly unit: string;
  readonly about: string;
}

/** A column of the table of a sweep's runs. */
export interface Column extends ColumnHead {
  /** Of a column about what goes beyond the papers' model: shown where a plan goes there. */
  readonly wider?: true;
  /** Shown where a plan varies it, and nowhere else. */
  readonly ifVaried?: true;
  of(key: string, finished: Finished<Trial>): Cell;
}

/** A column that is an entry of a run file. All but the seed may be axes. */
export interface Entry extends Column {
  /** Where it stands in a run file. */
  readonly path: Path;
  /** What a run file has there. */
  in(file: unknown): Cell;
  /** Of lists: how plans and tables tell them. */
  readonly list?: ListText;
}

/** Whether a column is an entry of a run file. */
export const isEntry = (column: Column): column is Entry => "path" in column;

const configOf = (finished: Finished<Trial>) =>
  "outcome" in finished ? finished.outcome.config : (finished.failed.config as Config);

/** The value at a path; undefined where the way ends before. */
export const valueAt = (object: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], object);

/** What a table says of a column, in short. */
export type About = readonly [name: string, type: Column["type"], unit: string, about: string];

/**
 * A column of what run files say.
 *
 * @param path where it stands
 * @param about what a table says of it
 * @param cell of the value there, where it is not the value itself
 * @returns the column
 */
export function entry(
  path: Path,
  [name, type, unit, about]: About,
  cell: (value: unknown, file: unknown) => unknown = (value) => value,
): Entry {
  const read = (file: unknown) => (cell(valueAt(file, path), file) ?? null) as Cell;
  return { name, type, unit, about, path, in: read, of: (_, finished) => read(configOf(finished)) };
}
