import { draw, type Entry } from "./draw.ts";
import { type Html, html } from "./html.ts";
import type { Section } from "./section.ts";
import { newSlugs } from "./slugs.ts";
import { STYLE } from "./style.ts";

/** What made the report: no result depends on it, and no other part of the page says it. */
export type Environment = Readonly<Record<string, string>>;

/** Nothing is loaded from anywhere, and no script runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const contents = (entries: readonly Entry[]): Html =>
  html`<ul>${entries.map(({ id, text, below }) => {
    return html`<li><a href="#${id}">${text}</a>${below.length > 0 ? contents(below) : ""}</li>\n`;
  })}</ul>`;

/** The answers of several sections, before all of them. */
const answers = (sections: readonly Section[], entries: readonly Entry[]): Html =>
  html`<ul class="answers">${sections.map(({ title, path, answer }, k) => {
    return html`<li><a href="#${entries[k]?.id ?? ""}">${title}</a> <span class="path">${path}</span><br>${answer}</li>\n`;
  })}</ul>`;

const madeBy = (environment: Environment): Section => ({
  title: "What made this report",
  path: "",
  answer: "No number above depends on it.",
  blocks: [
    {
      kind: "table",
      caption: "Environment of the report.",
      table: { head: ["what", "value"], rows: Object.entries(environment).map(([name, value]) => [name, value]) },
    },
  ],
});

/**
 * A report as one file of HTML that needs nothing besides: fonts are the reader's, formulas MathML, figures SVG.
 *
 * @param title of the whole
 * @param sections one a folder or file that is reported on
 * @param leftOut files that were looked at and are nothing to report on
 * @param environment what made it
 * @returns the page: a function of its arguments alone, and of `environment` in its last section alone
 */
export function page(
  title: string,
  sections: readonly Section[],
  leftOut: readonly string[],
  environment: Environment,
): string {
  const slug = newSlugs();
  slug("contents");
  const counts = { table: 0, figure: 0, commands: 0, slug };
  const drawn = [...sections, madeBy(environment)].map((section) => draw(section, counts));
  const entries = drawn.map(({ entry }) => entry);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${sections.length > 1 ? answers(sections, entries) : ""}
${leftOut.length > 0 ? html`<p>Not reported on: ${leftOut.join(", ")}.</p>\n` : ""}</header>
<nav aria-labelledby="contents">
<details><summary><h2 id="contents">Contents</h2></summary>
${contents(entries)}
</details>
</nav>
<main>
${drawn.map(({ body }) => html`${body}\n`)}</main>
</body>
</html>
`.text;
}
