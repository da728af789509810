import { parseHTML } from "linkedom";
import MiniSearch from "minisearch";
import type { Page } from "./page.ts";
import { OPTIONS } from "./searchOptions.ts";

/** A place that the search may lead to. */
export interface Entry {
  /** Its address from the site's root, with the heading's id. */
  readonly id: string;
  readonly title: string;
  /** The page that it is on. */
  readonly page: string;
  readonly text: string;
}

const HEAD = "globalThis.adamcheckIndex = ";

/** Tables of evidence would drown words that are explained. */
const LEFT_OUT = "details, figure";

/** What is looked at of a document's node. */
interface Node {
  readonly tagName?: string;
  readonly id: string;
  readonly textContent: string;
  readonly childNodes: Iterable<Node>;
}

/** Headings of a page, each with the text up to the next one. */
function entriesOf({ url, title, body, searched }: Page): Entry[] {
  const { document } = parseHTML(`<!doctype html><html><body>${body.text}</body></html>`);
  for (const element of document.querySelectorAll(LEFT_OUT)) element.remove();
  const entries: { id: string; title: string; page: string; text: string }[] = [];
  const walk = ({ tagName = "", id, textContent, childNodes }: Node): void => {
    if (/^(H[1-3]|DT)$/.test(tagName)) {
      const at = tagName === "H1" || id === "" || searched === "whole" ? url : `${url}#${id}`;
      entries.push({ id: at, title: textContent.trim(), page: title, text: "" });
    } else if (/^(DIV|DL|SECTION)$/.test(tagName)) {
      for (const child of childNodes) walk(child);
    } else {
      const last = entries.at(-1);
      if (last) last.text += `${textContent} `;
    }
  };
  for (const node of document.body.childNodes as unknown as Iterable<Node>) walk(node);
  // A heading that has no id of its own belongs to the page.
  const unique = new Map<string, Entry>();
  for (const entry of entries) {
    const known = unique.get(entry.id);
    unique.set(entry.id, known ? { ...known, text: `${known.text} ${entry.title} ${entry.text}` } : entry);
  }
  return [...unique.values()];
}

/**
 * The search's index, as a script: so it is read from a disk as well as from a host.
 *
 * @param pages of the site; those with `searched: false` are left out
 * @param others such as functions of the API
 * @returns the script
 */
export function searchScript(pages: readonly Page[], others: readonly Entry[]): string {
  const index = new MiniSearch<Entry>(OPTIONS);
  index.addAll([...pages.filter(({ searched }) => searched !== false).flatMap(entriesOf), ...others]);
  return `${HEAD}${JSON.stringify(JSON.stringify(index))};\n`;
}

/** Where the places of an index are, from the site's root. */
export const placesIn = (script: string): string[] =>
  Object.values(JSON.parse(JSON.parse(script.slice(HEAD.length, -2))).documentIds as Record<string, string>);
