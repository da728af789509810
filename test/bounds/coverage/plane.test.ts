import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import { centre, cut, cutChain, lineOf, type Point, sideOf } from "../../../src/bounds/coverage/plane.ts";
import { constant, plus, times, variable } from "../../../src/bounds/order/polynomial.ts";

const at = (beta: number | string, l: number | string): Point => ({ beta: new Fraction(beta), l: new Fraction(l) });
const SQUARE = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];

/** a beta + b l + c = 0 */
const line = (a: number, b: number, c: number) => {
  const terms = [times(constant(a), variable("beta")), times(constant(b), variable("l")), constant(c)];
  const found = lineOf(terms.reduce(plus));
  if (!found) throw new Error("no line");
  return found;
};

/** Twice the signed area, exactly. */
const doubleArea = (polygon: readonly Point[]) =>
  polygon.reduce((sum, p, k) => {
    const q = polygon[(k + 1) % polygon.length] as Point;
    return sum.add(p.beta.mul(q.l)).add(q.beta.mul(p.l).neg());
  }, new Fraction(0));

const small = fc.integer({ min: -6, max: 6 });

describe("cut", () => {
  test.prop([fc.array(fc.tuple(small, small, small), { minLength: 1, maxLength: 5 })])(
    "keeps the area exactly, with every part on one side of every line",
    (coefficients) => {
      const lines = coefficients.filter(([a, b]) => a !== 0 || b !== 0).map(([a, b, c]) => line(a, b, c));
      const parts = lines.reduce<Point[][]>((all, each) => all.flatMap((part) => cut(part, each)), [SQUARE]);
      const total = parts.map(doubleArea).reduce((sum, area) => sum.add(area), new Fraction(0));
      expect(total.toFraction()).toBe("2");
      for (const part of parts) {
        expect(doubleArea(part).compare(0)).toBe(1);
        for (const each of lines) expect(sideOf(each, centre(part))).not.toBe(0);
      }
    },
  );

  test("cuts the unit square along 3 beta + 3 l = 1 at thirds", () => {
    const [above, below] = cut(SQUARE, line(3, 3, -1)) as [Point[], Point[]];
    expect(below.map(({ beta, l }) => [beta.toFraction(), l.toFraction()])).toEqual([
      ["0", "0"],
      ["1/3", "0"],
      ["0", "1/3"],
    ]);
    expect(above).toHaveLength(5);
  });

  test("leaves whole what a line only touches", () => {
    expect(cut(SQUARE, line(1, 1, 0))).toHaveLength(1);
    expect(cut(SQUARE, line(1, 0, 0))).toHaveLength(1);
  });
});

test("a chain is cut where lines cross it", () => {
  const chain = [line(2, 0, -1), line(3, 0, -1)].reduce(cutChain, [at(0, 0), at(1, 0)]);
  expect(chain.map(({ beta }) => beta.toFraction())).toEqual(["0", "1/3", "1/2", "1"]);
});

test("what is not linear in beta and l has no line", () => {
  expect(lineOf(constant(3))).toBeUndefined();
  expect(() => lineOf(times(variable("beta"), variable("l")))).toThrow(/not linear in beta and l: beta\*l/);
});
