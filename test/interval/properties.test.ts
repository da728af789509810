import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { EMPTY, type Interval, point } from "../../src/interval/interval.ts";
import { convexHull, isEmpty, subset } from "../../src/interval/sets.ts";
import { anyDouble, openCase, whole } from "./draw.ts";
import { OPERATION_NAMES, OPERATIONS, type Operands, type OperationName } from "./trial.ts";

const NONE = { lo: 0, hi: 0 };

function apply(name: OperationName, { x, y = NONE, n = 0 }: Operands): Interval {
  return OPERATIONS[name].apply({ x, y, n });
}

/**
 * exp and log of src/numeric are off by up to an ulp either way, so they keep the order only of numbers that are far enough apart:
 * exp grows by 4 ulps over 2^-50, log by 2 of its largest ulps, 2^-43, over a relative 2^-40.
 */
const SURELY_ORDERED: Partial<Record<OperationName, (a: number, b: number) => boolean>> = {
  exp: (a, b) => a === b || b - a >= 2 ** -50,
  log: (a, b) => a === b || b <= 0 || b >= a * (1 + 2 ** -40),
};

describe.each(OPERATION_NAMES)("%s", (name) => {
  const room = OPERATION_NAMES.indexOf(name) + 2000;

  test.prop([fc.nat()], { numRuns: 500 })("of less is less: a subset goes to a subset", (index) => {
    const stream = openCase(6, room, index);
    const operands: Operands = OPERATIONS[name].draw(stream);
    const part = (x: Interval): Interval => {
      if (isEmpty(x)) return x;
      const inside = (m: number) => Math.max(x.lo, Math.min(m, x.hi, Number.MAX_VALUE), -Number.MAX_VALUE);
      const [a, b] = [inside(anyDouble(stream)), inside(anyDouble(stream))];
      const inner = { lo: Math.min(a, b), hi: Math.max(a, b) };
      // One end in common, or none, or nothing at all.
      const kind = whole(stream, 0, 8);
      return kind === 0 ? EMPTY : kind < 3 ? { ...inner, lo: x.lo } : kind < 5 ? { ...inner, hi: x.hi } : inner;
    };
    const less: Operands = { ...operands, x: part(operands.x), ...(operands.y && { y: part(operands.y) }) };
    const ordered = SURELY_ORDERED[name] ?? (() => true);
    fc.pre(ordered(operands.x.lo, less.x.lo) && ordered(less.x.hi, operands.x.hi));
    expect(subset(less.x, operands.x)).toBe(true);
    expect(subset(apply(name, less), apply(name, operands))).toBe(true);
  });

  test.prop([fc.nat()])("of EMPTY is EMPTY", (index) => {
    const operands: Operands = OPERATIONS[name].draw(openCase(7, room, index));
    expect(apply(name, { ...operands, x: EMPTY })).toEqual(EMPTY);
    if (operands.y) expect(apply(name, { ...operands, y: EMPTY })).toEqual(EMPTY);
  });

  test.prop([fc.nat()], { numRuns: 300 })("is no wider than its values at the ends", (index) => {
    const operands: Operands = OPERATIONS[name].draw(openCase(8, room, index));
    const { x, y = NONE } = operands;
    const ends = [x.lo, x.hi, y.lo, y.hi];
    fc.pre(ends.every(Number.isFinite) && !(name === "div" && y.lo <= 0 && y.hi >= 0));
    fc.pre(!(name.startsWith("pown") && x.lo <= 0 && x.hi >= 0));
    fc.pre(!((name === "sqrt" || name === "log") && x.lo <= 0));
    const corners = [x.lo, x.hi].flatMap((a) =>
      [y.lo, y.hi].map((b) => apply(name, { ...operands, x: point(a), ...(operands.y && { y: point(b) }) })),
    );
    expect(apply(name, operands)).toEqual(corners.reduce(convexHull));
  });
});
