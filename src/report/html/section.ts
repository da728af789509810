import type { Table } from "../table.ts";

/** A piece of a section: data, without its form. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly caption: string; readonly table: Table }
  /** An SVG that `figure` draws, and what it shows. */
  | { readonly kind: "figure"; readonly svg: string; readonly about: string }
  | { readonly kind: "commands"; readonly about: string; readonly lines: readonly string[] }
  | { readonly kind: "formula"; readonly latex: string };

/** What a report says of one folder or file. */
export interface Section {
  readonly title: string;
  /** Folder or file, as the user would name it. */
  readonly path: string;
  /** In a sentence, what was run and what came of it. */
  readonly glance: string;
  readonly blocks: readonly Block[];
}
