import { narrowed } from "../narrowed.ts";
import { measure, unbreakable } from "./measure.ts";

/** A table of a paper before it is drawn; heads, cells and caption are LaTeX. */
export interface PaperTable {
  /** Comment lines above it: what was left out, and why. */
  readonly notes?: readonly string[];
  /** Without columns that are the same in every row: they are added. */
  readonly caption: string;
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where a table stands: across the text of a one-column paper, or in one of two columns. */
export type Place = "text" | "column";

/** TeX points that a table may be wide: 5.5 in (NeurIPS), 3.25 in (ICML). */
const ROOM: Readonly<Record<Place, number>> = { text: 397.48, column: 234.88 };
/** Lines of a table that fit a page with its caption. */
const PAGE = 50;
/** Sizes to try, from the largest that a table should have to the smallest that can be read. */
const SIZES = [
  { name: "small", points: 9, gap: 5, mayBreak: false },
  { name: "footnotesize", points: 8, gap: 4, mayBreak: false },
  { name: "footnotesize", points: 8, gap: 4, mayBreak: true },
  { name: "scriptsize", points: 7, gap: 2.5, mayBreak: true },
] as const;
/** What may be missing in a width that is only estimated. */
const SAFETY = 1.02;
/** Points by which columns are narrowed. */
const STEP = 0.5;

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

interface Layout {
  readonly size: (typeof SIZES)[number];
  /** Of each column, in points; undefined where it is as wide as it likes. */
  readonly widths: readonly (number | undefined)[];
  /** Of each row. */
  readonly lines: readonly number[];
}

/** How a table fits: in the largest type in which it does, with cells of several lines only where they must be. */
function layoutOf({ head, rows }: Pick<PaperTable, "head" | "rows">, place: Place): Layout {
  const cells = head.map((name, k) => [name, ...rows.map((row) => row[k] as string)]);
  const natural = cells.map((column) => SAFETY * Math.max(...column.map(measure)));
  const least = cells.map((column) => SAFETY * Math.max(...column.flatMap(unbreakable).map(measure), 0));
  const at = (size: Layout["size"]): Layout => {
    const room = ROOM[place] - 2 * size.gap * (head.length - 1);
    const wanted = natural.map((width) => width * size.points);
    const needed = least.map((width) => width * size.points);
    const fitted = sum(wanted) <= room ? wanted : narrowed(wanted, needed, room, STEP);
    const widths = fitted.map((width, k) => (width < (wanted[k] as number) ? width : undefined));
    const lines = rows.map((row) =>
      Math.max(...row.map((cell, k) => Math.ceil((measure(cell) * size.points) / (widths[k] ?? Infinity)) || 1)),
    );
    return { size, widths, lines };
  };
  const fits = ({ points, gap, mayBreak }: Layout["size"]) =>
    sum(mayBreak ? least : natural) * points + 2 * gap * (head.length - 1) <= ROOM[place];
  return at(SIZES.find(fits) ?? SIZES[SIZES.length - 1]);
}

/** Columns that say the same in every row go into the caption. */
function withoutSame({ head, rows, caption, ...others }: PaperTable): PaperTable {
  const same = (k: number) => k > 0 && rows.length > 1 && rows.every((row) => row[k] === rows[0]?.[k]);
  const keep = (cells: readonly string[]) => cells.filter((_, k) => !same(k));
  const told = head.flatMap((name, k) => (same(k) && rows[0]?.[k] !== "" ? [`${name}: ${rows[0]?.[k]}`] : []));
  const all = told.length > 0 ? `${caption} In every row, ${told.join("; ")}.` : caption;
  return { ...others, caption: all, head: keep(head), rows: rows.map(keep) };
}

const line = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;

/** Rows in parts that fit a page each. */
function paged(rows: readonly (readonly string[])[], lines: readonly number[]): (readonly string[])[][] {
  const parts: (readonly string[])[][] = [[]];
  let height = 0;
  for (const [k, row] of rows.entries()) {
    if (height + (lines[k] as number) > PAGE) {
      parts.push([]);
      height = 0;
    }
    parts.at(-1)?.push(row);
    height += lines[k] as number;
  }
  return parts;
}

/** A table that floats. */
const float = (
  caption: string,
  label: string,
  { size }: Layout,
  spec: string,
  head: string,
  body: readonly string[],
) => [
  "\\begin{table}[t]",
  "\\centering",
  `\\caption{${caption}}`,
  ...(label === "" ? [] : [`\\label{${label}}`]),
  `\\${size.name}\\setlength{\\tabcolsep}{${size.gap}pt}`,
  `\\begin{tabular}{${spec}}`,
  ...["\\toprule", head, "\\midrule", ...body, "\\bottomrule"],
  "\\end{tabular}",
  "\\end{table}",
];

/** A table that goes over pages. */
const long = (
  { caption, label }: PaperTable,
  { size }: Layout,
  spec: string,
  head: string,
  body: readonly string[],
) => [
  `{\\${size.name}\\setlength{\\tabcolsep}{${size.gap}pt}\\setlength{\\LTcapwidth}{\\linewidth}`,
  `\\begin{longtable}{${spec}}`,
  `\\caption{${caption}}\\label{${label}}\\\\`,
  ...["\\toprule", head, "\\midrule", "\\endfirsthead"],
  ...["\\toprule", head, "\\midrule", "\\endhead"],
  ...["\\midrule", "\\endfoot", "\\bottomrule", "\\endlastfoot"],
  ...body,
  "\\end{longtable}}",
];

/**
 * A table for a paper: it is no wider than its place, in type of 7 to 9 points, with caption, label and rules of booktabs. What is the same in
 * every row is told in the caption; a table that is longer than a page goes over pages where it stands across the text (longtable), and is
 * several tables in a column, where LaTeX has no tables over pages.
 *
 * @param table heads, cells and caption in LaTeX
 * @param place 5.5 in ("text") or 3.25 in ("column")
 * @returns LaTeX; its first lines are a comment that names the packages, which suffice
 */
export function latexTable(table: PaperTable, place: Place): string {
  const shown = withoutSame(table);
  const { head, rows, caption, label, notes = [] } = shown;
  const layout = layoutOf(shown, place);
  const specs = layout.widths.map((width) =>
    width === undefined ? "l" : `>{\\raggedright\\arraybackslash}p{${(width / ROOM[place]).toFixed(4)}\\linewidth}`,
  );
  const spec = `@{}${specs.join("")}@{}`;
  const parts = paged(rows, layout.lines);
  const over = parts.length > 1 && place === "text";
  const packages = [
    "booktabs",
    ...(layout.widths.some((width) => width !== undefined) ? ["array"] : []),
    ...(over ? ["longtable"] : []),
    ...(/\\(text|mathbb|tfrac|binom|operatorname|implies)\b/.test(rows.flat().join()) ? ["amsmath", "amssymb"] : []),
  ];
  const body = over
    ? long(shown, layout, spec, line(head), rows.map(line))
    : parts.flatMap((part, k) =>
        float(k === 0 ? caption : "(continued)", k === 0 ? label : "", layout, spec, line(head), part.map(line)),
      );
  return `${[`% \\usepackage{${packages.join(",")}}`, ...notes.map((note) => `% ${note}`), ...body].join("\n")}\n`;
}
