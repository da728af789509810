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
}
