/** A theorem of a .v file, and what of its claim it states. */
export interface Theorem {
  /** In the file. */
  readonly name: string;
  /** What is proved, in a sentence. */
  readonly about: string;
  readonly part?: string;
  readonly reading?: string;
  /** In Coq, made of the claim's own formulas and constants. */
  readonly statement: string;
}

/** What a claim states, and its proof, for Coq's kernel. */
export interface CoqProof {
  readonly claim: string;
  /** Without .v; it ends with the assumptions of every theorem, in their order. */
  readonly file: string;
  /** Files that it requires, each after those that it requires itself. */
  readonly needs: readonly string[];
  /** Definitions made of the claim's formulas and constants, by the file that they stand in. */
  readonly definitions?: Readonly<Record<string, readonly string[]>>;
  readonly theorems: readonly Theorem[];
  /** The file's text where it is made rather than kept in the folder. */
  readonly text?: string;
  /** Whether it encloses instances, by the interval tactic: evidence of grade "certified", on Coq's machine integers, too, and without coqchk. */
  readonly certifies?: true;
}
