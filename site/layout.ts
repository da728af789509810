import { type Html, html } from "../src/report/html/html.ts";
import { type Page, SECTIONS, type SectionName } from "./page.ts";
import { relativeUrl } from "./routes.ts";

/** Nothing is loaded from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'";

/** What the head names besides sections: made by others, in folders of their own. */
const BESIDE = [
  ["API", "api/index.html"],
  ["Explorer", "explorer/index.html"],
] as const;

/** Where a section begins. */
const firstOf = (pages: readonly Page[], section: SectionName) =>
  pages.find((page) => page.section === section && page.listed !== undefined)?.url;

function head(page: Page, pages: readonly Page[]): Html {
  const to = (url: string) => relativeUrl(page.url, url);
  const entries = [
    ...(Object.keys(SECTIONS) as SectionName[]).flatMap((section) => {
      const url = firstOf(pages, section);
      return url === undefined ? [] : [[SECTIONS[section], url, section === page.section] as const];
    }),
    ...BESIDE.map(([name, url]) => [name, url, false] as const),
  ];
  return html`<a class="skip" href="#main">Skip to the content</a>
<header class="head">
<a class="brand" href="${to("index.html")}">adamcheck</a>
<nav aria-label="Site"><ul>${entries.map(
    ([name, url, current]) => html`<li><a href="${to(url)}"${current ? html` aria-current="true"` : ""}>${name}</a></li>
`,
  )}</ul></nav>
<form class="search" role="search" action="${to("search.html")}">
<label for="q">Search</label>
<input id="q" name="q" type="search" autocomplete="off" placeholder="Search ( / )">
<div id="found" hidden><p role="status"></p><ul></ul></div>
</form>
<button id="scheme" type="button" hidden>Light or dark</button>
</header>`;
}

/** The pages of a page's section, under their headings. */
function beside(page: Page, pages: readonly Page[]): Html {
  const own = pages.filter(({ section, listed }) => section === page.section && listed !== undefined);
  if (page.section === undefined || own.length < 2) return html``;
  const groups = [...new Set(own.map(({ group = "" }) => group))];
  return html`<nav class="beside" aria-label="${SECTIONS[page.section]}">
${groups.map(
  (name) => html`${name === "" ? "" : html`<p>${name}</p>`}
<ul>${own
    .filter(({ group = "" }) => group === name)
    .map(
      ({ url, listed = "" }) => html`<li><a href="${relativeUrl(page.url, url)}"${
        url === page.url ? html` aria-current="page"` : ""
      }>${listed}</a></li>
`,
    )}</ul>`,
)}
</nav>`;
}

/**
 * A page as a file of the site: head, the pages beside it, its own content.
 *
 * @param page to draw
 * @param pages all of them
 * @returns the HTML, which names nothing but what lies beside it
 */
export function layout(page: Page, pages: readonly Page[]): string {
  const to = (url: string) => relativeUrl(page.url, url);
  return html`<!doctype html>
<html lang="en" data-root="${to("index.html").replace(/index\.html$/, "")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${page.about === undefined ? "" : html`<meta name="description" content="${page.about}">\n`}<title>${
    page.url === "index.html" ? page.title : `${page.title} · adamcheck`
  }</title>
<link rel="icon" href="${to("assets/icon.svg")}">
<link rel="stylesheet" href="${to("assets/site.css")}">
<script src="${to("assets/scheme.js")}"></script>
<script src="${to("assets/search.js")}" defer></script>
</head>
<body>
${head(page, pages)}
<div class="columns">
${beside(page, pages)}
<main id="main">
${page.body}
</main>
</div>
</body>
</html>
`.text;
}
