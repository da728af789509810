const TOP = /^┌[─┬]+┐$/;
const BOTTOM = "└";
/** No word is broken in a column that is no wider than this, padding included: the table is then wider than wanted. */
const NARROWEST = 8;
/** A space at either side of a cell. */
const PADDING = 2;

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

/** Where a line has borders: at its ends, and under every ┬ of the first one. */
const bordersOf = (top: string): number[] => [...top].flatMap((sign, at) => (sign === "─" ? [] : [at]));

/** Widths that add up to `room` where the least ones do: the widest columns give way first. */
function narrowed(widths: readonly number[], least: readonly number[], room: number): number[] {
  let cap = Math.max(...widths);
  const within = () => widths.map((width, k) => Math.max(Math.min(width, cap), least[k] as number));
  while (cap > 0 && sum(within()) > room) cap--;
  return within();
}

const longestWord = (cells: readonly string[]) =>
  Math.max(...cells.flatMap((cell) => cell.split(" ")).map((word) => word.length));

/** Lines of at most `width` characters, broken between words where there are any. */
function wrap(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) as string;
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= width) {
      lines[lines.length - 1] = longer;
      continue;
    }
    const pieces = word.match(new RegExp(`.{1,${width}}`, "gsu")) ?? [];
    if (line === "") lines.pop();
    lines.push(...pieces);
  }
  return lines;
}

const isRule = (part: string) => /^─+$/.test(part);

function redraw(lines: readonly string[], columns: number): string[] {
  const borders = bordersOf(lines[0] as string);
  const widths = borders.slice(1).map((at, k) => at - (borders[k] as number) - 1);
  const total = (lines[0] as string).length;
  if (total <= columns) return [...lines];
  const room = columns - borders.length;
  const partsOf = (line: string) => widths.map((_, k) => line.slice((borders[k] as number) + 1, borders[k + 1]));
  const all = lines.map(partsOf).filter((parts) => !parts.every(isRule));
  const words = widths.map((width, k) =>
    Math.min(width, longestWord(all.map((parts) => parts[k] as string)) + PADDING),
  );
  // Words are broken only where there is no other way, the longest first.
  const narrowest = words.map((width) => Math.min(width, NARROWEST));
  const fitted = sum(words) <= room ? narrowed(widths, words, room) : narrowed(words, narrowest, room);
  return lines.flatMap((line) => {
    const parts = partsOf(line);
    const sign = (k: number) => line[borders[k] as number] as string;
    const joined = (cells: readonly string[]) =>
      `${cells.map((cell, k) => `${sign(k)}${cell}`).join("")}${sign(borders.length - 1)}`;
    if (parts.every(isRule)) return [joined(fitted.map((width) => "─".repeat(width)))];
    const cells = parts.map((part, k) => wrap(part.slice(1).trimEnd(), (fitted[k] as number) - PADDING));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, row) =>
      joined(cells.map((cell, k) => ` ${(cell[row] ?? "").padEnd((fitted[k] as number) - 1)}`)),
    );
  });
}

/**
 * Draws the tables of a text again where they are wider than a terminal: their widest columns in several lines a row.
 *
 * @param text whose tables are those of `toText`
 * @param columns of the terminal
 * @returns the text; what is not a table, and tables that fit, are as they were
 * @example
 * fitTables("┌────────────┐\n│ well known │\n└────────────┘", 9) // => "┌───────┐\n│ well  │\n│ known │\n└───────┘"
 */
export function fitTables(text: string, columns: number): string {
  const lines = text.split("\n");
  const drawn: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const end = TOP.test(line) ? lines.findIndex((other, k) => k > at && other.startsWith(BOTTOM)) : -1;
    if (end < 0) drawn.push(line);
    else {
      drawn.push(...redraw(lines.slice(at, end + 1), columns));
      at = end;
    }
  }
  return drawn.join("\n");
}
