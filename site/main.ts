import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiEntries } from "./apiEntries.ts";
import type { Context } from "./context.ts";
import { deadLinks } from "./deadLinks.ts";
import { generate } from "./generate.ts";
import { newLinks } from "./links.ts";
import type { Page } from "./page.ts";
import { claimPages } from "./pages/claims.ts";
import { commandPages } from "./pages/commands.ts";
import { documentPages } from "./pages/documents.ts";
import { glossaryPage } from "./pages/glossary.ts";
import { homePage } from "./pages/home.ts";
import { papersPage } from "./pages/papers.ts";
import { missingPage, searchPage } from "./pages/plain.ts";
import { copiedFiles, sourcePages } from "./pages/sources.ts";
import { relativeUrl } from "./routes.ts";
import { placesIn, searchScript } from "./searchIndex.ts";
import { keptCheck } from "./verdicts.ts";

const INDEX = "assets/search-index.js";

/** Every page, in the order of the lists beside them. */
async function pagesOf(context: Context): Promise<Page[]> {
  const kept = keptCheck(context);
  const written = [
    homePage(context, kept),
    ...documentPages(context),
    glossaryPage(),
    ...claimPages(context, kept),
    papersPage(context, kept),
    ...(await commandPages(context)),
    searchPage,
    missingPage,
  ];
  return [...written, ...sourcePages(context, written)];
}

/** TypeDoc's pages have one link that leads back to the site: their title. */
function leadHome(out: string, folder: string): void {
  for (const path of readdirSync(join(out, folder), { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".html")) continue;
    const [page, at] = [`${folder}/${path}`, join(out, folder, path)];
    const home = `<a href="${relativeUrl(page, "index.html")}" class="title">`;
    writeFileSync(at, readFileSync(at, "utf8").replace(/<a href="[^"]*" class="title">/, home));
  }
}

/**
 * Makes the site, but for what others make: the API, the explorer, scripts.
 *
 * @param root of the checkout
 * @param out the site's folder
 * @param api the path of TypeDoc's JSON
 */
export async function makeSite(root: string, out: string, api: string): Promise<void> {
  const context: Context = { root, links: newLinks(root), files: new Map() };
  const pages = await pagesOf(context);
  const copied = { "site/assets": "assets", "dist/web": "explorer", ...copiedFiles(context) };
  process.chdir(root);
  await generate({ pages, copied }, "site/assets", out);
  leadHome(out, "api");
  const index = searchScript(pages, apiEntries(JSON.parse(readFileSync(api, "utf8"))));
  for (const [path, text] of [...context.files, [INDEX, index] as const]) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

/** What of a site leads nowhere: links of its pages, and of what a search finds. */
export const deadIn = (out: string): string[] => deadLinks(out, placesIn(readFileSync(join(out, INDEX), "utf8")));
