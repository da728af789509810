import { readdirSync } from "node:fs";
import { join } from "node:path";
import { claimFile } from "../../proofs-check/papers/markdown.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { type Context, textAt } from "../context.ts";
import { markdown } from "../markdown.ts";
import type { Page, SectionName } from "../page.ts";
import { relativeUrl, urlOf } from "../routes.ts";
import { claimUrl } from "../verdicts.ts";

/** A file of the checkout that is a page, in a section, under a heading. */
interface Document {
  readonly path: string;
  readonly section: SectionName;
  readonly group?: string;
  /** Where its own title is too long for a list. */
  readonly listed?: string;
  readonly searched?: false;
}

/** The list of the papers' items names claims, which have pages here; elsewhere a claim's file is meant itself. */
const ITEMS = "docs/coverage-of-the-papers.md";
const PAGES_OF_CLAIMS = new Map(CLAIMS.map(({ id }) => [claimFile(id), claimUrl(id)]));

/** Guides in the order in which they are read; others follow. */
const FIRST = [
  "first-hour",
  "reading-results",
  "own-optimizer",
  "your-own-claim",
  "many-machines",
  "tables-into-a-paper",
];

const filesIn = ({ root }: Context, folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .toSorted()
    .map((name) => `${folder}/${name}`);

const rank = (path: string) => {
  const at = FIRST.findIndex((name) => path.endsWith(`/${name}.md`));
  return at < 0 ? FIRST.length : at;
};

const theory = (path: string, listed: string): Document => ({ path, listed, section: "theory" });
const inside = (path: string, listed: string): Document => ({ path, listed, section: "inside" });

const documents = (context: Context): Document[] => [
  ...filesIn(context, "docs/guides")
    .toSorted((a, b) => rank(a) - rank(b))
    .map((path): Document => ({ path, section: "guides" })),
  theory("docs/theory.md", "The theory that is checked"),
  theory("docs/findings.md", "Findings"),
  theory("docs/errata.md", "Errata"),
  theory(ITEMS, "What of the papers is here"),
  ...filesIn(context, "docs/notes").map((path): Document => ({ path, section: "theory", group: "Notes" })),
  inside("docs/architecture.md", "How the house is built"),
  inside("README.md", "README"),
  inside("CONTRIBUTING.md", "Contributing"),
  inside("CHANGELOG.md", "Changes"),
  ...filesIn(context, "docs/results").map(
    (path): Document => ({
      path,
      section: "inside",
      group: "Kept results",
      listed: path.slice("docs/results/".length).replace(/(^|\/)README\.md$/, "$1") || "All",
      searched: false,
    }),
  ),
];

/**
 * The files of the checkout that are written to be read, as pages.
 *
 * @param context of the site
 * @returns guides, theory, notes, what is said of the inside, kept results
 * @throws Error where one links to a file that is not there
 */
export const documentPages = (context: Context): Page[] =>
  documents(context).map(({ path, listed, ...where }) => {
    const url = urlOf(path);
    const { title, body } = markdown(textAt(context, path), path, (link) => {
      const claim = path === ITEMS ? PAGES_OF_CLAIMS.get(link) : undefined;
      return claim === undefined ? context.links.to(url, link) : relativeUrl(url, claim);
    });
    return { url, title, ...where, listed: listed ?? title, body };
  });
