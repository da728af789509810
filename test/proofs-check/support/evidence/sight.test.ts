import { expect, it } from "vitest";
import {
  featureOutputs,
  largestResponse,
  margins,
  type Sight,
} from "../../../../proofs-check/support/evidence/sight.ts";

/** Two neurons a class, lanes of class +1 first; q = 3. */
const SIGHT: Sight = {
  labels: Int8Array.of(1, -1),
  neurons: 2,
  moments: [
    {
      ...{ step: 0, epoch: 0 },
      signal: Float64Array.of(2, -1, 1, -3),
      noise: Float64Array.of(1, -1, 5, 0, -2, 4, 0, 2),
    },
  ],
};

it("gives what the feature alone gives each class", () => {
  // j u is 2, -1 and -1, 3: 2^3 and 3^3.
  expect(featureOutputs(SIGHT, 3)).toEqual([8, 27]);
});

it("gives every example's margin", () => {
  // y = 1: F_{+1} = 2^3 + 1^3, F_{-1} = 1^3 + 5^3. y = -1: <w, yv> = -2, 1, -1, 3, so F_{+1} = 1^3 + 4^3, F_{-1} = 3^3 + 2^3.
  expect(margins(SIGHT, 3)).toEqual([9 - 126, 35 - 65]);
});

it("tells responses of an example's own class from those of both", () => {
  expect(largestResponse(SIGHT, "own class")).toBe(2);
  expect(largestResponse(SIGHT, "both classes")).toBe(5);
});
