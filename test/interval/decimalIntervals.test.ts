import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect } from "vitest";
import { type DecimalInterval, decimalIntervals } from "../../src/interval/decimalIntervals.ts";
import type { Enclosures } from "../../src/interval/enclosures.ts";
import { exactDecimal } from "../../src/interval/exactDecimal.ts";
import { type Dyadic, dyadic } from "./exact.ts";

/** Enough that a truth of fewer than 300 digits is exact, and that of a quotient, root or exponential beyond any enclosure of 12 digits. */
const Exact = Decimal.clone({ precision: 400, minE: -9e15, maxE: 9e15 });
const exact = (x: number) => new Exact(exactDecimal(x));

const moderate = fc.oneof(
  fc.double({ min: -8, max: 8, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-30),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(1e-9, -1e-9, 0.1, 1 / 3),
);

/** A number and a range around it: where it is, and how far the ends are. */
const placed = fc
  .tuple(moderate, fc.constantFrom(0, 0, 1e-13, 1e-3, 1), fc.constantFrom(0, 0, 1e-13, 1e-3, 1))
  .map(([x, left, right]) => ({ x, lo: x - left, hi: x + right }))
  .filter(({ x, lo, hi }) => lo <= x && x <= hi);
type Placed = { x: number; lo: number; hi: number };

interface Operation {
  readonly of: (arithmetic: Enclosures<DecimalInterval>, x: DecimalInterval, y: DecimalInterval) => DecimalInterval;
  /** undefined where there is none. */
  readonly truth: (x: Decimal, y: Decimal) => Decimal | undefined;
}

const OPERATIONS: Record<string, Operation> = {
  number: { of: (_, x) => x, truth: (x) => x },
  add: { of: ({ add }, x, y) => add(x, y), truth: (x, y) => x.add(y) },
  sub: { of: ({ sub }, x, y) => sub(x, y), truth: (x, y) => x.sub(y) },
  mul: { of: ({ mul }, x, y) => mul(x, y), truth: (x, y) => x.mul(y) },
  square: { of: ({ square }, x) => square(x), truth: (x) => x.mul(x) },
  div: { of: ({ div }, x, y) => div(x, y), truth: (x, y) => (y.isZero() ? undefined : x.div(y)) },
  ratio: { of: ({ ratio }, x, y) => ratio(x, y), truth: (x, y) => (y.isZero() ? undefined : x.div(y)) },
  min: { of: ({ min }, x, y) => min(x, y), truth: (x, y) => Decimal.min(x, y) },
  max: { of: ({ max }, x, y) => max(x, y), truth: (x, y) => Decimal.max(x, y) },
  neg: { of: ({ neg }, x) => neg(x), truth: (x) => x.neg() },
  abs: { of: ({ abs }, x) => abs(x), truth: (x) => x.abs() },
  sign: { of: ({ sign }, x) => sign(x), truth: (x) => new Exact(Decimal.sign(x)) },
  sqrt: { of: ({ sqrt }, x) => sqrt(x), truth: (x) => (x.lt(0) ? undefined : x.sqrt()) },
  exp: { of: ({ exp }, x) => exp(x), truth: (x) => new Exact(x).exp() },
  cube: { of: ({ power }, x) => power(x, 3), truth: (x) => x.pow(3) },
  fourth: { of: ({ power }, x) => power(x, 4), truth: (x) => x.pow(4) },
  inverse: { of: ({ power }, x) => power(x, -3), truth: (x) => (x.isZero() ? undefined : x.pow(-3)) },
};

const holds = ({ lo, hi }: DecimalInterval, truth: Decimal) => truth.gte(lo) && truth.lte(hi);

/** Whether an operation misses what is true; numbers go in as ranges whose ends are doubles. */
function misses(arithmetic: Enclosures<DecimalInterval>, { of, truth }: Operation, a: Placed, b: Placed): boolean {
  const range = ({ lo, hi }: Placed) => ({ lo: arithmetic.number(lo).lo, hi: arithmetic.number(hi).hi });
  const due = truth(exact(a.x), exact(b.x));
  return due !== undefined && !holds(of(arithmetic, range(a), range(b)), due);
}

const names = Object.keys(OPERATIONS);
const digitses = fc.constantFrom(1, 2, 5, 12, 40);

describe("decimal intervals", () => {
  test.prop([fc.constantFrom(...names), digitses, placed, placed], { numRuns: 3000 })(
    "hold the real result of every operation",
    (name, digits, a, b) => {
      expect(misses(decimalIntervals(digits), OPERATIONS[name] as Operation, a, b)).toBe(false);
    },
  );

  test.prop([moderate, moderate])("are at most two units wide in the last digit where one rounding is made", (x, y) => {
    const { number, add, mul, sqrt, abs } = decimalIntervals(30);
    for (const { lo, hi } of [add(number(x), number(y)), mul(number(x), number(y)), sqrt(abs(number(x)))]) {
      // Sums of numbers that are not whole at 30 digits may cancel; what is left is as wide as they were.
      const size = Decimal.max(Math.abs(x), Math.abs(y), hi.abs());
      expect(new Exact(hi).sub(lo).lte(new Exact(size).mul("4e-29"))).toBe(true);
    }
  });

  /** Rounds one operation the wrong way: both ends are the upper one. */
  test.each(["add", "sub", "mul", "square", "div", "sqrt", "exp"] as const)(
    "a wrong direction in %s is caught",
    (name) => {
      const right = decimalIntervals(12);
      const up = (result: DecimalInterval) => ({ lo: result.hi, hi: result.hi });
      const wrong = {
        ...right,
        [name]: (x: never, y: never) => up((right[name] as (a: never, b: never) => DecimalInterval)(x, y)),
      };
      const caught = fc.check(
        fc.property(placed, placed, (a, b) => !misses(wrong, OPERATIONS[name] as Operation, a, b)),
        { numRuns: 200 },
      );
      expect(caught.failed).toBe(true);
    },
  );

  test("know the sign of what they hold, or that they do not", () => {
    const { number, sub, side } = decimalIntervals(20);
    expect([1, -1, 0].map((x) => side(number(x)))).toEqual([1, -1, 0]);
    const third = number(1 / 3);
    expect(side(sub(third, third))).toBe(undefined);
    expect(side({ lo: number(0).lo, hi: number(1).hi })).toBe(undefined);
  });

  test("divide by what holds 0 into all numbers, by 0 itself into 0 where asked", () => {
    const { number, div, ratio, bounds } = decimalIntervals(20);
    const around = { lo: number(-1).lo, hi: number(1).hi };
    expect(bounds(div(number(1), around))).toEqual({ lo: -Infinity, hi: Infinity });
    expect(bounds(ratio(number(1), number(0)))).toEqual({ lo: 0, hi: 0 });
  });

  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])(
    "their bounds in doubles are the double itself",
    (x) => {
      const { number, bounds } = decimalIntervals(800);
      expect(bounds(number(x))).toEqual({ lo: x + 0, hi: x + 0 });
    },
  );

  test.prop([moderate, moderate])("their bounds in doubles hold them", (x, y) => {
    const { number, mul, bounds } = decimalIntervals(45);
    const product = mul(number(x), number(y));
    const { lo, hi } = bounds(product);
    expect(exact(lo).lte(product.lo) && exact(hi).gte(product.hi)).toBe(true);
    expect(hi - lo).toBeLessThanOrEqual(2 ** -51 * Math.max(-lo, hi) + 2 ** -1073);
  });
});

describe("a double in decimal digits", () => {
  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])("is the double", (x) => {
    const [digits, ten] = exactDecimal(x).split("e") as [string, string];
    const { m, e }: Dyadic = dyadic(x);
    const [two, up] = [Math.max(0, -e), Math.max(0, -Number(ten))];
    // digits 10^ten = m 2^e, over one denominator.
    expect(BigInt(digits) * 10n ** BigInt(Number(ten) + up) * 2n ** BigInt(two)).toBe(
      m * 2n ** BigInt(e + two) * 10n ** BigInt(up),
    );
  });
});
