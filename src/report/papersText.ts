import type { PaperReport } from "../papers/paper.ts";
import type { Table } from "./table.ts";
import { toText } from "./text/toText.ts";

const claimsOf = ({ claims }: PaperReport): Table => ({
  head: ["claim", "of", "says", "stated", "verdict"],
  rows: claims.map(({ id, source, statement, stated, verdict, grade }) => [
    id,
    source,
    statement,
    stated ?? "",
    verdict === null ? "not checked" : grade === null ? verdict : `${verdict} (${grade})`,
  ]),
});

/**
 * Papers for people: what of each is here, and what came of its claims.
 *
 * @param reports of `papers`
 * @param width of a line (default: no limit)
 * @returns text
 */
export const papersText = (reports: readonly PaperReport[], width = Infinity): string =>
  reports
    .map((report) => {
      const { tag, authors, title, venue, arxiv, text, settings, targets, readings } = report;
      return [
        `[${tag}] ${authors}: ${title}. ${venue}, arXiv:${arxiv}`,
        `  text at hand: ${text}`,
        ...(settings.length > 0 ? [`  presets: ${settings.join(", ")}`] : []),
        "  reproduce:",
        ...targets.map(({ name, title: about }) => `    ${name}  ${about}`),
        "  read as:",
        ...readings.map(({ of, reading }) => `    ${of}: ${reading}`),
        toText(claimsOf(report), width),
      ].join("\n");
    })
    .join("\n\n");
