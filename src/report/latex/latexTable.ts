import { narrowed } from "../narrowed.ts";
import { linesOf, measure, unbreakable } from "./measure.ts";

/** A table of a paper before it is drawn; heads, cells and caption are LaTeX. */
export interface PaperTable {
  /** Comment lines above it: what was left out, and why. */
  readonly notes?: readonly string[];
  /** Without columns that are the same in every row: they are added. */
  readonly caption: string;
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** So many columns on the left belong to several rows: a space stands where one of them changes. */
  readonly groups?: number;
}

/** Where a table stands: across the text of a one-column paper, or in one of two columns. */
export type Place = "text" | "column";

/** TeX points that a table may be wide: 5.5 in (NeurIPS), 3.25 in (ICML). */
const ROOM: Readonly<Record<Place, number>> = { text: 397.48, column: 234.88 };
/** Points of a page that a table may take with its caption: 9 in, less some room for what is only estimated. */
const PAGE = 600;
/** Of a caption: its type, a line, and the space around it. */
const CAPTION = { ems: 10, leading: 12, around: 30 } as const;
/** Points between rows. */
const BETWEEN = 3;
/** How much taller than its type a line with raised letters and fractions is. */
const RAISED = 1.12;
/** Sizes to try, from the largest that a table should have to the smallest that can be read; small type is wider than it is large. */
const SIZES = [
  { name: "small", ems: 9, leading: 11, gap: 5, mayBreak: false },
  { name: "footnotesize", ems: 8.1, leading: 9.5, gap: 4, mayBreak: false },
  { name: "footnotesize", ems: 8.1, leading: 9.5, gap: 4, mayBreak: true },
  { name: "scriptsize", ems: 7.7, leading: 8, gap: 2.5, mayBreak: true },
] as const;
/** What may be missing in a width that is only estimated. */
const SAFETY = 1.04;
/** Points by which columns are narrowed. */
const STEP = 0.5;

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

interface Layout {
  /** Whether it does, in type that can be read. */
  readonly fits: boolean;
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
  const at = (size: Layout["size"], fits: boolean): Layout => {
    if (!fits) return { fits, size, widths: head.map(() => undefined), lines: rows.map(() => 1) };
    const room = ROOM[place] - 2 * size.gap * (head.length - 1);
    const wanted = natural.map((width) => width * size.ems);
    const needed = least.map((width) => width * size.ems);
    const fitted = sum(wanted) <= room ? wanted : narrowed(wanted, needed, room, STEP);
    const widths = fitted.map((width, k) => (width < (wanted[k] as number) ? width : undefined));
    const lines = rows.map((row) =>
      Math.max(...row.map((cell, k) => linesOf(cell, (widths[k] ?? Infinity) / size.ems))),
    );
    return { fits, size, widths, lines };
  };
  const fits = ({ ems, gap, mayBreak }: Layout["size"]) =>
    sum(mayBreak ? least : natural) * ems + 2 * gap * (head.length - 1) <= ROOM[place];
  const size = SIZES.find(fits);
  return at(size ?? SIZES[SIZES.length - 1], size !== undefined);
}

/** A letter is equal to its value; a word stands before it. */
const told = (name: string, value: string) =>
  name.startsWith("$") && value.startsWith("$")
    ? `${name.slice(0, -1)} = ${value.replace(/^\$/, "")}`
    : `${name.toLowerCase()} ${value}`;

/** What a cell has where there is nothing. */
const NOTHING = new Set(["", "--"]);

/** Columns that say the same in every row go into the caption. */
function withoutSame({ head, rows, caption, groups = 0, ...others }: PaperTable): PaperTable {
  const same = (k: number) => rows.length > 1 && head.length > 1 && rows.every((row) => row[k] === rows[0]?.[k]);
  const keep = (cells: readonly string[]) => cells.filter((_, k) => !same(k));
  const said = head.flatMap((name, k) =>
    same(k) && !NOTHING.has(rows[0]?.[k] as string) ? [told(name, rows[0]?.[k] as string)] : [],
  );
  const all = said.length > 0 ? `${caption} Every row: ${said.join(", ")}.` : caption;
  const left = head.slice(0, groups).filter((_, k) => !same(k)).length;
  return { ...others, caption: all, head: keep(head), rows: rows.map(keep), groups: left };
}

/** Rows with a little space between them where one has several lines, or where a group ends. */
function spaced(rows: readonly (readonly string[])[], { lines }: Layout, groups: number): string[] {
  const tall = lines.some((count) => count > 1);
  return rows.flatMap((row, k) => {
    const before = rows[k - 1];
    const changes = before !== undefined && row.slice(0, groups).some((cell, at) => cell !== before[at]);
    const space = changes ? ["\\addlinespace"] : tall && before ? ["\\addlinespace[2pt]"] : [];
    return [...space, line(row)];
  });
}

const line = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;

/** Rows in parts that fit a page each, the first one below the caption. */
function paged({ rows, caption }: PaperTable, { lines, size }: Layout, place: Place): (readonly string[])[][] {
  const { ems, leading, around } = CAPTION;
  const above = Math.ceil((measure(caption) * ems) / ROOM[place]) * leading + around;
  const parts: (readonly string[])[][] = [[]];
  let height = above;
  for (const [k, row] of rows.entries()) {
    const own = (lines[k] as number) * size.leading * RAISED + BETWEEN;
    if (height + own > PAGE) {
      parts.push([]);
      height = leading + around;
    }
    parts.at(-1)?.push(row);
    height += own;
  }
  return parts;
}

/** A table that floats. */
const float = (
  caption: string,
  label: string,
  { size, fits }: Layout,
  spec: string,
  head: string,
  body: readonly string[],
) => [
  "\\begin{table}[t]",
  "\\centering",
  ...(label === "" ? ["\\addtocounter{table}{-1}\\caption{(continued)}"] : [`\\caption{${caption}}\\label{${label}}`]),
  "\\smallskip",
  `\\${size.name}\\setlength{\\tabcolsep}{${size.gap}pt}`,
  // The last resort: type that is smaller than it should be.
  ...(fits ? [] : ["\\resizebox{\\linewidth}{!}{%"]),
  `\\begin{tabular}{${spec}}`,
  ...["\\toprule", head, "\\midrule", ...body, "\\bottomrule"],
  `\\end{tabular}${fits ? "" : "}"}`,
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
  const { head, rows, caption, label, notes = [], groups = 0 } = shown;
  const layout = layoutOf(shown, place);
  const specs = layout.widths.map((width) =>
    width === undefined ? "l" : `>{\\raggedright\\arraybackslash}p{${(width / ROOM[place]).toFixed(4)}\\linewidth}`,
  );
  const spec = `@{}${specs.join("")}@{}`;
  const parts = paged(shown, layout, place);
  const over = parts.length > 1 && place === "text" && layout.fits;
  const packages = [
    "booktabs",
    ...(layout.widths.some((width) => width !== undefined) ? ["array"] : []),
    ...(over ? ["longtable"] : []),
    ...(layout.fits ? [] : ["graphicx"]),
    ...(/\\(text|mathbb|tfrac|binom|operatorname|implies)\b/.test(rows.flat().join()) ? ["amsmath", "amssymb"] : []),
  ];
  const body = over
    ? long(shown, layout, spec, line(head), spaced(rows, layout, groups))
    : parts.flatMap((part, k) =>
        float(caption, k === 0 ? label : "", layout, spec, line(head), spaced(part, layout, groups)),
      );
  return `${[`% \\usepackage{${packages.join(",")}}`, ...notes.map((note) => `% ${note}`), ...body].join("\n")}\n`;
}
