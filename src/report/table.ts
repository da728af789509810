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

const csvCell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of comma-separated values (RFC 4180), without its end. */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(",");

/** The table as comma-separated values (RFC 4180). */
export const toCsv = ({ head, rows }: Table): string => [head, ...rows].map(csvLine).join("\r\n");

const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
};

/** Text as LaTeX; what stands between dollar signs is math already. */
const latexCell = (text: string) =>
  /^\$.*\$$/.test(text)
    ? text
    : text.replaceAll(/[\\~^<>]|[&%$#_{}]/g, (character) => LATEX[character] ?? `\\${character}`);

/** The table in LaTeX, a tabular with the rules of booktabs; a cell of the form $...$ is math. */
export function toLatex({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `${cells.map(latexCell).join(" & ")} \\\\`;
  const columns = "l".repeat(head.length);
  return [
    "% \\usepackage{booktabs}",
    `\\begin{tabular}{${columns}}`,
    "\\toprule",
    line(head),
    "\\midrule",
    ...rows.map(line),
    "\\bottomrule",
    "\\end{tabular}",
  ].join("\n");
}

/**
 * A number for people: an integer that a double holds exactly as it is, any other to four significant digits.
 *
 * @param x any double
 * @returns its text
 * @example
 * shortNumber(0.95450001) // => "0.9545"
 * shortNumber(20031) // => "20031"
 * shortNumber(1.23456e-7) // => "1.235e-7"
 * shortNumber(2 ** 60) // => "1.153e+18"
 */
export function shortNumber(x: number): string {
  if (Number.isSafeInteger(x)) return String(x);
  const short = x.toPrecision(4);
  return Math.abs(x) > Number.MAX_SAFE_INTEGER ? short : String(Number(short));
}
