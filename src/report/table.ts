import CliTable from "cli-table3";

/** A table before it is drawn: what every format is made from. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table with box lines, for a terminal; no colours. */
export function toText({ head, rows }: Table): string {
  const table = new CliTable({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** The table in Markdown. */
export function toMarkdown({ head, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * A number for people: four significant digits.
 *
 * @param x any double
 * @returns its text
 * @example
 * shortNumber(0.95450001) // => "0.9545"
 * shortNumber(0) // => "0"
 * shortNumber(1.23456e-7) // => "1.235e-7"
 */
export function shortNumber(x: number): string {
  return String(Number(x.toPrecision(4)));
}
