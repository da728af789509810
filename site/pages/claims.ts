import type { Claim } from "../../proofs-check/claim.ts";
import type { ClaimVerdict } from "../../proofs-check/claimVerdict.ts";
import { PAPER_PARTS } from "../../proofs-check/papers/parts.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { summary } from "../../proofs-check/report/tables.ts";
import { html } from "../../src/report/html/html.ts";
import { type Context, fileLink, pageLink, tableHtml } from "../context.ts";
import type { Page } from "../page.ts";
import { badge, CHECKED, claimUrl, type Kept } from "../verdicts.ts";
import { claimBody } from "./claim.ts";

const INDEX = "claims/index.html";

/** Claims in the parts of the papers that they are first named in. */
function groups(claims: readonly ClaimVerdict[]): (readonly [string, readonly ClaimVerdict[]])[] {
  const partOf = ({ id }: ClaimVerdict) =>
    PAPER_PARTS.find(({ items }) => items.some((item) => item.claims?.includes(id)))?.title ?? "Others";
  const titles = [...new Set(claims.map(partOf))];
  return titles.map((title) => [title, claims.filter((claim) => partOf(claim) === title)] as const);
}

function index(context: Context, { claims }: Kept): Page {
  const link = (url: string, text: string) => pageLink(INDEX, url, text);
  const body = html`<h1>Atlas of claims</h1>
<p>What the papers claim, and what came of it when it was checked: ${summary(claims)}</p>
<p>A verdict has two parts: at sizes that were chosen, and wherever the hypotheses hold with constants 1. What fails for small n refutes no theorem about n growing
without bound; it says that its constants matter. ${link("glossary.html#at-the-sizes-chosen", "The words")} are explained. Every verdict here is read from
${fileLink(context, INDEX, CHECKED, "the full check that is kept")}; <code>npx adamcheck check</code> makes one on your machine.</p>
${groups(claims).map(
    ([title, own]) => html`<h2>${title}</h2>
${tableHtml(title, {
      head: ["claim", "says", "verdict"],
      rows: own.map((claim) => [
        html`${link(claimUrl(claim.id), claim.id)}<br><small>${claim.source}</small>`,
        claim.statement,
        badge(claim),
      ]),
    })}`,
  )}`;
  const about = "Every claim of the papers with its verdict, evidence and smallest counterexample.";
  return { url: INDEX, title: "Atlas of claims", about, section: "claims", listed: "All claims", body };
}

/**
 * The atlas of claims: a list, and a page a claim.
 *
 * @param context of the site
 * @param kept the check whose verdicts are told
 * @returns the pages
 * @throws Error where a claim that was checked is there no more
 */
export function claimPages(context: Context, kept: Kept): Page[] {
  const claimOf = (id: string): Claim => {
    const claim = CLAIMS.find((known) => known.id === id);
    if (!claim) throw new Error(`${CHECKED} has the claim ${id}, which is there no more; check again`);
    return claim;
  };
  return [
    index(context, kept),
    ...groups(kept.claims).flatMap(([group, own]) =>
      own.map((verdict) => ({
        url: claimUrl(verdict.id),
        title: `${verdict.id} [${verdict.source}]`,
        about: verdict.statement,
        section: "claims" as const,
        group,
        listed: verdict.id,
        body: claimBody(context, kept, claimOf(verdict.id), verdict),
      })),
    ),
  ];
}
