import type { Paper } from "../../src/papers/paper.ts";
import { toMarkdown } from "../../src/report/table.ts";
import type { Claim } from "../claim.ts";
import { unique } from "./unique.ts";

const HEADING = "### 4.13 Neighbours";

const known = ({ tag, authors, arxiv, text }: Paper) => [`[${tag}]`, `${authors}, arXiv ${arxiv}`, text];

/** How a claim is read, where its checks tell several readings apart. */
function readings({ id, checks }: Claim): string[] {
  const several = unique(checks.map(({ reading }) => reading));
  return several.length > 1 ? [`- \`${id}\`, in ${several.length} readings: ${several.join("; ")}.`] : [];
}

/**
 * docs/theory.md 4.13: the statements of papers of which a theorem or two are checked.
 *
 * @param papers whose statements
 * @param all every claim
 * @returns heading, table of claims, readings, and which text of each paper is at hand
 * Source: ours.
 */
export function neighboursSection(papers: readonly Paper[], all: readonly Claim[]): string {
  const claims = papers.flatMap((paper) => all.filter(({ id }) => paper.claims.includes(id)));
  const rows = claims.map(({ id, source, kind, statement }) => [`\`${id}\``, source, kind, statement]);
  const blocks = [
    HEADING,
    "Written by npm run papers from src/papers and the claims themselves. What is measured: [findings.md](findings.md), [notes/margins.md](notes/margins.md).",
    toMarkdown({ head: ["id", "source", "kind", "says"], rows }),
    claims.flatMap(readings).join("\n"),
    toMarkdown({ head: ["paper", "by", "text at hand"], rows: papers.map(known) }),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n\n`;
}

/**
 * docs/theory.md 4.13 brought up to date.
 *
 * @param theory the document
 * @param section as `neighboursSection` gives it
 * @returns the text
 * Source: ours.
 * @example
 * withNeighbours("### 4.13 Neighbours\nold\n### 4.14 More\n", "new\n") // => "new\n### 4.14 More\n"
 */
export const withNeighbours = (theory: string, section: string): string =>
  theory.replace(new RegExp(`^${HEADING}\\n[^]*?(?=^##)`, "m"), () => section);
