import fc from "fast-check";
import { it } from "vitest";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import { cases } from "./arbitrary.ts";
import { sameTraining } from "./same.ts";

it.each(["disjoint", "independent"] as const)(
  "is the dense simulation to the last bit after 1000 steps, whatever the optimizer: %s supports",
  (supports) => {
    fc.assert(
      fc.property(cases(supports, 1000), (testCase) => sameTraining(activeSet, testCase)),
      { numRuns: 50 },
    );
  },
);
