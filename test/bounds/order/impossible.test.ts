import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Constraint } from "../../../src/bounds/order/constraint.ts";
import { impossible } from "../../../src/bounds/order/impossible.ts";
import { minus, negative, plus } from "../../../src/bounds/order/polynomial.ts";
import { constraints, exponent, linear, points, satisfied } from "./arbitrary.ts";

/** "l - 2 > 0" as a constraint. */
const constraint = (text: string): Constraint => {
  const [, left, relation] = /^(.*) (>=|>|=) 0$/.exec(text) as unknown as [string, string, Constraint["relation"]];
  return { left: exponent(left), relation };
};

describe("impossible", () => {
  test.prop([fc.array(constraints, { maxLength: 4 }), points])(
    "never rules out a point of the domain",
    (list, point) => {
      if (list.every((one) => satisfied(one, point))) expect(impossible(list)).toBe(false);
    },
  );

  // a > 0, b > 0 and a + b <= 0 have no point, and no two of them say so: Farkas with multipliers 1.
  test.prop([linear, linear, linear])(
    "finds that parts contradict their sum, whatever else is asked",
    (a, b, other) => {
      const parts: Constraint[] = [a, b].map((left) => ({ left, relation: ">" }));
      const against: Constraint = { left: negative(plus(a, b)), relation: ">=" };
      expect(impossible([{ left: other, relation: ">=" }, ...parts, against])).toBe(true);
      expect(
        impossible([
          ...parts.map(({ left }) => ({ left, relation: "=" }) as const),
          { left: plus(a, b), relation: ">" },
        ]),
      ).toBe(true);
      expect(
        impossible([
          { left: minus(a, b), relation: ">" },
          { left: minus(b, a), relation: ">=" },
        ]),
      ).toBe(true);
    },
  );

  it.each([
    [["l > 0", "1 - l > 0"], false],
    [["l - 1 > 0", "1 - l >= 0"], true],
    [["l - 1 >= 0", "1 - l >= 0"], false],
    // Ends of the domain: D > 4 but q >= 3, beta <= 1.
    [["4 - D >= 0"], true],
    [["3 - q >= 0"], false],
    [["beta - 1 >= 0"], false],
    [["beta - 1 > 0"], true],
    [["beta + l - 1 > 0", "-l >= 0"], true],
    // q >= 7/8 D and D >= 9/5 q: then q >= 63/40 q, but q > 0.
    [["q - 7/8*D >= 0", "D - 9/5*q >= 0"], true],
    // beta D <= D, and D > 0: the product counts with its bounds.
    [["beta*D - D > 0"], true],
    [["beta*D*q - l*beta > 0", "l - D*q >= 0"], false],
    [["-l*D >= 0", "l = 0"], false],
    // The last is minus the sum of the two before it; eliminated in the order of their names this takes more rows than are kept.
    [["-1/2*beta - 3*D >= 0", "2*beta - 1/2*l > 0", "4*beta - 2*D + 4*q > 0", "1/2*l - 6*beta + 2*D - 4*q >= 0"], true],
    [[], false],
  ])("of %j is %s", (texts, answer) => {
    expect(impossible(texts.map(constraint))).toBe(answer);
  });

  it("gives up on many constraints in many exponents instead of running on", () => {
    const names = ["D", "q", "beta", "l", "powerEta", "logM", "logAlpha", "logSigmaP"];
    const many = Array.from({ length: 60 }, (_, k) => {
      const terms = names.map((name, i) => `${(((k + 3) * (i + 5) * (k + i + 1)) % 23) - 11}*${name}`).join(" + ");
      return constraint(`${terms} + 1 > 0`);
    });
    expect(impossible(many)).toBe(false);
  });
});
