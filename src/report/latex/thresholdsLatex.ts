import type { ThresholdRow } from "../../bounds/thresholds/thresholds.ts";
import { escape } from "./escape.ts";
import { latexTable, type Place } from "./latexTable.ts";
import { latexInterval, latexNumber } from "./number.ts";

const OPTIMIZERS: Readonly<Record<string, string>> = { adam: "Adam", adamw: "AdamW" };

/** Fractions of an exponent on one line, as tables have them: -D/4 for -\\frac{1}{4} D. */
const flat = (order: string) =>
  order.replaceAll(
    /\\frac\{(\d+)\}\{(\d+)\}((?: (?:\\beta|[A-Za-z])(?![A-Za-z]))*)/g,
    (_, over: string, under: string, names: string) =>
      `${over === "1" && names !== "" ? names.trim() : `${over}${names}`}/${under}`,
  );

const end = (value: number | null, otherwise: string) => (value === null ? otherwise : latexNumber(value));

function explicitText({ explicit: { low, median, high } }: ThresholdRow): string {
  if (low === high) return end(median, "none");
  return `${end(median, "none")} ${latexInterval(low ?? "none", high ?? "none")}`;
}

function empiricalText({ empirical }: ThresholdRow): string {
  const median = empirical?.median;
  if (!median) return "";
  return `${end(median.estimate, "none")} ${latexInterval(median.low ?? 0, median.high ?? "any")}`;
}

function caption(rows: readonly ThresholdRow[]): string {
  const medians = rows.flatMap(({ empirical }) => empirical?.median ?? []);
  const seeds = [...new Set(medians.map((median) => median.seeds))];
  const levels = [...new Set(medians.map(({ coverage }) => `${Number((100 * coverage).toPrecision(4))}\\%`))];
  return [
    "Thresholds of weight decay. Order: in the scaling family, constants left out.",
    "Explicit: at this $n$, median over starts with their 5\\% and 95\\% quantiles.",
    ...(medians.length > 0
      ? [
          `Empirical: found by training, median over ${seeds.join(" or ")} seeds with its ${levels.join(" or ")} interval.`,
        ]
      : []),
  ].join(" ");
}

/**
 * Thresholds of weight decay as a table for a paper.
 *
 * @param rows as `thresholds` gives them
 * @param place of the table
 * @returns LaTeX
 */
export function thresholdsLatex(rows: readonly ThresholdRow[], place: Place): string {
  const full = rows.every(({ n, batchSize }) => n === batchSize);
  const trained = rows.some(({ empirical }) => empirical?.median);
  return latexTable(
    {
      caption: `${caption(rows)}${full ? " Full batch." : ""}`,
      label: "tab:thresholds",
      groups: full ? 2 : 3,
      head: [
        "$n$",
        "$q$",
        ...(full ? [] : ["$b$"]),
        "Threshold",
        "Optimizer",
        "Order",
        "Explicit",
        ...(trained ? ["Empirical"] : []),
      ],
      rows: rows.map((row) => [
        ...[row.n, row.q, ...(full ? [] : [row.batchSize])].map(latexNumber),
        escape(row.threshold),
        OPTIMIZERS[row.optimizer] ?? escape(row.optimizer),
        row.orderLatex === undefined ? "" : `$${flat(row.orderLatex)}$`,
        explicitText(row),
        ...(trained ? [empiricalText(row)] : []),
      ]),
    },
    place,
  );
}
