import type { OrderReport, StatementReport } from "../bounds/order/analyse.ts";
import { DOMAIN, rangeOf, rangeText } from "../bounds/order/domain.ts";
import { toText } from "./text/toText.ts";

/** What one statement came to: the answer first, then what it is about. */
function answer({ statement, verdict, region }: StatementReport): string {
  if (verdict === "holds") return `holds: ${statement}, everywhere`;
  return verdict === "fails" ? `fails: ${statement}, everywhere` : `depends: ${statement}, where ${region}`;
}

/** Relations by what they say: each says more than those after it, where both hold. */
const STRONGEST = ["o~", "omega~", "o", "omega", "Theta", "Theta~", "O", "Omega", "O~", "Omega~"] as const;

/** What a comparison came to: the most that holds everywhere, then how many relations do. */
function comparison(statements: readonly StatementReport[]): string {
  const of = (word: StatementReport["verdict"]) => statements.filter(({ verdict }) => verdict === word);
  const told = (["holds", "depends", "fails"] as const).flatMap((word) => {
    const { length } = of(word);
    return length > 0 ? [`${length} ${length === 1 ? word : word.replace(/s$/, "")}`] : [];
  });
  const count = `of ${statements.length} relations ${told.join(", ")}`;
  const most = STRONGEST.flatMap((name) => of("holds").filter(({ statement }) => statement.includes(` = ${name}(`)))[0];
  return most ? `${answer(most)} (${count})` : `no relation holds everywhere (${count})`;
}

/** The exponents that are left open, with what they mean. */
function domainText(statements: readonly StatementReport[], which: string): string[] {
  const open = new Set(statements.flatMap(({ domain }) => domain));
  const known = Object.entries(DOMAIN).flatMap(([name, { meaning }]) =>
    open.delete(rangeText(name)) ? [[rangeText(name), meaning]] : [],
  );
  const named = [...open].map((range) => [range, rangeOf(range.split(" ")[0] as string).meaning]);
  return known.length + named.length === 0
    ? []
    : [
        `n goes to infinity; ${which}, and where they may lie:`,
        ...[...known, ...named].map(([range, meaning]) => `  ${range.padEnd(16)}  ${meaning}`),
      ];
}

const single = (report: StatementReport): string[] => [answer(report), `because: ${report.reason}`];

function several(statements: readonly StatementReport[], width: number): string[] {
  const reasons = new Map<string, string[]>();
  for (const { statement, reason } of statements) reasons.set(reason, [...(reasons.get(reason) ?? []), statement]);
  return [
    comparison(statements),
    "",
    toText(
      {
        head: ["statement", "verdict", "where"],
        rows: statements.map(({ statement, verdict, region }) => [statement, verdict, region]),
      },
      width,
    ),
    "",
    "Because:",
    ...[...reasons].flatMap(([reason, own]) => [...own.map((statement) => `  ${statement}`), `    ${reason}`]),
  ];
}

/**
 * What `order` found, for people: the answer in one line, then its reason; of a comparison, the most that holds, then a table.
 *
 * @param reports formulas and statements
 * @param width of a line (default: no limit)
 * @param open what exponents without a value are called
 * @returns text
 */
export function orderReportText(
  reports: readonly (OrderReport | StatementReport)[],
  width = Infinity,
  open = "exponents that were not set (--set)",
): string {
  const formulas = reports.filter((report) => "order" in report);
  const statements = reports.filter((report) => "verdict" in report);
  const [first] = statements;
  const parts = [
    formulas.map(
      ({ formula, order, leading = order }) =>
        `${formula} = Theta(${order})${leading === order ? "" : `, ~ ${leading}`}`,
    ),
    first && statements.length === 1 ? single(first) : first ? several(statements, width) : [],
    domainText(statements, open),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}
