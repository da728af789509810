import type { PaperItem } from "./item.ts";

/** Something that a paper leaves open, or says in two ways, and how it is read here. */
export interface PaperReading {
  readonly of: string;
  readonly reading: string;
}

/** A paper as data: its settings by name, what of it `reproduce` runs, the claims it owns, how it is read. */
export interface Paper {
  /** As documents cite it: [T25]. */
  readonly tag: string;
  readonly title: string;
  readonly authors: string;
  readonly venue: string;
  readonly arxiv: string;
  /** How much of its text this project had, in a sentence. */
  readonly text: string;
  /** Names of presets. */
  readonly settings: readonly string[];
  /** Names of targets of `reproduce`. */
  readonly targets: readonly string[];
  /** Ids of claims; every claim is owned by exactly one paper. */
  readonly claims: readonly string[];
  readonly readings: readonly PaperReading[];
  /** Where this project has what it says; proofs-check/papers has the longer lists. */
  readonly items?: readonly PaperItem[];
}

/** What a check said of a claim. */
export interface KeptVerdict {
  /** In a few words, of both its parts: "holds at chosen sizes, fails for small n". */
  readonly says: string;
  /** How strong the evidence is; null where there is none. */
  readonly grade: string | null;
}

/** A claim of a paper, and what a check said of it. */
export interface PaperClaim {
  readonly id: string;
  readonly source: string;
  readonly statement: string;
  /** "faithful" to the paper's text, or "a reading" of what it leaves open or we could not see; null where that is not told. */
  readonly stated: string | null;
  /** null where the check did not look at it. */
  readonly verdict: string | null;
  readonly grade: string | null;
}

/** A paper with what of it is here. */
export interface PaperReport extends Omit<Paper, "claims" | "targets" | "items"> {
  readonly claims: readonly PaperClaim[];
  readonly targets: readonly { readonly name: string; readonly title: string }[];
}
