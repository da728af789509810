import type { LongTable } from "./longTable.ts";

/**
 * A long table as JSON: {"columns": [{name, type, unit, about}, ...], "runs": [{name: value, ...}, ...]}; what a run does not have is null.
 *
 * @param table columns and rows
 * @returns the text in pieces
 */
export function* toJsonPieces({ columns, rows }: LongTable): Generator<string> {
  const about = columns.map(({ name, type, unit, about: meaning }) => ({ name, type, unit, about: meaning }));
  yield `{"columns":${JSON.stringify(about)},\n"runs":[`;
  let separator = "\n";
  for (const row of rows) {
    yield `${separator}${JSON.stringify(Object.fromEntries(row.map((cell, k) => [columns[k]?.name, cell])))}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}
