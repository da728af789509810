import type { Context } from "./claim.ts";

/** A case by its number, or one that was remembered. */
export type Which = { readonly index: number } | { readonly remembered: unknown };

/** A case of a check, by names. */
export interface SampleRequest {
  readonly claim: string;
  readonly check: string;
  readonly index?: number;
  readonly remembered?: unknown;
  readonly context: Context;
  /** Counted up whenever a case begins. */
  readonly begun: Int32Array;
  /** See `runCase`. */
  readonly own: boolean;
}
