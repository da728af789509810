import { join } from "node:path";
import { shareRange } from "../../proofs-check/checks/share.ts";
import type { SharePoint } from "../../proofs-check/claim.ts";
import type { ClaimVerdict, Evidence } from "../../proofs-check/claimVerdict.ts";
import { shortNumbers } from "../../proofs-check/shortNumbers.ts";
import type { Figure, Source } from "../../src/report/figures/figure.ts";
import { type Page, SCREEN } from "../../src/report/figures/sheet/page.ts";
import { sourceAt } from "../../src/report/figures/source.ts";
import { scaling } from "../../src/report/figures/studies/scaling.ts";
import { type CheckShare, isTelling, shares, sharesIn } from "../../src/report/figures/studies/shares.ts";
import { trends } from "../../src/report/figures/studies/trends.ts";
import { drawFigure } from "../../src/report/figures/svg.ts";
import { type Html, html } from "../../src/report/html/html.ts";
import { PHONE } from "../../src/report/html/phone.ts";
import { shell } from "../../src/setting/shell.ts";
import { type Context, tableHtml } from "../context.ts";
import { picture } from "../picture.ts";
import { CHECKED } from "../verdicts.ts";
import { keptFigures } from "./keptFigures.ts";

const measured = ({ evidence }: ClaimVerdict) =>
  evidence.filter(({ figures, points = [] }) => typeof figures?.slope === "number" && points.length > 1);

/** More panels than these are not told in a command: it draws all that there are. */
const FEW = 3;

/** A claim alone, as a figure reads it. */
const sourceOf = ({ root }: Context, claim: ClaimVerdict): Source => ({
  ...sourceAt(join(root, CHECKED)),
  path: CHECKED,
  json: (name) => (name === "check.json" ? { claims: [claim] } : undefined),
});

/** The command that draws the same of the folder. */
function commandOf<Data>(of: Figure<Data>, source: Source): string {
  const panels = of.sheet(of.read(source)).rows.flat();
  const some = panels.length > FEW ? [] : ["--panel", panels.map(({ name }) => name).join(",")];
  return shell(["adamcheck", "figure", of.name, "--from", CHECKED, ...some]);
}

/** One of the figures of a check, of this claim alone: nothing in it that the page says already. */
function figure<Data>(context: Context, page: string, verdict: ClaimVerdict, of: Figure<Data>, alt: string): Html {
  const claim = sourceOf(context, verdict);
  const source = { ...claim, command: commandOf(of, claim) };
  const grounds = (on: Page) => {
    const svg = (dark: boolean) => drawFigure(of, source, { page: { ...on, bare: true }, dark }).svg;
    return { light: svg(false), dark: svg(true) };
  };
  const drawn = { wide: grounds(SCREEN), narrow: grounds(PHONE) };
  return html`<figure>${picture(context, page, of.name, `${alt} of ${verdict.id}`, drawn)}
<figcaption>${of.caption(of.read(source))}</figcaption></figure>`;
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

/** Why there is no figure. */
function nothing(counted: readonly CheckShare[]): Html {
  const cases = counted.reduce((sum, { of }) => sum + of, 0);
  return counted.length === 0
    ? html`<p>Nothing: it was proved or computed, and no seeds or cases were counted.</p>`
    : html`<p>Nothing that a figure would show: all ${String(cases)} cases agree, in ${String(counted.length)} ${counted.length === 1 ? "check" : "checks"}.</p>`;
}

/** What was measured for a claim: shares and scaling studies as figures, shares as n grows as a table too, and kept results that show what it is about. */
export function studies(context: Context, page: string, verdict: ClaimVerdict): Html {
  const grown = verdict.evidence.filter(isTrend);
  const counted = sharesIn(sourceOf(context, verdict));
  const drawn = (shown: boolean, of: Figure<unknown>, alt: string) =>
    shown ? [figure(context, page, verdict, of, alt)] : [];
  const figures = [
    ...drawn(isTelling(counted), shares, "How often the checks agree, with 95% intervals: those"),
    ...drawn(grown.length > 0, trends, "Share of runs that end as claimed as n grows, with 95% intervals: those"),
    ...keptFigures(context, page, verdict.id),
    ...drawn(
      measured(verdict).length > 0,
      scaling,
      "Scaling studies, with points over seeds, the fitted slope and the claimed one: those",
    ),
  ];
  return html`<h2 id="measured">What was measured</h2>
${grown.map(trend)}
${figures.length === 0 ? nothing(counted) : figures}`;
}
