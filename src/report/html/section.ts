import type { Table } from "../table.ts";

/** A part of a whole, as a bar: between 0 and 1, with the interval that is known of it. */
export interface Share {
  readonly low: number;
  readonly high: number;
}

/** A line of an overview: what it is, what came of it in words, and how often. */
export interface Standing {
  readonly name: string;
  /** The heading of the same section under which more is said; none unless given. */
  readonly under?: string;
  /** A verdict that `marked` knows. */
  readonly verdict: string;
  readonly says: string;
  readonly share?: Share;
}

/** A piece of a section: data, without its form. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** A long table is folded. */
  | { readonly kind: "table"; readonly caption: string; readonly table: Table }
  /** An SVG that `figure` draws, and what it shows. */
  | { readonly kind: "figure"; readonly svg: string; readonly about: string }
  | { readonly kind: "commands"; readonly about: string; readonly lines: readonly string[] }
  | { readonly kind: "formula"; readonly latex: string }
  /** Words that the section uses, with what they mean. */
  | { readonly kind: "words"; readonly words: Words }
  /** Many things of one kind at a glance; `share` says what the bars are of. */
  | {
      readonly kind: "standings";
      readonly caption: string;
      readonly head: readonly [name: string, says: string, share: string];
      readonly rows: readonly Standing[];
    }
  /** What few readers look at: folded on a screen, open on paper. */
  | { readonly kind: "fold"; readonly about: string; readonly blocks: readonly Block[] };

/** Words by what they mean, in the order in which a reader meets them. */
export type Words = Readonly<Record<string, string>>;

/** What a report says of one folder or file. */
export interface Section {
  readonly title: string;
  /** Folder or file, as the user would name it. */
  readonly path: string;
  /** What came out, with its number: all that a reader in a hurry reads. */
  readonly answer: string;
  /** The figure or table that shows it first; then words, the rest, what was run, and how it is done again. */
  readonly blocks: readonly Block[];
}
