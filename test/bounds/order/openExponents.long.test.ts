import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { disagreements, statements, widePoints } from "./openExponents.ts";

describe("regions of exponents of any names, with quotients", () => {
  test.prop([statements, fc.array(widePoints, { minLength: 50, maxLength: 50 })], { numRuns: 400 })(
    "say at every point what the exponents there say",
    (statement, points) => {
      expect(disagreements(statement, points)).toEqual([]);
    },
  );
});
