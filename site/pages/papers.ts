import { existsSync } from "node:fs";
import { join } from "node:path";
import { PAPER_PARTS } from "../../proofs-check/papers/parts.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { THEOREMS } from "../../src/bounds/hypotheses/theorems.ts";
import { TARGETS } from "../../src/experiments/targets/registry.ts";
import type { Paper } from "../../src/papers/paper.ts";
import { PAPERS } from "../../src/papers/registry.ts";
import { type Html, html } from "../../src/report/html/html.ts";
import { type Context, commands, fileLink, pageLink, tableHtml } from "../context.ts";
import type { Page } from "../page.ts";
import { badge, claimUrl, type Kept } from "../verdicts.ts";

const URL = "papers.html";

/** Its theorems as the audit has them; of a paper that the audit does not know, its claims. */
function theorems({ claims }: Kept, { tag, claims: ids }: Paper): Html {
  const own = THEOREMS.filter(({ outcome, source }) => outcome && source.startsWith(`${tag} `));
  const told =
    own.length > 0
      ? own.map(({ id, name, says }) => ({ id, name, says }))
      : CLAIMS.filter(({ id }) => ids.includes(id)).map(({ id, statement }) => ({ id, name: id, says: statement }));
  const rows = told.flatMap(({ id, name, says }) => {
    const verdict = claims.find((claim) => claim.id === id);
    return verdict ? [[pageLink(URL, claimUrl(id), name), says, badge(verdict)]] : [];
  });
  return tableHtml(`Theorems of ${tag}`, { head: ["theorem", "says", "verdict"], rows });
}

function experiments(context: Context, key: string): Html {
  const own = TARGETS.filter(({ source }) => source.includes(key));
  if (own.length === 0) return html``;
  const kept = `docs/results/${key.toLowerCase()}-synthetic/report.md`;
  return html`<h3>Its experiments, and ours beside them</h3>
${tableHtml(`Experiments of ${key}`, { head: ["target", "what"], rows: own.map(({ name, title }) => [name, title]) })}
${commands([`npx adamcheck reproduce ${own.map(({ name }) => name).join(" ")} --quick`])}
<p>${existsSync(join(context.root, kept)) ? fileLink(context, URL, kept, "Kept runs over several seeds") : ""}</p>`;
}

function section(context: Context, kept: Kept, paper: Paper): Html {
  const { tag, title, authors, venue, arxiv } = paper;
  const items = PAPER_PARTS.flatMap((part) => part.items).filter((item) => item.paper === tag);
  return html`<h2 id="${tag.toLowerCase()}">[${tag}] ${title}</h2>
<p>${authors}. ${venue}, <a href="https://arxiv.org/abs/${arxiv}">arXiv:${arxiv}</a>.</p>
<h3>What it shows</h3>
${theorems(kept, paper)}
<p>Of its definitions, lemmas, theorems, tables and figures ${items.length} are ${fileLink(context, URL, "docs/coverage-of-the-papers.md", "listed with where each is checked")}.</p>
${experiments(context, tag)}`;
}

/** The gallery of the papers: what each shows, what came of it, and its experiments. */
export function papersPage(context: Context, kept: Kept): Page {
  const figure = context.links.to(URL, "docs/figures/papers.svg") ?? "";
  const body = html`<h1>The papers</h1>
<p>What each paper proves and measures, and what came of it here. Where a theorem is read in one of several ways, its page says so; ${fileLink(context, URL, "docs/errata.md", "the errata")} have what was found against the papers.</p>
${PAPERS.map((paper) => section(context, kept, paper))}
<h2 id="figures">The published figures over our seeds</h2>
<figure><img src="${figure}" alt="Figures 3 to 6 of [T25], drawn over our seeds" loading="lazy"><figcaption>${fileLink(context, URL, "docs/findings.md", "What stands out in them")}</figcaption></figure>`;
  return {
    url: URL,
    title: "The papers",
    about: "What each paper shows, with verdicts.",
    section: "papers",
    listed: "The papers",
    body,
  };
}
