import { html } from "../../src/report/html/html.ts";
import { type Context, textAt } from "../context.ts";
import type { Page } from "../page.ts";
import { isCopied, urlOf } from "../routes.ts";

/** Files that pages link to and that have no page yet: code as it stands. */
export function sourcePages(context: Context, pages: readonly Page[]): Page[] {
  const there = new Set(pages.map(({ url }) => url));
  return [...context.links.asked]
    .filter((path) => !isCopied(path) && !there.has(urlOf(path)))
    .map((path) => ({
      url: urlOf(path),
      title: path,
      body: html`<h1 class="path">${path}</h1>\n<pre tabindex="0"><code>${textAt(context, path)}</code></pre>`,
      searched: false,
    }));
}

/** Files that pages link to and that are copied, by the paths of their copies. */
export const copiedFiles = ({ links }: Context): Record<string, string> =>
  Object.fromEntries([...links.asked].filter(isCopied).map((path) => [path, urlOf(path)]));
