import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { relativeUrl, urlOf } from "./routes.ts";

/** Files of the checkout that pages link to, and their addresses. */
export interface Links {
  /** Paths that were asked for so far, each a file. */
  readonly asked: ReadonlySet<string>;
  /**
   * The address of a file, for a page.
   *
   * @param page its address
   * @param path from the checkout's root; behind "#" a place in it
   * @returns relative; undefined for a folder without README.md, which has no page
   * @throws Error where there is no such file
   */
  to(page: string, path: string): string | undefined;
}

/** Links into a checkout. */
export function newLinks(root: string): Links {
  const asked = new Set<string>();
  return {
    asked,
    to(page, link) {
      const [given = "", ...rest] = link.split("#");
      const path = posix.normalize(given).replace(/\/$/, "");
      const at = join(root, path);
      if (path.startsWith("..") || !existsSync(at)) throw new Error(`${page} links to ${link}, which is not there`);
      const file = statSync(at).isDirectory() ? `${path}/README.md` : path;
      if (!existsSync(join(root, file))) return undefined;
      asked.add(file);
      return relativeUrl(page, [urlOf(file), ...rest].join("#"));
    },
  };
}
