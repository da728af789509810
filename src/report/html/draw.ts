import type { Table } from "../table.ts";
import { drawStandings } from "./drawStandings.ts";
import { drawTable } from "./drawTable.ts";
import { formula } from "./formula.ts";
import { Html, html } from "./html.ts";
import { marked } from "./marked.ts";
import type { Block, Section } from "./section.ts";
import { sentence } from "./sentence.ts";
import { several } from "./several.ts";

/** An entry of the table of contents. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly below: readonly Entry[];
}

/** A section as HTML, and its entry in the table of contents. */
export interface Drawn {
  readonly entry: Entry;
  readonly body: Html;
}

/** Numbers tables, figures and lists of commands through all sections, and names what can be linked to. */
export interface Counts {
  table: number;
  figure: number;
  commands: number;
  readonly slug: (text: string) => string;
}

/** What the parts of a section need of it. */
interface Frame {
  readonly counts: Counts;
  /** Ids of its headings, by their texts. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whether its tables are behind a fold already. */
  readonly folded: boolean;
}

/** Tables with more rows, or more letters, are folded. */
const LONG = 12;
const LETTERS = 2500;
const isLong = ({ rows }: Table) => rows.length > LONG || rows.flat().join("").length > LETTERS;

/** Said where commands first appear. */
const HOW_TO_RUN =
  " Paths are as seen from where the report was made; adamcheck is npx adamcheck where it is installed, npm run -s adamcheck -- in a checkout.";

/** Parts of an image have no names of their own: its title and description say what it is. */
const PART_NAME = /(<\w[^<>]*?) aria-label="[^"]*"/g;

function figure(svg: string, about: string, id: string, name: string): Html {
  return html`<figure id="${id}"><div class="scroll" role="region" aria-label="${name}" tabindex="0">${new Html(svg.replaceAll(PART_NAME, "$1"))}</div>
<figcaption>${name}. ${sentence(about)}</figcaption></figure>`;
}

function table({ table, caption }: Extract<Block, { kind: "table" }>, { counts, folded }: Frame): Html {
  const id = `table-${++counts.table}`;
  const named = `Table ${counts.table}. ${caption}`;
  if (folded || !isLong(table)) return drawTable(table, id, named);
  return html`<details><summary><span id="${id}">${named}</span> <span class="count">${several(table.rows.length, "row")}</span></summary>
${drawTable(table, id)}
</details>`;
}

function block(each: Block, frame: Frame): Html {
  const { counts, ids } = frame;
  switch (each.kind) {
    case "heading": {
      const id = ids.get(each.text) ?? "";
      return html`<h3 id="${id}"><a href="#${id}">${each.text}</a></h3>`;
    }
    case "text":
      return html`<p>${marked(each.text)}</p>`;
    case "list":
      return html`<ul>${each.items.map((item) => html`<li>${marked(item)}</li>\n`)}</ul>`;
    case "table":
      return table(each, frame);
    case "standings": {
      const id = `table-${++counts.table}`;
      return drawStandings(each, id, `Table ${counts.table}. ${each.caption}`, (text) => ids.get(text));
    }
    case "figure": {
      const number = ++counts.figure;
      return figure(each.svg, each.about, `figure-${number}`, `Figure ${number}`);
    }
    case "commands":
      return html`<p class="lead">${each.about}${counts.commands++ === 0 ? HOW_TO_RUN : ""}</p>
<pre tabindex="0"><code>${each.lines.join("\n")}</code></pre>`;
    case "formula":
      return html`<div class="formula" tabindex="0" role="group" aria-label="formula">${formula(each.latex)}</div>`;
    case "words":
      return html`<dl>${Object.entries(each.words).map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>\n`)}</dl>`;
    case "fold":
      return html`<details><summary>${each.about}</summary>
${each.blocks.map((inner) => html`${block(inner, { ...frame, folded: true })}\n`)}</details>`;
  }
}

/**
 * Draws a section.
 *
 * @param section what it says
 * @param counts of the tables and figures before, which are raised, and the names that are taken
 * @returns HTML, and the entry in the table of contents
 */
export function draw({ title, path, answer, blocks }: Section, counts: Counts): Drawn {
  const id = counts.slug(title);
  const headings = blocks.flatMap((each) => (each.kind === "heading" ? [each.text] : []));
  const ids = new Map(headings.map((text) => [text, counts.slug(text)]));
  const frame = { counts, ids, folded: false };
  const under = path === "" ? "" : html`\n<p class="path" id="${id}-path">${path}</p>`;
  return {
    entry: { id, text: title, below: [...ids].map(([text, id]) => ({ id, text, below: [] })) },
    body: html`<section aria-labelledby="${id}${path === "" ? "" : ` ${id}-path`}">
<h2 id="${id}"><a href="#${id}">${title}</a></h2>${under}
<p class="answer">${answer}</p>
${blocks.map((each) => html`${block(each, frame)}\n`)}</section>`,
  };
}
