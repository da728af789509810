import type { Claim } from "../../proofs-check/claim.ts";
import type { ClaimVerdict, Evidence } from "../../proofs-check/claimVerdict.ts";
import { claimFile } from "../../proofs-check/papers/markdown.ts";
import { PAPER_PARTS } from "../../proofs-check/papers/parts.ts";
import { byScope, graded, partText, SCOPE_WORDS, sizesChosen } from "../../proofs-check/report/parts.ts";
import { shortNumbers } from "../../proofs-check/shortNumbers.ts";
import { HYPOTHESES } from "../../src/bounds/hypotheses/hypotheses.ts";
import { THEOREMS } from "../../src/bounds/hypotheses/theorems.ts";
import { statementLatex } from "../../src/bounds/order/latex.ts";
import { formula } from "../../src/report/html/formula.ts";
import { type Html, html } from "../../src/report/html/html.ts";
import { shell } from "../../src/setting/shell.ts";
import { type Context, commands, fileLink, pageLink, tableHtml } from "../context.ts";
import { badge, CHECKED, claimUrl, type Kept } from "../verdicts.ts";
import { counterexamples } from "./counterexamples.ts";
import { studies } from "./studies.ts";

/** Longer reasons are for the table of evidence. */
const LONGEST = 600;
/** More checks than these are listed with the evidence alone. */
const FEW = 2;

/** What people call a claim, where that is something else than its id. */
export const titleOf = ({ id, source }: Pick<ClaimVerdict, "id" | "source">): string => {
  const theorem = THEOREMS.find((one) => one.id === id);
  return `${theorem ? `${theorem.name}: ` : ""}${id} [${source}]`;
};

/** A statement as a sentence. */
const sentence = (text: string) => `${(text[0] ?? "").toUpperCase()}${text.slice(1)}.`;

const list = (items: readonly (Html | string)[]) => html`<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>`;

function part(verdict: ClaimVerdict, scope: "chosen" | "wherever"): Html {
  const own = verdict[scope];
  if (own === undefined || own.reason.length > LONGEST) return html`<dd>${partText(verdict, scope)}</dd>`;
  const looked = verdict.evidence.filter((one) => one.scope === scope).map(({ about }) => about);
  const sizes = scope === "chosen" ? sizesChosen(verdict) : "";
  return html`<dd>${graded(own)}<p>${sentence(shortNumbers(own.reason))}</p>
${sizes === "" ? "" : html`<p class="aside">Sizes: ${sizes}.</p>`}
${looked.length > FEW ? "" : looked.map((text) => html`<p class="aside">Looked at: ${shortNumbers(text)}.</p>`)}</dd>`;
}

const twoParts = (verdict: ClaimVerdict) => html`<dl class="parts">
<div><dt>At the sizes chosen</dt>${part(verdict, "chosen")}</div>
<div><dt>Wherever the hypotheses hold with constants 1</dt>${part(verdict, "wherever")}</div>
</dl>`;

function readings({ readings = [], readAs = [] }: ClaimVerdict): Html {
  const heading = html`<h2 id="readings">How it is read</h2>`;
  if (readings.length === 0 && readAs.length === 0) return html`${heading}\n<p>As it stands.</p>`;
  return html`${heading}
${readAs.length === 0 ? "" : list(readAs)}
${
  readings.length === 0
    ? ""
    : tableHtml("Readings", {
        head: ["reading", "verdict", SCOPE_WORDS.chosen, SCOPE_WORDS.wherever],
        rows: readings.map((one) => [one.reading, badge(one), partText(one, "chosen"), partText(one, "wherever")]),
      })
}`;
}

function hypotheses({ id, hypotheses }: Claim): Html {
  const named = HYPOTHESES.filter((one) => hypotheses.includes(one.id));
  if (named.length === 0) return html``;
  const theorem = THEOREMS.some((one) => one.id === id);
  return html`<h2 id="hypotheses">What it assumes</h2>
<details><summary>${named.length} ${named.length === 1 ? "hypothesis" : "hypotheses"}</summary>
${tableHtml("Hypotheses", {
  head: ["hypothesis", "says", "in words"],
  rows: named.map(({ id, anyOf, meaning }) => [
    id,
    html`${anyOf.map((statement, k) => html`${k === 0 ? "" : "or "}${formula(statementLatex(statement))}`)}`,
    meaning,
  ]),
})}
</details>
${theorem ? html`<p>Which of them a run of yours meets, before it is run: <code>npx adamcheck audit RUN.json</code></p>` : ""}`;
}

const caseTable = (caption: string, evidence: readonly Evidence[]) =>
  tableHtml(caption, {
    head: ["check", "of", "grade", "verdict", "cases", "because"],
    rows: evidence.map(({ check, about, part, reading, at, grade, verdict, cases, level, reason }) => [
      html`${level === undefined ? check : `${check} (level ${level})`}<p class="aside">${shortNumbers(about)}</p>`,
      [part, reading, at && shortNumbers(at)].filter((text) => text !== undefined && text !== "").join("; "),
      grade,
      verdict,
      String(cases),
      shortNumbers(reason),
    ]),
  });

const evidence = (verdict: ClaimVerdict) => html`<h2 id="evidence">Evidence</h2>
${byScope(verdict)
  .filter(([, own]) => own.length > 0)
  .map(
    ([
      scope,
      own,
    ]) => html`<details><summary>${own.length} ${own.length === 1 ? "check" : "checks"} ${SCOPE_WORDS[scope]}</summary>
${caseTable(`Evidence ${SCOPE_WORDS[scope]}`, own)}
</details>
`,
  )}`;

function rests(page: string, { claims }: Kept, { id, restsOn }: ClaimVerdict): Html {
  const shown = (ids: readonly string[]) =>
    list(
      claims
        .filter((one) => ids.includes(one.id))
        .map((one) => html`${pageLink(page, claimUrl(one.id), one.id)}: ${badge(one)}`),
    );
  const above = claims.filter((one) => one.restsOn.includes(id)).map((one) => one.id);
  return html`${restsOn.length === 0 ? "" : html`<h2 id="rests-on">What its proof rests on</h2>\n${shown(restsOn)}`}
${above.length === 0 ? "" : html`<h2 id="used-by">What rests on it</h2>\n${shown(above)}`}`;
}

function again(context: Context, page: string, { asked, notes }: Kept, { id }: ClaimVerdict): Html {
  const { seed, cases, seconds } = asked;
  const budget = cases === undefined ? ["--budget", `${seconds}s`] : ["--cases", String(cases)];
  const items = PAPER_PARTS.flatMap((part) => part.items).filter((item) => item.claims?.includes(id));
  return html`<h2 id="again">Do it again</h2>
${commands([
  shell(["npx", "adamcheck", "check", id]),
  `${shell(["npx", "adamcheck", "check", id, "--seed", String(seed), ...budget, "--out", "checked"])}  # as long as the kept check, with every case kept`,
])}
<p>Its checks: ${fileLink(context, page, claimFile(id), claimFile(id))}. ${notes.includes(`\`${id}\``) ? html`<strong>It was changed since the kept check:</strong> ` : ""}${fileLink(context, page, CHECKED, "About the kept check")}.</p>
${items.length === 0 ? "" : html`<h2 id="papers">In the papers</h2>\n${list(items.map(({ paper, item, about, how, note }) => `[${paper}] ${item}: ${about}. Taken as: ${how}${note === undefined ? "" : `: ${note}`}.`))}`}`;
}

/**
 * The page of a claim: statement, verdict in both parts, readings, hypotheses, figures, counterexamples, evidence, how to do it again.
 *
 * @param context of the site
 * @param kept the check that the verdict is of
 * @param claim as it is now
 * @param verdict what came of it
 * @param stated where docs/theory.md states it
 * @returns its content
 */
export function claimBody(context: Context, kept: Kept, claim: Claim, verdict: ClaimVerdict, stated: string): Html {
  const page = claimUrl(verdict.id);
  return html`<h1>${titleOf(verdict)}</h1>
<p class="lead">${sentence(verdict.statement)}</p>
${verdict.latex === "" ? "" : html`<div class="formula">${formula(verdict.latex)}</div>`}
<p>${badge(verdict)} <small class="where">${fileLink(context, page, stated, "in the theory")}, ${pageLink(page, "glossary.html#claims-and-verdicts", "what the words mean")}</small></p>
${twoParts(verdict)}
${readings(verdict)}
${counterexamples(context, page, verdict)}
${studies(context, page, verdict)}
${hypotheses(claim)}
${evidence(verdict)}
${rests(page, kept, verdict)}
${again(context, page, kept, verdict)}`;
}
