import { fc } from "@fast-check/vitest";
import type { NoisePair } from "../../../../src/bounds/thresholds/noise/noisePair.ts";
import { dyadic } from "../../../helpers/arbitraries.ts";

/** A neuron beside an example, up to 12 coordinates of ten bits each, so that sums of products are exact. */
export const pairs: fc.Arbitrary<NoisePair> = fc
  .tuple(fc.array(fc.tuple(dyadic, dyadic), { minLength: 1, maxLength: 12 }), dyadic, dyadic)
  .map(([entries, featureNoise, signal]) => ({
    noise: Float64Array.from(entries, ([zeta]) => zeta),
    weights: Float64Array.from(entries, ([, w]) => w),
    featureNoise,
    signal,
  }));
