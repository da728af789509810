import fc from "fast-check";
import { describe, test } from "vitest";
import { cases, expectEqual, ROOMS } from "./cases.ts";

describe("the kernel of trainings in coefficients", () => {
  test.each(ROOMS)("gives the bytes of the plain recurrence: %s", (_, method, names, numRuns) => {
    fc.assert(
      fc.property(cases(method, names), fc.boolean(), (testCase, everyLeg) => expectEqual(method, testCase, everyLeg)),
      { numRuns },
    );
  });
});
