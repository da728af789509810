import CliTable from "cli-table3";
import { narrowed } from "../narrowed.ts";
import type { Table } from "../table.ts";
import { inParts } from "./inParts.ts";
import { records } from "./records.ts";
import { wrap } from "./wrap.ts";

/** A space at either side of a cell. */
const PADDING = 2;
/** A row that needs more lines than this is no row any more. */
const TALLEST = 6;
/** Cells of at most so many characters stay on one line, where there is a way. */
const WHOLE = 18;

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);
const sizeOf = (text: string) => [...text].length;

/** The longest piece of each column, where cells are parted at `at`. */
const widest = ({ head, rows }: Table, at: RegExp): number[] =>
  head.map((_, k) => Math.max(...[head, ...rows].flatMap((row) => (row[k] as string).split(at)).map(sizeOf)));

function draw({ head, rows }: Table): string {
  const table = new CliTable({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** How wide each column must be: as its longest word, and as its longest line of at most `whole` characters. */
const needed = (table: Table, whole: number): number[] =>
  widest(table, /\s/).map((word, k) =>
    Math.max(
      word,
      ...table.rows.flatMap((row) => (row[k] as string).split("\n").map(sizeOf)).filter((size) => size <= whole),
    ),
  );

/** The table with its widest columns in several lines a row; undefined where words would have to be cut, or rows grow too tall. */
function folded(table: Table, width: number, whole: number): Table | undefined {
  const room = width - (PADDING + 1) * table.head.length - 1;
  const least = needed(table, whole);
  if (sum(least) > room) return undefined;
  const widths = narrowed(widest(table, /\n/), least, room, 1);
  const line = (cells: readonly string[]) =>
    cells.map((cell, k) =>
      cell
        .split("\n")
        .flatMap((part) => wrap(part, widths[k] as number))
        .join("\n"),
    );
  const rows = table.rows.map(line);
  return rows.flat().some((cell) => cell.split("\n").length > TALLEST) ? undefined : { head: line(table.head), rows };
}

/** The table without the columns that say the same in every row, and what they say. */
function dropped({ head, rows }: Table): { readonly table: Table; readonly same: string } {
  const constant = (k: number) => rows.length > 1 && rows.every((row) => row[k] === rows[0]?.[k]);
  if (head.filter((_, k) => !constant(k)).length < 2) return { table: { head, rows }, same: "" };
  const keep = (cells: readonly string[]) => cells.filter((_, k) => !constant(k));
  const said = head.flatMap((name, k) =>
    constant(k) ? [`${name} ${rows[0]?.[k]}`.replaceAll(/\s+/g, " ").trim()] : [],
  );
  return { table: { head: keep(head), rows: rows.map(keep) }, same: said.join(", ") };
}

/** Rows as columns. */
const transposed = ({ head: [corner = "", ...others], rows }: Table): Table => ({
  head: [corner, ...rows.map(([first = ""]) => first)],
  rows: others.map((name, k) => [name, ...rows.map((row) => row[k + 1] as string)]),
});

/**
 * The table with box lines, for a terminal; no colours. What is too wide is made to fit, in this order: columns that are the same in every
 * row are told under it; cells are folded between words; rows become columns; the columns are parted over two to four tables; every row becomes a paragraph. No word or number is cut in a
 * table; in a paragraph only what is longer than a line.
 *
 * @param table any
 * @param width of a line, in characters (default: no limit)
 * @returns the text
 * @example
 * toText({ head: ["n"], rows: [["200"]] }) // => "┌─────┐\n│ n   │\n├─────┤\n│ 200 │\n└─────┘"
 */
export function toText(table: Table, width = Infinity): string {
  const natural = draw(table);
  if (natural.slice(0, natural.indexOf("\n")).length <= width) return natural;
  const { table: varying, same } = dropped(table);
  const fitted = (whole: number) => {
    const drawn = (part: Table) => {
      const fitting = folded(part, width, whole);
      return fitting && draw(fitting);
    };
    return drawn(varying) ?? drawn(transposed(varying)) ?? inParts(varying, drawn)?.join("\n");
  };
  const body = fitted(WHOLE) ?? fitted(0) ?? records(varying, width);
  return same === "" ? body : [body, ...wrap(`in every row: ${same}`, width)].join("\n");
}
