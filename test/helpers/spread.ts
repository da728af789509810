import { fc } from "@fast-check/vitest";
import { uniform } from "../../proofs-check/uniform.ts";

/** A double in [min, max], which may hold 0: half of the time of any size down to the smallest, half of the time evenly spread. */
export const spread = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(uniform(min, max), fc.double({ min, max, noNaN: true }));
