import { posix } from "node:path";
import MarkdownIt, { type RendererRule, type Token } from "markdown-it";
import { Html, html } from "../src/report/html/html.ts";

/**
 * A heading's id, as GitHub makes it, so that links to places in a file go to the same place in its page.
 *
 * @param heading its text
 * @returns the id
 * @example
 * slugOf("4.1 How a claim is checked") // => "41-how-a-claim-is-checked"
 */
export const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/g, "-");

/** What a link of a file becomes: an address, or undefined where it goes nowhere that the site has. */
export type LinkTo = (path: string) => string | undefined;

interface Env {
  readonly folder: string;
  readonly linkTo: LinkTo;
  readonly ids: Map<string, number>;
}

/** What is read of a heading, without its marks. */
const textOf = (inline: Token | undefined) => (inline?.children ?? []).map(({ content }) => content).join("");

const isElsewhere = (href: string) => /^([a-z]+:|#)/i.test(href);

/** README's pictures are HTML, for they have a dark variant. */
function withAddresses(token: Token, resolved: LinkTo): void {
  token.content = token.content.replaceAll(
    /\b(src|srcset|href)="([^":]+)"/g,
    (_: string, name: string, path: string) => `${name}="${resolved(path) ?? ""}"`,
  );
}

const md = new MarkdownIt({ html: true, linkify: false });

md.core.ruler.push("site", ({ tokens, env }: { tokens: Token[]; env: Env }) => {
  const resolved = (href: string) => env.linkTo(posix.join(env.folder, decodeURI(href)));
  tokens.forEach((token, k) => {
    if (token.type === "heading_open") {
      const slug = slugOf(textOf(tokens[k + 1]));
      const count = env.ids.get(slug) ?? 0;
      env.ids.set(slug, count + 1);
      token.attrSet("id", count === 0 ? slug : `${slug}-${count}`);
    }
    // An empty head says nothing to those who do not see it.
    if (token.type === "th_open" && tokens[k + 1]?.content === "") {
      for (const cell of [token, tokens[k + 2] as Token]) cell.tag = "td";
    }
    if (token.type === "html_block") withAddresses(token, resolved);
    const dead: boolean[] = [];
    for (const child of token.children ?? []) {
      if (child.type === "html_inline") withAddresses(child, resolved);
      if (child.type === "image") child.attrSet("src", resolved(child.attrGet("src") as string) ?? "");
      if (child.type === "link_open") {
        const href = child.attrGet("href") as string;
        const to = isElsewhere(href) ? href : resolved(href);
        dead.push(to === undefined);
        if (to !== undefined) child.attrSet("href", to);
        else child.tag = "span";
        if (to === undefined) child.attrs = [];
      }
      if (child.type === "link_close" && dead.pop()) child.tag = "span";
    }
  });
});

/** Wide tables and code scroll by themselves, by keyboard as well; the page does not. */
const SCROLLS = 'class="scroll" tabindex="0" role="group"';
md.renderer.rules.table_open = () => `<div ${SCROLLS} aria-label="Table"><table>\n`;
md.renderer.rules.table_close = () => "</table></div>\n";
const codeBlock: RendererRule = (tokens, k) => {
  const { info, content } = tokens[k] as Token;
  const language = md.utils.escapeHtml(info.trim().split(/\s+/)[0] ?? "");
  return `<pre tabindex="0"${language && ` data-language="${language}"`}><code>${md.utils.escapeHtml(content)}</code></pre>\n`;
};
md.renderer.rules.fence = codeBlock;
md.renderer.rules.code_block = codeBlock;

/** Markdown of a file as a page has it: its title apart. */
export interface Rendered {
  readonly title: string;
  readonly body: Html;
}

/**
 * Markdown as HTML, with an id at every heading, links that lead to the site's pages, and wide things that scroll.
 *
 * @param text any; what has no heading of the first level gets its path as one
 * @param path of its file from the checkout's root, from which its links count
 * @param linkTo the address of such a path
 * @returns its title and the HTML
 * @throws whatever `linkTo` throws
 */
export function markdown(text: string, path: string, linkTo: LinkTo): Rendered {
  const env: Env = { folder: posix.dirname(path), linkTo, ids: new Map() };
  const tokens = md.parse(text, env);
  const at = tokens.findIndex(({ type, tag }) => type === "heading_open" && tag === "h1");
  const body = new Html(md.renderer.render(tokens, md.options, env));
  if (at < 0) return { title: path, body: html`<h1 class="path">${path}</h1>\n${body}` };
  return { title: textOf(tokens[at + 1]), body };
}
