import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Constraint } from "../../../src/bounds/order/constraint.ts";
import {
  both,
  certainty,
  constraintText,
  EVERYWHERE,
  either,
  NOWHERE,
  type Region,
  regionText,
  simplify,
  tidied,
} from "../../../src/bounds/order/region.ts";
import { constraints, contains, exponent, points, regions, satisfied } from "./arbitrary.ts";

const positive = (text: string): Constraint => ({ left: exponent(text), relation: ">" });
const atLeast = (text: string): Constraint => ({ left: exponent(text), relation: ">=" });
const zero = (text: string): Constraint => ({ left: exponent(text), relation: "=" });

describe("regions", () => {
  test.prop([regions, points], { numRuns: 300 })(
    "keep their points of the domain when simplified, and stay so",
    (region, point) => {
      const simple = simplify(region);
      expect(contains(simple, point)).toBe(contains(region, point));
      if (simple.every((list) => list.length > 0)) expect(simplify(simple).length).toBeLessThanOrEqual(simple.length);
    },
  );

  test.prop([regions, regions, points])("are joined by either and met by both", (a, b, point) => {
    expect(contains(either(a, b), point)).toBe(contains(a, point) || contains(b, point));
    expect(contains(both(a, b), point)).toBe(contains(a, point) && contains(b, point));
  });

  test.prop([constraints, points])(
    "have certain constraints only where no point says otherwise",
    (constraint, point) => {
      const certain = certainty(constraint);
      if (certain !== undefined) expect(satisfied(constraint, point)).toBe(certain);
    },
  );

  it.each<[string, Region, string]>([
    ["nothing", NOWHERE, "nowhere"],
    ["all", EVERYWHERE, "everywhere"],
    ["what the domain decides", [[positive("D-4"), atLeast("l-1")]], "l >= 1"],
    ["what it excludes", [[positive("4-D")], [positive("l-1")]], "l > 1"],
    ["what another implies", [[positive("l-1"), positive("l-2")]], "l > 2"],
    ["the same twice", [[positive("l-1"), positive("2-l"), positive("l-1")]], "l > 1 and l < 2"],
    ["a part of another part", [[positive("l-2")], [atLeast("l-1")]], "l >= 1"],
    ["an end of the domain", [[atLeast("beta-1")], [atLeast("-l")]], "(beta = 1) or (l = 0)"],
    ["a contradiction of two", [[positive("l-2"), positive("1-l")]], "nowhere"],
    ["two halves", [[positive("l-1")], [atLeast("1-l")]], "everywhere"],
    ["two halves without their end", [[positive("l-1")], [positive("1-l")]], "(l > 1) or (l < 1)"],
    ["two inequalities that are an equation", [[atLeast("l+beta-1"), atLeast("2-2*l-2*beta")]], "l + beta = 1"],
    [
      "two lists that differ in > and =",
      [
        [positive("q-l"), positive("l-1")],
        [zero("2*l-2*q"), positive("l-1")],
      ],
      "q >= l and l > 1",
    ],
    [
      "what the domain decides then",
      [
        [positive("l-1"), positive("beta")],
        [zero("beta"), positive("l-1")],
      ],
      "l > 1",
    ],
    [
      "two lists that do not",
      [
        [positive("q-l"), positive("l-1")],
        [zero("l-q"), positive("l-4")],
      ],
      "(q > l and l > 1) or (l = q and l > 4)",
    ],
    ["three parts of a plane", [[positive("l-q")], [positive("q-l")], [zero("q-l")]], "everywhere"],
    [
      "four terms",
      [[positive("D*q/4 + 2*beta - D/2 - 4"), zero("l-q/2")]],
      "1/4 D q + 2 beta > 1/2 D + 4 and l = 1/2 q",
    ],
  ])("simplify %s", (_, region, text) => {
    expect(regionText(simplify(region))).toBe(text);
  });

  test.prop([regions, points], { numRuns: 300 })("keep their points when tidied, in no more lists", (region, point) => {
    const simple = simplify(region);
    const tidy = tidied(simple);
    expect(contains(tidy, point)).toBe(contains(simple, point));
    expect(tidy.length).toBeLessThanOrEqual(simple.length);
  });

  it.each<[string, Region, string]>([
    [
      "a list within another",
      [
        [zero("beta-1"), zero("l")],
        [positive("beta-1/2"), zero("l")],
      ],
      "beta > 1/2 and l = 0",
    ],
    [
      "what the rest of a list says",
      [
        [zero("beta-1"), zero("l"), atLeast("2*beta-3/2")],
        [positive("beta-1/2"), zero("l"), atLeast("2*beta-3/2")],
      ],
      "l = 0 and 2 beta >= 3/2",
    ],
    ["of two equal lists one", [[positive("l-1")], [positive("2*l-2")]], "l > 1"],
    ["no lists that only meet", [[positive("l-1")], [positive("beta-1/2")]], "(l > 1) or (beta > 1/2)"],
  ])("tidied, have %s", (_, region, text) => {
    expect(regionText(tidied(region))).toBe(text);
  });

  it("write a constraint with all its terms positive", () => {
    expect(constraintText(positive("-beta"))).toBe("beta < 0");
    expect(constraintText(atLeast("2-D"))).toBe("D <= 2");
    expect(constraintText(zero("l-l"))).toBe("0 = 0");
    expect(constraintText(positive("D*D-q"))).toBe("D^2 > q");
  });

  it("refuse more cases than can be read", () => {
    const two = (k: number): Region => [
      [positive(`${k}*l - q - ${k * k}`)],
      [positive(`${k + 1}*l - D - ${2 * k * k}`)],
    ];
    expect(() => both(...[1, 2, 3, 4, 5, 6, 7].map(two))).toThrow(
      /^a statement must have at most 64 cases of exponents, but has \d+ or more; set exponents or shorten its sums, min and max$/,
    );
  });
});
