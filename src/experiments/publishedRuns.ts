import { parseRun, type Run } from "../sim/run.ts";
import { canonical } from "./canonical.ts";
import { valueAt } from "./sweep/column.ts";
import { AXES } from "./sweep/columns.ts";
import type { Row } from "./target.ts";
import { TARGETS } from "./targets/registry.ts";

/** A run of the papers, and where it is published. */
export interface PublishedRun {
  readonly source: string;
  readonly row: Row;
  readonly run: Run;
}

/** Columns in which a published run may differ from one of ours that it is drawn beside: how long and how finely it trains, and what is looked at. */
const MAY_DIFFER = ["lr", "epochs"];
const UNIMPORTANT = ["testSize", "recordEvery"];

const cellOf = (run: Run, name: string) => canonical(valueAt(run, AXES.get(name)?.path ?? []) ?? null);

/** Every run of `reproduce`. */
export const publishedRuns = (): PublishedRun[] =>
  TARGETS.flatMap(({ source, rows }) =>
    rows.flatMap((row) =>
      row.runs.map((input) => ({ source, row, run: parseRun({ ...input, epochs: row.epochs[0] }) })),
    ),
  );

/**
 * In what a published run differs from one of ours.
 *
 * @param published of the papers
 * @param run ours
 * @param but columns that are not compared
 * @returns "lr", "epochs" or both, or nothing; undefined where it is another run
 */
export function differencesOf(published: Run, run: Run, but: readonly string[] = []): readonly string[] | undefined {
  const differs = [...AXES.keys()].filter(
    (name) => ![...but, ...UNIMPORTANT].includes(name) && cellOf(published, name) !== cellOf(run, name),
  );
  return differs.every((name) => MAY_DIFFER.includes(name)) ? differs : undefined;
}
