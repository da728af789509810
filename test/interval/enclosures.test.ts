import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect } from "vitest";
import { binaryIntervals, bitsOf } from "../../src/interval/binaryIntervals.ts";
import { decimalIntervals } from "../../src/interval/decimalIntervals.ts";
import type { Enclosures } from "../../src/interval/enclosures.ts";
import { exactDecimal } from "../../src/interval/exactDecimal.ts";
import { type Dyadic, dyadic } from "./exact.ts";

/** Enough that a truth of fewer than 400 digits is exact, and that of a quotient, root or exponential beyond any enclosure looked at. */
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
  .map(([x, left, right]) => ({ x, lo: x - left, hi: x + right }));
type Placed = { x: number; lo: number; hi: number };

/** An enclosure, whatever its ends are made of. */
type Range = { readonly lo: unknown; readonly hi: unknown };

interface Kind {
  of(digits: number): Enclosures<Range>;
  /** What an end is. */
  valueOf(end: unknown, digits: number): Decimal;
  readonly digits: readonly number[];
}

const KINDS: Record<string, Kind> = {
  decimal: {
    of: decimalIntervals as never,
    valueOf: (end) => end as Decimal,
    digits: [1, 2, 5, 12, 40],
  },
  binary: {
    of: binaryIntervals as never,
    valueOf: (end, digits) => new Exact(String(end)).div(new Exact(2).pow(bitsOf(digits))),
    // A number below the last digit is 0 or not, and nothing can be divided by it.
    digits: [32, 40],
  },
};

interface Operation {
  readonly of: (arithmetic: Enclosures<Range>, x: Range, y: Range) => Range;
  readonly truth: (x: Decimal, y: Decimal) => Decimal;
  /** Where it is asked: of divisors that do not hold 0, and roots of what is not below. */
  readonly asked?: (x: Placed, y: Placed) => boolean;
}

const holdsZero = ({ lo, hi }: Placed) => lo <= 0 && hi >= 0;

const OPERATIONS: Record<string, Operation> = {
  number: { of: (_, x) => x, truth: (x) => x },
  add: { of: ({ add }, x, y) => add(x, y), truth: (x, y) => x.add(y) },
  sub: { of: ({ sub }, x, y) => sub(x, y), truth: (x, y) => x.sub(y) },
  mul: { of: ({ mul }, x, y) => mul(x, y), truth: (x, y) => x.mul(y) },
  square: { of: ({ square }, x) => square(x), truth: (x) => x.mul(x) },
  div: { of: ({ div }, x, y) => div(x, y), truth: (x, y) => x.div(y), asked: (_, y) => !holdsZero(y) },
  ratio: { of: ({ ratio }, x, y) => ratio(x, y), truth: (x, y) => x.div(y), asked: (_, y) => !holdsZero(y) },
  min: { of: ({ min }, x, y) => min(x, y), truth: (x, y) => Decimal.min(x, y) },
  max: { of: ({ max }, x, y) => max(x, y), truth: (x, y) => Decimal.max(x, y) },
  neg: { of: ({ neg }, x) => neg(x), truth: (x) => x.neg() },
  abs: { of: ({ abs }, x) => abs(x), truth: (x) => x.abs() },
  sign: { of: ({ sign }, x) => sign(x), truth: (x) => new Exact(Decimal.sign(x)) },
  sqrt: { of: ({ sqrt }, x) => sqrt(x), truth: (x) => x.sqrt(), asked: ({ x }) => x >= 0 },
  exp: { of: ({ exp }, x) => exp(x), truth: (x) => x.exp() },
  cube: { of: ({ power }, x) => power(x, 3), truth: (x) => x.pow(3) },
  fourth: { of: ({ power }, x) => power(x, 4), truth: (x) => x.pow(4) },
  // Of what is not tiny, so that the cube is a divisor.
  inverse: {
    of: ({ power }, x) => power(x, -3),
    truth: (x) => x.pow(-3),
    asked: (x) => !holdsZero(x) && Math.min(Math.abs(x.lo), Math.abs(x.hi)) > 1e-9,
  },
};

/** Whether an operation misses what is true; numbers go in as ranges whose ends are doubles. */
function misses(
  arithmetic: Enclosures<Range>,
  valueOf: (end: unknown) => Decimal,
  { of, truth, asked = () => true }: Operation,
  a: Placed,
  b: Placed,
): boolean {
  if (!asked(a, b)) return false;
  const range = ({ lo, hi }: Placed): Range => ({ lo: arithmetic.number(lo).lo, hi: arithmetic.number(hi).hi });
  const due = truth(exact(a.x), exact(b.x));
  const { lo, hi } = of(arithmetic, range(a), range(b));
  return due.lt(valueOf(lo)) || due.gt(valueOf(hi));
}

describe.each(Object.keys(KINDS))("%s intervals", (name) => {
  const { of, valueOf, digits } = KINDS[name] as Kind;
  const valueIn = (count: number) => (end: unknown) => valueOf(end, count);

  test.prop([fc.constantFrom(...Object.keys(OPERATIONS)), fc.constantFrom(...digits), placed, placed], {
    numRuns: 2000,
  })("hold the real result of every operation", (operation, count, a, b) => {
    expect(misses(of(count), valueIn(count), OPERATIONS[operation] as Operation, a, b)).toBe(false);
  });

  test.prop([moderate, moderate])("are a few units of the last digit wide after one rounding", (x, y) => {
    const { number, add, mul, exp, sqrt, abs } = of(40);
    const [a, b] = [number(x), number(y)];
    // The root of 1e-40 is 1e-20: from 1e-6 on a root is known as well as anything.
    const roots = Math.abs(x) > 1e-6 ? [sqrt(abs(a))] : [];
    for (const { lo, hi } of [add(a, b), mul(a, b), exp(a), ...roots]) {
      const [below, above] = [lo, hi].map(valueIn(40)) as [Decimal, Decimal];
      // exp(8) < 1e4; x, y, their sum and product are below 100.
      expect(above.sub(below).lte("1e-34")).toBe(true);
    }
  });

  /** Rounds one operation the wrong way: both ends are the upper one; where a sum is exact, one unit above it. */
  test.each(["add", "sub", "mul", "square", "div", "sqrt", "exp"] as const)(
    "a wrong direction in %s is caught",
    (operation) => {
      const right = of(32);
      const wrongly = (hi: unknown) => (typeof hi === "bigint" ? hi + 1n : hi);
      const own = right[operation] as (x: Range, y: Range) => Range;
      const wrong = (x: Range, y: Range): Range => {
        const hi = wrongly(own(x, y).hi);
        return { lo: hi, hi };
      };
      const caught = fc.check(
        fc.property(placed, placed, (a, b) => {
          const changed = { ...right, [operation]: wrong };
          return !misses(changed, valueIn(32), OPERATIONS[operation] as Operation, a, b);
        }),
        { numRuns: 300 },
      );
      expect(caught.failed).toBe(true);
    },
  );

  test("know the sign of what they hold, or that they do not", () => {
    const { number, side } = of(20);
    expect([1, -1, 0].map((x) => side(number(x)))).toEqual([1, -1, 0]);
    expect(side({ lo: number(0).lo, hi: number(1).hi })).toBe(undefined);
    expect(side({ lo: number(-1).lo, hi: number(1).hi })).toBe(undefined);
  });

  test("divide by 0 into 0, where asked", () => {
    const { number, ratio, bounds } = of(20);
    expect(bounds(ratio(number(1), number(0)))).toEqual({ lo: 0, hi: 0 });
  });

  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])(
    "their bounds in doubles are the double itself",
    (x) => {
      // 1074 binary digits after the point, or 767 decimal ones, hold every double.
      const { number, bounds } = of(1100);
      expect(bounds(number(x))).toEqual({ lo: x + 0, hi: x + 0 });
    },
  );

  test.prop([moderate, moderate])("their bounds in doubles hold them", (x, y) => {
    const { number, mul, bounds } = of(45);
    const product = mul(number(x), number(y));
    const { lo, hi } = bounds(product);
    const value = valueIn(45);
    expect(exact(lo).lte(value(product.lo)) && exact(hi).gte(value(product.hi))).toBe(true);
    // Two neighbours, and the product's own width.
    expect(hi - lo).toBeLessThanOrEqual(2 ** -51 * Math.max(-lo, hi) + 1e-42);
  });
});

describe("decimal intervals", () => {
  test("divide by what holds 0 into all numbers", () => {
    const { number, div, bounds } = decimalIntervals(20);
    const around = { lo: number(-1).lo, hi: number(1).hi };
    expect(bounds(div(number(1), around))).toEqual({ lo: -Infinity, hi: Infinity });
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
