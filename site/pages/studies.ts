import { join } from "node:path";
import { shareRange } from "../../proofs-check/checks/share.ts";
import type { SharePoint } from "../../proofs-check/claim.ts";
import type { ClaimVerdict, Evidence } from "../../proofs-check/claimVerdict.ts";
import { shortNumbers } from "../../proofs-check/shortNumbers.ts";
import type { Source } from "../../src/report/figures/figure.ts";
import { sourceAt } from "../../src/report/figures/source.ts";
import { scaling } from "../../src/report/figures/studies/scaling.ts";
import { drawFigure } from "../../src/report/figures/svg.ts";
import { type Html, html } from "../../src/report/html/html.ts";
import { type Context, tableHtml } from "../context.ts";
import { relativeUrl } from "../routes.ts";
import { CHECKED } from "../verdicts.ts";

const measured = ({ evidence }: ClaimVerdict) =>
  evidence.filter(({ figures, points = [] }) => typeof figures?.slope === "number" && points.length > 1);

/** A claim alone, as a figure reads it. */
const sourceOf = ({ root }: Context, claim: ClaimVerdict): Source => ({
  ...sourceAt(join(root, CHECKED)),
  path: CHECKED,
  json: (name) => (name === "check.json" ? { claims: [claim] } : undefined),
});

function figure(context: Context, page: string, verdict: ClaimVerdict): Html {
  if (measured(verdict).length === 0) return html``;
  const { svg, caption } = drawFigure(scaling, sourceOf(context, verdict));
  const url = page.replace(/\.html$/, ".svg");
  context.files.set(url, svg);
  // Its room is kept free while it loads.
  const [, width = "", height = ""] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return html`<figure><img width="${width}" height="${height}" src="${relativeUrl(page, url)}" alt="Scaling studies of ${verdict.id}: points over seeds, the fitted slope and the claimed one" loading="lazy">
<figcaption>${caption}</figcaption></figure>`;
}

/** Shares of runs that end as claimed, as n grows. */
const isTrend = ({ points = [] }: Evidence) => points.some((point) => "agree" in point);

const trend = ({
  about,
  reason,
  points = [],
}: Evidence): Html => html`<p>${shortNumbers(about)}: ${shortNumbers(reason)}</p>
${tableHtml("Share of runs that end as claimed, as n grows", {
  head: ["n", "runs that end as claimed", "share", "95% interval", "claimed"],
  rows: (points as readonly SharePoint[]).map((point) => [
    String(point.x),
    `${point.agree} of ${point.of}`,
    shortNumbers(String(point.agree / point.of)),
    shareRange(point),
    shortNumbers(String(point.claimed)),
  ]),
})}`;

/** What was measured for a claim: scaling studies as a figure, shares as n grows as a table. */
export function studies(context: Context, page: string, verdict: ClaimVerdict): Html {
  const trends = verdict.evidence.filter(isTrend);
  if (measured(verdict).length === 0 && trends.length === 0) return html``;
  return html`<h2 id="measured">What was measured</h2>
${trends.map(trend)}
${figure(context, page, verdict)}`;
}
