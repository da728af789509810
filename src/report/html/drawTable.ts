import type { Table } from "../table.ts";
import { Html, html } from "./html.ts";
import { marked } from "./marked.ts";

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

/**
 * A table in a frame of its own that scrolls where it is wider than the page.
 *
 * @param given cells are text; columns that hold nothing are left out
 * @param name the id of its caption
 * @param caption goes into the table; undefined where it stands elsewhere under that id
 * @returns HTML
 */
export function drawTable(given: Table, name: string, caption?: string): Html {
  const shown = filled(given);
  const { head, rows } = shown;
  const numeric = numericColumns(shown);
  const named = caption === undefined ? html` aria-labelledby="${name}"` : "";
  return html`<div class="scroll" role="region" aria-labelledby="${name}" tabindex="0"><table${named}>
${caption === undefined ? "" : html`<caption id="${name}">${caption}</caption>`}
<thead><tr>${head.map((cell, k) => html`<th scope="col"${numeric[k] ? new Html(' class="number"') : ""}>${lines(cell, plain)}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => row(cells, numeric))}</tbody>
</table></div>`;
}
