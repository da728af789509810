/** A table before it is drawn: what every format is made from. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
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
