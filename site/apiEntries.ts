import type { Entry } from "./searchIndex.ts";

/** What of TypeDoc's JSON is read. */
interface Reflection {
  readonly name: string;
  readonly kind: number;
  readonly children?: readonly Reflection[];
  readonly comment?: Comment;
  readonly signatures?: readonly { readonly comment?: Comment }[];
}
interface Comment {
  readonly summary: readonly { readonly text: string }[];
}

/** Folders of TypeDoc's pages by its kinds of reflection. */
const FOLDERS: Readonly<Record<number, string>> = {
  32: "variables",
  64: "functions",
  128: "classes",
  256: "interfaces",
  2097152: "types",
};

/**
 * Exports of the package, for the search.
 *
 * @param project TypeDoc's JSON
 * @returns an entry each, at TypeDoc's own pages
 */
export const apiEntries = (project: unknown): Entry[] =>
  ((project as Reflection).children ?? []).flatMap((module) =>
    (module.children ?? []).flatMap(({ name, kind, comment, signatures = [] }) => {
      const folder = FOLDERS[kind];
      const { summary = [] } = comment ?? signatures[0]?.comment ?? {};
      if (folder === undefined) return [];
      const id = `api/${folder}/${module.name}.${name}.html`;
      return [{ id, title: name, page: `API (${module.name})`, text: summary.map(({ text }) => text).join("") }];
    }),
  );
