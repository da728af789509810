import { posix } from "node:path";

/** Files of the checkout's root that have a page, and which. */
const OF_ROOT: Readonly<Record<string, string>> = {
  "README.md": "readme.html",
  "CONTRIBUTING.md": "contributing.html",
  "CHANGELOG.md": "changelog.html",
};

/** What is copied as it is, to be looked at or downloaded. */
const COPIED = /\.(svg|png|json|csv|txt|yaml|ndjson|cff)$/;

/**
 * Where a file of the checkout is on the site.
 *
 * @param path from the checkout's root, a file
 * @returns the address from the site's root: docs/a.md is a.html, a folder's README.md its index.html; figures and data are copied, sources have a page
 * @example
 * urlOf("docs/notes/flip.md") // => "notes/flip.html"
 */
export function urlOf(path: string): string {
  const ofRoot = OF_ROOT[path];
  if (ofRoot !== undefined) return ofRoot;
  if (path.startsWith("docs/")) {
    const below = path.slice("docs/".length);
    if (below.endsWith(".md")) return below.replace(/(^|\/)README\.md$/, "$1index.md").replace(/\.md$/, ".html");
    if (COPIED.test(below)) return below;
  }
  return COPIED.test(path) ? `files/${path}` : `source/${path}.html`;
}

/** Whether a file's address has the file itself, not a page made of it. */
export const isCopied = (path: string): boolean => COPIED.test(path);

/**
 * An address as a page names it, so that the site works under any path.
 *
 * @param from the page's own, from the site's root
 * @param to from the site's root, with or without "#"
 * @returns the relative one
 * @example
 * relativeUrl("claims/thm-4.1.html", "theory.html#4-claims") // => "../theory.html#4-claims"
 */
export function relativeUrl(from: string, to: string): string {
  const [path = "", ...rest] = to.split("#");
  const relative = path === from && rest.length > 0 ? "" : posix.relative(posix.dirname(from), path);
  return [relative, ...rest].join("#");
}
