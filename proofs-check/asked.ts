import type { Level } from "./claim.ts";

/** What `check` was asked for, kept beside its verdicts. */
export interface Asked {
  readonly seed: number;
  readonly level?: Level;
  /** Whether Coq's kernel was asked, too. */
  readonly coq?: boolean;
  /** Another optimizer than the papers' own, and the files that were loaded for it. */
  readonly optimizer?: string;
  readonly load?: readonly { readonly path: string; readonly sha256: string }[];
  /** Of every check; absent where `seconds` says how long. */
  readonly cases?: number;
  readonly seconds?: number;
}
