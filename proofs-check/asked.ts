import type { Level } from "./claim.ts";

/** What `check` was asked for, kept beside its verdicts. */
export interface Asked {
  readonly seed: number;
  readonly level?: Level;
  /** Of every check; absent where `seconds` says how long. */
  readonly cases?: number;
  readonly seconds?: number;
}
