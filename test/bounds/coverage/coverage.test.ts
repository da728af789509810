import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Corner, coverage, type Part } from "../../../src/bounds/coverage/coverage.ts";
import { hypothesisNamed } from "../../../src/bounds/hypotheses/hypotheses.ts";
import { SHARED, THEOREMS } from "../../../src/bounds/hypotheses/theorems.ts";
import { analyseStatement } from "../../../src/bounds/order/analyse.ts";
import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";

const mapOf = (optimizer: string, input: { D: string; q: string; most?: number }) => {
  const found = coverage(input).find((map) => map.optimizer === optimizer);
  if (!found) throw new Error(`no map of ${optimizer}`);
  return found;
};

/** Twice the area of a polygon, by the shoelace formula. */
const doubleArea = ({ corners }: Part) =>
  Math.abs(
    corners.reduce((sum, p, k) => {
      const q = corners[(k + 1) % corners.length] as Corner;
      return sum + p.beta * q.l - q.beta * p.l;
    }, 0),
  );

/** Whether a point is inside a convex polygon, well away from its border. */
const inside = ({ corners }: Part, { beta, l }: Corner) => {
  const turns = corners.map((p, k) => {
    const q = corners[(k + 1) % corners.length] as Corner;
    return (q.beta - p.beta) * (l - p.l) - (q.l - p.l) * (beta - p.beta);
  });
  return turns.every((turn) => turn > 1e-9) || turns.every((turn) => turn < -1e-9);
};

describe("coverage", () => {
  test("of Adam is, at D = 6 and q = 3, what one computes by hand", () => {
    // sigma0 = n^-1.5, sigmaP^2 = 1/(s log n), s = n: lambda = o(sigma0 sigmaP/n) is l > 1.5 + 0.5 + 1 = 3 (at l = 3 the logarithm of
    // sigmaP decides against it), lambda = omega(sigma0) is l < 1.5; n/B = Theta(1) is beta = 1, n/B = Omega(log n) is beta < 1.
    const { regions, parts, edges } = mapOf("adam", { D: "6", q: "3" });
    expect(regions.map(({ theorem, region }) => [theorem, region])).toEqual([
      ["thm-4.1", "beta = 1 and l > 3"],
      ["thm-4.2", "beta < 1 and l > 3"],
      ["cor-4.3", "l < 3/2"],
    ]);
    expect(parts.map(({ theorems }) => theorems)).toHaveLength(3);
    const areas = Object.fromEntries(parts.map((part) => [part.theorems.join() || "none", doubleArea(part) / 2]));
    expect(areas).toEqual({ "thm-4.2": 1, "cor-4.3": 1.5, none: 1.5 });
    expect(edges).toEqual([
      {
        corners: [
          { beta: 1, l: 3 },
          { beta: 1, l: 4 },
        ],
        theorems: ["thm-4.1"],
      },
    ]);
  });

  test("of AdamW leaves, at D = 6, most of the plane open", () => {
    // s sigmaP = n^0.5: n/B = omega(max(s sigmaP, sqrt(n))) is beta < 1/2, lambda from b^2/n ^ 1
    // to 1 is l <= 1 - 2 beta, or l = 0; feature-noise-wins, with alpha = n^-0.5: -1/2 >= (beta - 1/2)(-2), beta >= 3/4, but for logarithms.
    // Theorem 4.4 as printed asks n/B = o(s sigmaP) alone, beta > 1/2.
    const { parts, edges } = mapOf("adamw", { D: "6", q: "3" });
    const mini = parts.filter(({ theorems }) => theorems.includes("thm-4.5"));
    expect(mini.map(doubleArea)).toEqual([0.5]);
    expect(parts.filter(({ theorems }) => theorems.includes("thm-4.4"))).toEqual([]);
    expect(edges).toEqual([
      {
        corners: [
          { beta: 0.5, l: 0 },
          { beta: 0.75, l: 0 },
        ],
        theorems: ["thm-4.4"],
      },
      {
        corners: [
          { beta: 0.75, l: 0 },
          { beta: 1, l: 0 },
        ],
        theorems: ["thm-4.4", "thm-4.4-alpha"],
      },
    ]);
  });

  test("finds Theorem 4.5 without any batch size for D above 8: not even n/B = n is omega(s sigmaP) = omega(n^(D/4 - 1))", () => {
    const has = (D: string) => {
      const { parts, edges } = mapOf("adamw", { D, q: "3" });
      return [...parts, ...edges].some(({ theorems }) => theorems.includes("thm-4.5"));
    };
    expect([has("15/2"), has("8"), has("17/2"), has("12")]).toEqual([true, true, false, false]);
  });

  const rational = (least: number, most: number) =>
    fc.integer({ min: least * 12, max: most * 12 }).map((k) => [`${k}/12`, k / 12] as const);

  test.prop([rational(5, 12), fc.integer({ min: 3, max: 5 }), rational(0, 1), rational(0, 6)], { numRuns: 25 })(
    "has every part where the hypotheses say, and fills the plane",
    ([D], q, [betaText, beta], [lText, l]) => {
      const scaling = scalingOf({ exponents: { D, q: String(q), beta: betaText, l: lText } });
      const holds = (id: string) =>
        hypothesisNamed(id).constants ||
        hypothesisNamed(id).anyOf.some(({ text }) => analyseStatement(text, scaling).verdict === "holds");
      for (const { optimizer, parts, edges } of coverage({ D, q: String(q), most: 6 })) {
        expect(parts.reduce((sum, part) => sum + doubleArea(part) / 2, 0)).toBeCloseTo(6, 9);
        const part = parts.find((candidate) => inside(candidate, { beta, l }));
        if (!part) continue;
        const expected = THEOREMS.filter(
          (theorem) =>
            theorem.outcome &&
            theorem.networks.includes("cnn") &&
            theorem.optimizers.includes(optimizer) &&
            [...theorem.hypotheses, ...SHARED].every(holds),
        ).map(({ id }) => id);
        expect(part.theorems).toEqual(expected);
        expect(edges.every(({ corners }) => corners.length === 2)).toBe(true);
      }
    },
  );

  test("refuses what it cannot draw", () => {
    expect(() => coverage({ D: "3", q: "3" })).toThrow(/^D must satisfy D > 4/);
    expect(() => coverage({ D: "6", q: "3", most: 0 })).toThrow(/^most must be a number above 0/);
  });
});
