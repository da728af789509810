import { join } from "node:path";
import { unpackedText } from "../src/experiments/packed.ts";
import { type Html, html } from "../src/report/html/html.ts";
import type { Table } from "../src/report/table.ts";
import type { Links } from "./links.ts";
import { relativeUrl } from "./routes.ts";

/** What pages are made from. */
export interface Context {
  /** The checkout's root. */
  readonly root: string;
  readonly links: Links;
  /** Files that pages were made with, such as figures, by their addresses. */
  readonly files: Map<string, string>;
}

/** The text of a file of the checkout, packed or not. */
export const textAt = ({ root }: Context, path: string): string => unpackedText(join(root, path));

/**
 * A link to a file of the checkout.
 *
 * @param context of the site
 * @param page the address of the page that it stands on
 * @param path from the checkout's root
 * @param text of the link
 */
export const fileLink = ({ links }: Context, page: string, path: string, text: string): Html =>
  html`<a href="${links.to(page, path) ?? ""}">${text}</a>`;

/** A link to a page of the site. */
export const pageLink = (page: string, url: string, text: string): Html =>
  html`<a href="${relativeUrl(page, url)}">${text}</a>`;

/**
 * A table that scrolls by itself where it is too wide.
 *
 * @param label of it, for those who do not see it
 * @param table of texts, or of HTML
 */
export const tableHtml = (
  label: string,
  { head, rows }: { head: Table["head"]; rows: readonly (readonly (Html | string)[])[] },
): Html => html`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`;

/** Lines for a shell. */
export const commands = (lines: readonly string[]): Html =>
  html`<pre tabindex="0"><code>${lines.join("\n")}</code></pre>`;
