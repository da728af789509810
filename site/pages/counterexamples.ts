import type { Scope } from "../../proofs-check/claim.ts";
import type { ClaimVerdict, Evidence } from "../../proofs-check/claimVerdict.ts";
import { counterexampleFile, runFilesOf } from "../../proofs-check/counterexampleFile.ts";
import { shortNumbers } from "../../proofs-check/shortNumbers.ts";
import { type Html, html } from "../../src/report/html/html.ts";
import { settingsTable } from "../../src/report/html/settingsTable.ts";
import type { Run } from "../../src/sim/run.ts";
import { type Context, commands, fileLink, tableHtml } from "../context.ts";
import { explorerHash } from "../explorerHash.ts";
import { relativeUrl } from "../routes.ts";
import { CHECKED } from "../verdicts.ts";

const WHEREVER =
  "Each meets every hypothesis, read with constants 1, and disagrees. None refutes a statement about n growing without bound.";

/** What cases say that disagree, by where was looked. */
const MEANT: Readonly<Record<Scope, string>> = {
  wherever: WHEREVER,
  domain: WHEREVER,
  chosen:
    "Of sizes that were chosen: one seed, or one case, of those that go against the statement; how many do is in the evidence.",
};

/** Hides nothing of a case that no run file shows. */
const caseText = (given: unknown) => shortNumbers(JSON.stringify(given, undefined, 1).replaceAll(/\s+/g, " "));

/** Where a case is, unless what it violates says so. */
function at(run: unknown, violation: string): string {
  if (run === undefined || /\bn = /.test(violation)) return "";
  const { setting, batchSize, seed } = run as Run;
  const numbers = { n: setting.n, b: batchSize, s: setting.s, d: setting.d, m: setting.m, seed };
  const known = Object.entries(numbers).filter(([, value]) => value !== undefined);
  return `at ${known.map(([name, value]) => `${name} = ${value}`).join(", ")}: `;
}

/** What disagrees, and where. */
const disagreement = ({ violation, run }: NonNullable<Evidence["counterexample"]>) =>
  `${at(run, violation)}${shortNumbers(violation)}`;

/** What is said where no case disagrees. */
function none({ evidence }: ClaimVerdict): string {
  const cases = evidence.reduce((sum, { scope, cases }) => sum + (scope === "wherever" ? cases : 0), 0);
  return cases === 0
    ? "None was looked for: no random cases that meet the hypotheses with constants 1 belong to this claim."
    : `None among the ${cases} random cases that were looked at.`;
}

/** The case that the verdict names, or the first. */
const smallestOf = ({ wherever }: ClaimVerdict, found: readonly Evidence[]) =>
  found.find(({ counterexample }) => counterexample?.violation === wherever?.counterexample?.violation) ?? found[0];

/** What can be done with a run that shows it. */
function actions(context: Context, page: string, file: string, run: unknown): Html {
  const hash = explorerHash(run as Run);
  return html`<ul class="actions">
<li>${hash === undefined ? html`<span class="aside">too large for a page, which would train every weight; the command follows coefficients and takes seconds</span>` : html`<a href="${relativeUrl(page, "explorer/index.html")}#${hash}">Open it in the explorer</a>`}</li>
<li>${fileLink(context, page, file, "Its run file")}</li>
</ul>`;
}

function shown(context: Context, page: string, id: string, { check, counterexample, reading }: Evidence): Html {
  if (!counterexample) return html``;
  const { command } = counterexample;
  const files = runFilesOf(counterexample, `${CHECKED}/${counterexampleFile(id, check)}`);
  const head = html`<p><strong>${check}</strong>${reading === undefined ? "" : ` (reading: ${reading})`}: ${disagreement(counterexample)}</p>`;
  if (files.length === 0 || command === undefined)
    return html`<li>${head}<p class="aside">Case: ${caseText(counterexample.case)}</p></li>\n`;
  return html`<li>${head}
${files.map(({ file, run }) => actions(context, page, file, run))}
${commands(files.map(({ file }) => `npx adamcheck ${command} ${file.split("/").at(-1)}`))}
<details><summary>Its setting</summary>
${tableHtml(`Setting of the counterexample of ${check}`, settingsTable(files[0]?.run))}
</details></li>
`;
}

/**
 * Cases that meet the hypotheses and disagree, the smallest that was found by each check; first the one that the verdict names.
 *
 * @param context of the site
 * @param page that they stand on
 * @param verdict of the claim
 * @returns them, or a sentence where there are none
 */
export function counterexamples(context: Context, page: string, verdict: ClaimVerdict): Html {
  const found = verdict.evidence.filter(({ counterexample }) => counterexample !== undefined);
  if (found.length === 0) return html`<h2 id="counterexamples">Smallest counterexample</h2>\n<p>${none(verdict)}</p>`;
  const first = smallestOf(verdict, found);
  const others = found.filter((one) => one !== first);
  const ordered = first === undefined ? others : [first, ...others];
  return html`<h2 id="counterexamples">Smallest counterexample${others.length === 0 ? "" : "s"}</h2>
<p class="aside">${found
    .map(({ scope }) => MEANT[scope])
    .filter((text, k, all) => all.indexOf(text) === k)
    .join(" ")}</p>
<ol class="cases">${ordered.map((one) => shown(context, page, verdict.id, one))}</ol>`;
}
