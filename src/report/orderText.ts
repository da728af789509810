import type { OrderReport, StatementReport } from "../bounds/order/analyse.ts";
import { toText } from "./table.ts";

/** What `order` found, for people: formulas in one table, statements in another. */
export function orderReportText(reports: readonly (OrderReport | StatementReport)[]): string {
  const formulas = reports.filter((report) => "order" in report);
  const statements = reports.filter((report) => "verdict" in report);
  const tables = [
    ...(formulas.length > 0
      ? [toText({ head: ["formula", "order"], rows: formulas.map(({ formula, order }) => [formula, order]) })]
      : []),
    ...(statements.length > 0
      ? [
          toText({
            head: ["statement", "verdict", "where", "because"],
            rows: statements.map(({ statement, verdict, region, reason }) => [statement, verdict, region, reason]),
          }),
        ]
      : []),
  ];
  const domains = new Set(statements.flatMap(({ domain }) => domain));
  const domain = domains.size > 0 ? `(where ${[...domains].join(", ")})\n` : "";
  return `${tables.join("\n")}\n${domain}`;
}
