import type { Table } from "../table.ts";
import { wrap } from "./wrap.ts";

const flat = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** Labels stand beside their values up to this share of the line. */
const LABELS = 0.4;

/**
 * A table as a list: every row is a paragraph that begins with its first cell, and has its other cells a line each, "head: cell".
 *
 * It needs no more columns than its longest word, and so takes what no table of that width could.
 *
 * @param table any; cells that are empty are left out
 * @param width of a line
 * @returns the text
 * @example
 * records({ head: ["n", "weight decay"], rows: [["2", "0.1"]] }, 20) // => "n: 2\n  weight decay: 0.1"
 */
export function records({ head, rows }: Table, width: number): string {
  const names = head.map(flat);
  const longest = Math.max(...names.slice(1).map((name) => name.length), 0) + 2;
  const aligned = longest + 2 <= LABELS * width ? longest : 0;
  const line = (cell: string, k: number): string[] => {
    const label = names[k] === "" ? "" : `${names[k]}: `;
    if (cell === "") return [];
    if (k === 0) return wrap(label + cell, width, { others: "    " });
    if (aligned > 0 && label !== "") return wrap(cell, width, { first: `  ${label.padEnd(aligned)}` });
    return wrap(label + cell, width, { first: "  ", others: "    " });
  };
  if (rows.length === 0) return wrap(names.join(" "), width).join("\n");
  return rows.map((row) => row.map(flat).flatMap(line).join("\n")).join("\n\n");
}
