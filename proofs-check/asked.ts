import type { Level } from "./claim.ts";

/** What `check` was asked for, kept beside its verdicts. */
export interface Asked {
  readonly seed: number;
  readonly level?: Level;
  /** Another optimizer than the papers' own, and the files that were loaded for it. */
  readonly optimizer?: string;
  readonly load?: readonly { readonly path: string; readonly sha256: string }[];
  /** Of every check; absent where `seconds` says how long. */
  readonly cases?: number;
  readonly seconds?: number;
}
