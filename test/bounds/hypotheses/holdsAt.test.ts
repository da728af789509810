import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { holdsAt } from "../../../src/bounds/hypotheses/holdsAt.ts";
import { HYPOTHESES, hypothesisNamed } from "../../../src/bounds/hypotheses/hypotheses.ts";
import { marginOfHypothesis } from "../../../src/bounds/hypotheses/margin.ts";
import { WIDER_HYPOTHESES } from "../../../src/bounds/hypotheses/widerHypotheses.ts";
import { settingNumbers } from "./settingNumbers.ts";

describe("holdsAt", () => {
  const constants = fc.constantFrom(undefined, 0.5, 2, 10);

  test.prop([fc.constantFrom(...HYPOTHESES, ...WIDER_HYPOTHESES), settingNumbers, constants], { numRuns: 2000 })(
    "says what the margin says",
    (hypothesis, values, constant) => {
      const given = constant === undefined ? {} : { [hypothesis.id]: constant };
      expect(holdsAt(hypothesis, values, given)).toBe(marginOfHypothesis(hypothesis, values, given).holds);
    },
  );

  // In doubles 3*0.1 is above 0.3; as texts they are equal, and the margin is of texts.
  test.each([
    ["noise-l1", { s: 10, sigmaP: 0.1 }, false],
    ["noise-l1", { s: 10, sigmaP: 0.10000000000000002 }, true],
    ["noise-l2", { s: 100, sigmaP: 0.1 }, true],
    ["noise-l2", { s: 100, sigmaP: 0.10000000000000002 }, false],
    ["moment-ratio", { b1: 0.9, b2: 0.81 }, false],
    ["some-decay", { lambda: 0 }, false],
    ["some-decay", { lambda: 5e-324 }, true],
    ["support-size", { s: 4, d: 256, n: 2 }, true],
    ["support-size", { s: 17, d: 256, n: 2 }, false],
    ["support-size", { s: 1, d: 256, n: 2 }, true],
    ["support-size", { s: 1, d: 289, n: 2 }, false],
    ["full-batch", { n: 8, B: 8 }, true],
  ])("%s at %o: %o", (id, values, holds) => expect(holdsAt(hypothesisNamed(id), values)).toBe(holds));
});
