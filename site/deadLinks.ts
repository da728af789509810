import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

/** Where the part behind "#" is a state of the page, not a place in it. */
const STATEFUL = /^explorer\//;

const decoded = (text: string) => decodeURIComponent(text.replaceAll("&amp;", "&").replaceAll("&#39;", "'"));

const idsOf = (html: string) => new Set([...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => id as string));

const linksOf = (html: string) =>
  [...html.matchAll(/<[a-z][^>]*?\s(?:href|src|srcset|action)="([^"]*)"/g)]
    .map(([, link]) => link as string)
    .filter((link) => !/^[a-z]+:/i.test(link));

/**
 * Links of a site that lead nowhere.
 *
 * @param folder of the site
 * @param others addresses from its root that must be there as well, such as what a search leads to
 * @returns "PAGE: LINK" for every link to a file, or to a place in a page, that is not there, or that leads out of the site
 */
export function deadLinks(folder: string, others: readonly string[] = []): string[] {
  const texts = new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(html|svg)$/.test(path))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")] as const),
  );
  const ids = new Map([...texts].map(([path, text]) => [path, idsOf(text)]));
  const isThere = (from: string, link: string): boolean => {
    const [path = "", id = ""] = link.split("#");
    const [file = ""] = path.split("?");
    const target = file === "" ? from : posix.normalize(posix.join(posix.dirname(from), decoded(file)));
    const at = join(folder, target);
    if (target.startsWith("..") || file.startsWith("/") || !existsSync(at) || statSync(at).isDirectory()) return false;
    return id === "" || STATEFUL.test(target) || (ids.get(target)?.has(decoded(id)) ?? false);
  };
  const named = [...texts].flatMap(([from, text]) => linksOf(text).map((link) => [from, link] as const));
  return [...named, ...others.map((link) => ["", link] as const)]
    .filter(([from, link]) => !isThere(from, link))
    .map(([from, link]) => `${from || "search"}: ${link}`);
}
