import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { feasible, type Inequality } from "../../../src/algebra/linear/feasible.ts";
import type { OrderedSpace } from "../../../src/algebra/linear/orderedSpace.ts";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import { RATIONALS } from "./rationals.ts";

/** Pairs, the first of which decides unless they are equal. */
type Pair = readonly [Fraction, Fraction];
const PAIRS: OrderedSpace<Pair> = {
  zero: [new Fraction(0), new Fraction(0)],
  add: (a, b) => [a[0].add(b[0]), a[1].add(b[1])],
  scale: (a, by) => [a[0].mul(by), a[1].mul(by)],
  compare: (a, b) => a[0].compare(b[0]) || a[1].compare(b[1]),
};

const row = <V>(coefficients: Record<string, number>, limit: V): Inequality<V> => ({
  coefficients: new Map(
    Object.entries(coefficients)
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => [name, new Fraction(value)]),
  ),
  limit,
});

/** Whatever is found must be a witness: a point meets every row, multipliers make the coefficients 0 and the limit negative. */
function checkWitness<V>(rows: readonly Inequality<V>[], space: OrderedSpace<V>): "point" | "conflict" {
  const found = feasible(rows, space);
  if (found.kind === "point") {
    for (const { coefficients, limit } of rows) {
      const sum = [...coefficients].reduce(
        (total, [name, by]) => space.add(total, space.scale(found.values.get(name) as V, by)),
        space.zero,
      );
      expect(space.compare(sum, limit)).toBeLessThanOrEqual(0);
    }
    return found.kind;
  }
  expect(found.multipliers.every((multiplier) => multiplier.compare(0) >= 0)).toBe(true);
  const names = new Set(rows.flatMap(({ coefficients }) => [...coefficients.keys()]));
  for (const name of names) {
    const sum = rows.reduce(
      (total, { coefficients }, k) =>
        total.add((coefficients.get(name) ?? new Fraction(0)).mul(found.multipliers[k] as Fraction)),
      new Fraction(0),
    );
    expect(sum.compare(0)).toBe(0);
  }
  const limit = rows.reduce(
    (total, { limit: own }, k) => space.add(total, space.scale(own, found.multipliers[k] as Fraction)),
    space.zero,
  );
  expect(space.compare(limit, space.zero)).toBeLessThan(0);
  return found.kind;
}

const coefficients = fc.record({
  x: fc.integer({ min: -3, max: 3 }),
  y: fc.integer({ min: -3, max: 3 }),
  z: fc.integer({ min: -2, max: 2 }),
});
const small = fc.integer({ min: -2, max: 3 });

describe("feasible", () => {
  test.prop([fc.array(fc.tuple(coefficients, small), { maxLength: 9 })])("gives a witness either way", (rows) => {
    checkWitness(
      rows.map(([own, limit]) => row(own, new Fraction(limit))),
      RATIONALS,
    );
  });

  test.prop([fc.array(fc.tuple(coefficients, small, small), { maxLength: 9 })])(
    "also where limits are pairs, the first of which decides",
    (rows) => {
      checkWitness(
        rows.map(([own, a, b]) => row(own, [new Fraction(a), new Fraction(b)] as Pair)),
        PAIRS,
      );
    },
  );

  test.prop([fc.array(fc.tuple(coefficients, fc.integer({ min: 0, max: 2 })), { maxLength: 9 }), coefficients])(
    "never finds a conflict where a point was there first",
    (rows, { x, y, z }) => {
      const built = rows.map(([own, slack]) => row(own, new Fraction(own.x * x + own.y * y + own.z * z + slack)));
      expect(checkWitness(built, RATIONALS)).toBe("point");
    },
  );

  it("finds the conflict of x <= y, y <= z - 1, z <= x, and of 0 <= -1, and none in x = y", () => {
    const one = new Fraction(1);
    const zero = new Fraction(0);
    expect(
      checkWitness(
        [row({ x: 1, y: -1 }, zero), row({ y: 1, z: -1 }, one.neg()), row({ z: 1, x: -1 }, zero)],
        RATIONALS,
      ),
    ).toBe("conflict");
    expect(checkWitness([row({}, one.neg())], RATIONALS)).toBe("conflict");
    expect(checkWitness([row({ x: 1, y: -1 }, zero), row({ x: -1, y: 1 }, zero)], RATIONALS)).toBe("point");
    expect(checkWitness([], RATIONALS)).toBe("point");
  });
});
