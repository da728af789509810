import { existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { PAPER_PARTS } from "../../proofs-check/papers/parts.ts";
import { THEOREMS } from "../../src/bounds/hypotheses/theorems.ts";
import { TARGETS } from "../../src/experiments/targets/registry.ts";
import { type Html, html } from "../../src/report/html/html.ts";
import { type Context, commands, fileLink, pageLink, tableHtml, textAt } from "../context.ts";
import type { Page } from "../page.ts";
import { badge, claimUrl, type Kept } from "../verdicts.ts";

const URL = "papers.html";

/** A paper as CITATION.cff has it. */
interface Reference {
  readonly title: string;
  readonly authors: readonly { readonly "family-names": string; readonly "given-names": string }[];
  readonly conference: { readonly name: string };
  readonly identifiers: readonly { readonly value: string }[];
}

/** "arXiv:2510.11354" of Tang is T25, as everything here calls it. */
function keyOf({ authors, identifiers }: Reference): string {
  const [, year = ""] = /^arXiv:(\d\d)/.exec(identifiers[0]?.value ?? "") ?? [];
  return `${authors[0]?.["family-names"][0]}${year}`;
}

function theorems({ claims }: Kept, key: string): Html {
  const own = THEOREMS.filter(({ outcome, source }) => outcome && source.startsWith(`${key} `));
  const rows = own.flatMap(({ id, name, says }) => {
    const verdict = claims.find((claim) => claim.id === id);
    return verdict ? [[pageLink(URL, claimUrl(id), name), says, badge(verdict)]] : [];
  });
  return tableHtml(`Theorems of ${key}`, { head: ["theorem", "says", "verdict"], rows });
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

function paper(context: Context, kept: Kept, reference: Reference): Html {
  const key = keyOf(reference);
  const { title, authors, conference, identifiers } = reference;
  const names = authors.map((one) => `${one["given-names"]} ${one["family-names"]}`).join(", ");
  const items = PAPER_PARTS.flatMap((part) => part.items).filter((item) => item.paper === key);
  return html`<h2 id="${key.toLowerCase()}">[${key}] ${title}</h2>
<p>${names}. ${conference.name}, ${identifiers.map(({ value }) => html`<a href="https://arxiv.org/abs/${value.replace("arXiv:", "")}">${value}</a>`)}.</p>
<h3>What it shows</h3>
${theorems(kept, key)}
<p>${items.length} definitions, lemmas, theorems, tables and figures of it are ${fileLink(context, URL, "docs/coverage-of-the-papers.md", "listed with where each is checked")}.</p>
${experiments(context, key)}`;
}

/** The gallery of the papers: what each shows, what came of it, and its experiments. */
export function papersPage(context: Context, kept: Kept): Page {
  const { references } = parse(textAt(context, "CITATION.cff")) as { references: readonly Reference[] };
  const figure = context.links.to(URL, "docs/figures/papers.svg") ?? "";
  const body = html`<h1>The papers</h1>
<p>What each paper proves and measures, and what came of it here. Where a theorem is read in one of several ways, its page says so; ${fileLink(context, URL, "docs/errata.md", "the errata")} have what was found against the papers.</p>
${references.map((reference) => paper(context, kept, reference))}
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
