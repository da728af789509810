import { html } from "../../src/report/html/html.ts";
import type { Page } from "../page.ts";

/** Where a search leads that is sent off; what it finds is drawn by the page. */
export const searchPage: Page = {
  url: "search.html",
  title: "Search",
  searched: false,
  body: html`<h1>Search</h1>
<p id="all-status" role="status">Type into the field above.</p>
<ul id="all" class="found"></ul>
<noscript><p>The search needs JavaScript. Every page can be reached from the links above without it.</p></noscript>`,
};

/** What a host shows where there is no page. */
export const missingPage: Page = {
  url: "404.html",
  title: "No such page",
  searched: false,
  body: html`<h1>No such page</h1><p>Search for it above, or begin at the links there.</p>`,
};
