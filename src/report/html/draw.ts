import type { Table } from "../table.ts";
import { formula } from "./formula.ts";
import { Html, html } from "./html.ts";
import { marked } from "./marked.ts";
import type { Block, Section } from "./section.ts";

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

/** Numbers tables and figures through all sections. */
export interface Counts {
  table: number;
  figure: number;
}

const NUMBER = /^[-+]?\d[\d.]*(e[-+]?\d+)?%?$/;

/** An interval stays in one line where there is room for it. */
const INTERVAL = /(\[[^\[\]\n]{1,30}\])/;
const content = (text: string): Html =>
  html`${text.split(INTERVAL).map((part, k) => (k % 2 === 1 ? html`<span class="keep">${part}</span>` : marked(part)))}`;

/** Text whose line feeds are breaks. */
const lines = (text: string, draw: (line: string) => Html): Html => {
  const parts = text.split("\n").filter((line, k) => line !== "" || k > 0);
  return html`${parts.map((line, k) => html`${k === 0 ? "" : new Html("<br>")}${draw(line)}`)}`;
};

const plain = (text: string) => html`${text}`;

/** Parts of an image have no names of their own: its title and description say what it is. */
const PART_NAME = /(<\w[^<>]*?) aria-label="[^"]*"/g;

/** With a capital and a full stop. */
const sentence = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

function row(cells: readonly string[], numeric: readonly boolean[]): Html {
  const drawn = cells.map((cell, k) => {
    const drawn = lines(cell, content);
    if (k === 0 && cell !== "") return html`<th scope="row">${drawn}</th>`;
    return numeric[k] ? html`<td class="number">${drawn}</td>` : html`<td>${drawn}</td>`;
  });
  return html`<tr>${drawn}</tr>\n`;
}

/** Columns that hold numbers, and nothing else but gaps. */
const numericColumns = ({ head, rows }: Table): boolean[] =>
  head.map((_, k) => {
    const cells = rows.map((row) => row[k] ?? "").filter((cell) => !/^-?$/.test(cell));
    return cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
  });

/** The table without the columns that hold nothing. */
function filled({ head, rows }: Table): Table {
  const kept = head.map((_, k) => rows.some((row) => (row[k] ?? "") !== ""));
  const some = <T>(cells: readonly T[]) => cells.filter((_, k) => kept[k]);
  return { head: some(head), rows: rows.map(some) };
}

/** A table in a frame of its own that scrolls where it is wider than the page. */
function table(given: Table, caption: string, id: string): Html {
  const shown = filled(given);
  const { head, rows } = shown;
  const numeric = numericColumns(shown);
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}">${caption}</caption>
<thead><tr>${head.map((cell, k) => html`<th scope="col"${numeric[k] ? new Html(' class="number"') : ""}>${lines(cell, plain)}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => row(cells, numeric))}</tbody>
</table></div>`;
}

function block(each: Block, id: string, counts: Counts): Html {
  switch (each.kind) {
    case "heading":
      return html`<h3 id="${id}">${each.text}</h3>`;
    case "text":
      return html`<p>${marked(each.text)}</p>`;
    case "list":
      return html`<ul>${each.items.map((item) => html`<li>${marked(item)}</li>\n`)}</ul>`;
    case "table":
      return table(each.table, `Table ${++counts.table}. ${each.caption}`, id);
    case "figure": {
      const name = `Figure ${++counts.figure}`;
      return html`<figure><div class="scroll" role="region" aria-label="${name}" tabindex="0">${new Html(each.svg.replaceAll(PART_NAME, "$1"))}</div>
<figcaption>${name}. ${sentence(each.about)}</figcaption></figure>`;
    }
    case "commands":
      return html`<p>${each.about}</p>
<pre tabindex="0"><code>${each.lines.join("\n")}</code></pre>`;
    case "formula":
      return html`<div class="formula" tabindex="0" role="region" aria-label="formula">${formula(each.latex)}</div>`;
  }
}

/**
 * Draws a section.
 *
 * @param section what it says
 * @param number of the section, from 1: its parts have ids of their own by it
 * @param counts of the tables and figures before, which are raised
 * @returns HTML, and the entry in the table of contents
 */
export function draw({ title, path, blocks }: Section, number: number, counts: Counts): Drawn {
  const id = `part-${number}`;
  const idOf = (k: number) => `${id}-${k + 1}`;
  const below = blocks.flatMap((each, k) =>
    each.kind === "heading" ? [{ id: idOf(k), text: each.text, below: [] }] : [],
  );
  return {
    entry: { id, text: title, below },
    body: html`<section aria-labelledby="${id} ${id}-path">
<h2 id="${id}">${title}</h2>
<p class="path" id="${id}-path">${path}</p>
${blocks.map((each, k) => html`${block(each, idOf(k), counts)}\n`)}</section>`,
  };
}
