import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import * as directed from "../../src/interval/directed.ts";
import { nextUp } from "../../src/numeric/nextUp.ts";
import { anyDouble, beside, openCase, partner } from "./draw.ts";
import { isDefined, judge } from "./judge.ts";

const { MAX_VALUE, MIN_VALUE } = Number;
const { productDown, productUp, quotientDown, quotientUp, rootDown, rootUp, sumDown, sumUp } = directed;

const OPERATIONS = [
  ["add", sumDown, sumUp, (stream, a) => beside(stream, -a, 20)],
  ["mul", productDown, productUp, (stream, a) => partner(stream, a, 1)],
  ["div", quotientDown, quotientUp, (stream, a) => partner(stream, a, -1)],
  ["sqrt", rootDown, rootUp, () => 0],
] as const satisfies readonly [string, unknown, unknown, (stream: ReturnType<typeof openCase>, a: number) => number][];

describe("directed rounding", () => {
  describe.each(OPERATIONS)("of %s", (name, down, up, related) => {
    test.prop([fc.nat(), fc.boolean()], { numRuns: 1000 })(
      "gives the real result if it is a double, or else the doubles around it",
      (index, free) => {
        const stream = openCase(5, 1004, index);
        const a = anyDouble(stream);
        const b = free ? anyDouble(stream) : related(stream, a);
        fc.pre(isDefined(name, a, b));
        const sideOf = judge(name, a, b);
        const low = down(a, b);
        expect(sideOf(low)).toBeGreaterThanOrEqual(0);
        expect(sideOf(nextUp(low))).toBe(-1);
        expect(up(a, b)).toBe(sideOf(low) === 0 ? low : nextUp(low));
      },
    );
  });

  test.each([
    [sumDown, sumUp, MAX_VALUE, MAX_VALUE, MAX_VALUE, Infinity],
    [sumDown, sumUp, -MAX_VALUE, -MAX_VALUE, -Infinity, -MAX_VALUE],
    [sumDown, sumUp, MAX_VALUE, MIN_VALUE, MAX_VALUE, Infinity],
    [sumDown, sumUp, MAX_VALUE, -MAX_VALUE, 0, 0],
    [sumDown, sumUp, -0, -0, 0, 0],
    [sumDown, sumUp, MIN_VALUE, MIN_VALUE, 1e-323, 1e-323],
    [sumDown, sumUp, 1, 2 ** -1074, 1, 1 + 2 ** -52],
    [sumDown, sumUp, 1, -(2 ** -1074), 1 - 2 ** -53, 1],
    [sumDown, sumUp, Infinity, -MAX_VALUE, Infinity, Infinity],
    [sumDown, sumUp, -Infinity, MAX_VALUE, -Infinity, -Infinity],
    [productDown, productUp, MIN_VALUE, MIN_VALUE, 0, MIN_VALUE],
    [productDown, productUp, -MIN_VALUE, MIN_VALUE, -MIN_VALUE, 0],
    [productDown, productUp, MIN_VALUE, 0.5, 0, MIN_VALUE],
    [productDown, productUp, MIN_VALUE, 1.5, MIN_VALUE, 2 * MIN_VALUE],
    [productDown, productUp, MAX_VALUE, MAX_VALUE, MAX_VALUE, Infinity],
    [productDown, productUp, -MAX_VALUE, MAX_VALUE, -Infinity, -MAX_VALUE],
    [productDown, productUp, 0, Infinity, 0, 0],
    [productDown, productUp, -Infinity, -0, 0, 0],
    [productDown, productUp, -2, Infinity, -Infinity, -Infinity],
    [quotientDown, quotientUp, MIN_VALUE, 2, 0, MIN_VALUE],
    [quotientDown, quotientUp, -MIN_VALUE, MAX_VALUE, -MIN_VALUE, 0],
    [quotientDown, quotientUp, 1, MIN_VALUE, MAX_VALUE, Infinity],
    [quotientDown, quotientUp, -1, MIN_VALUE, -Infinity, -MAX_VALUE],
    [quotientDown, quotientUp, 1, Infinity, 0, 0],
    [quotientDown, quotientUp, -Infinity, Infinity, 0, 0],
    [quotientDown, quotientUp, -Infinity, 3, -Infinity, -Infinity],
    [quotientDown, quotientUp, 1, 0, Infinity, Infinity],
    [quotientDown, quotientUp, 1, -0, -Infinity, -Infinity],
    [quotientDown, quotientUp, 0, 0, 0, 0],
    [rootDown, rootUp, 0, 0, 0, 0],
    [rootDown, rootUp, MIN_VALUE, 0, 2 ** -537, 2 ** -537],
    // sqrt(2) = 1.41421356237309504880..., the double 1.4142135623730951 is ...51455
    [rootDown, rootUp, 2 ** -1073, 0, 1.414213562373095 * 2 ** -537, 1.4142135623730951 * 2 ** -537],
    [rootDown, rootUp, MAX_VALUE, 0, 2 ** 512 * (1 - 2 ** -53), 2 ** 512],
    [rootDown, rootUp, Infinity, 0, Infinity, Infinity],
  ])("%o, %o of %d and %d: %d and %d", (down, up, a, b, low, high) => {
    expect(down(a, b)).toBe(low);
    expect(up(a, b)).toBe(high);
  });
});
