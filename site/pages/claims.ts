import type { Claim } from "../../proofs-check/claim.ts";
import type { ClaimVerdict } from "../../proofs-check/claimVerdict.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { html } from "../../src/report/html/html.ts";
import { type Context, fileLink, pageLink, tableHtml, textAt } from "../context.ts";
import type { Page } from "../page.ts";
import { type TheorySection, theorySections } from "../theorySections.ts";
import { badge, CHECKED, claimUrl, counts, type Kept } from "../verdicts.ts";
import { claimBody, titleOf } from "./claim.ts";

const INDEX = "claims/index.html";
const THEORY = "docs/theory.md";

/** Claims in the sections of the theory that state them. */
function groups(context: Context, claims: readonly ClaimVerdict[]): (readonly [TheorySection, ClaimVerdict[]])[] {
  const sections = theorySections(textAt(context, THEORY));
  const stray = claims.find(({ id }) => !sections.some((section) => section.claims.includes(id)));
  if (stray) throw new Error(`${THEORY} has no section with the claim ${stray.id}; add its row`);
  return sections
    .map((section) => [section, claims.filter(({ id }) => section.claims.includes(id))] as const)
    .filter(([, own]) => own.length > 0);
}

function index(context: Context, { claims }: Kept): Page {
  const link = (url: string, text: string) => pageLink(INDEX, url, text);
  const body = html`<h1>Atlas of claims</h1>
<p>What the papers claim, and what came of it when it was checked: ${counts(claims)}</p>
<p>A verdict has two parts: at sizes that were chosen, and wherever the hypotheses hold with constants 1. What fails for small n refutes no theorem about n growing
without bound; it says that its constants matter. ${link("glossary.html#at-the-sizes-chosen", "The words")} are explained. Every verdict here is read from
${fileLink(context, INDEX, CHECKED, "the full check that is kept")}; <code>npx adamcheck check</code> makes one on your machine.</p>
${groups(context, claims).map(
  ([{ title, slug }, own]) => html`<h2 id="${slug}">${title}</h2>
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
    ...groups(context, kept.claims).flatMap(([section, own]) =>
      own.map((verdict) => ({
        url: claimUrl(verdict.id),
        title: titleOf(verdict),
        about: verdict.statement,
        section: "claims" as const,
        group: section.title,
        listed: verdict.id,
        searched: "whole" as const,
        body: claimBody(context, kept, claimOf(verdict.id), verdict, `${THEORY}#${section.slug}`),
      })),
    ),
  ];
}
