import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { readStatement } from "../../../src/bounds/entailment/given.ts";
import { sizeOn, valueOn } from "../../../src/bounds/from/sizeOn.ts";
import { certainly } from "../../../src/bounds/from/slack.ts";
import { valueOf } from "../../../src/bounds/order/valueOf.ts";

const MEANING = { names: ["n", "B"], defined: new Map() };

/** Formulas in n and B; many are of one sign, some are not. */
const formulas: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("n", "B", "2", "1/3", "log(n)", "sqrt(B)", "n^(3/2)", "log(3*n)"),
    fc
      .tuple(tie("tree"), fc.constantFrom("+", "*", "/", "-", "+"), tie("tree"))
      .map(([x, sign, y]) => `(${x} ${sign} ${y})`),
    fc.tuple(tie("tree"), fc.constantFrom("2", "1/2", "-1", "log(n)/9")).map(([x, y]) => `(${x})^(${y})`),
    fc
      .tuple(fc.constantFrom("log", "sqrt", "exp(-1/log", "exp(sqrt(log"), tie("tree"))
      .map(([f, x]) => `${f}(${x})${")".repeat(f.split("(").length - 1)}`),
    fc.tuple(fc.constantFrom("min", "max"), tie("tree"), tie("tree")).map(([f, x, y]) => `${f}(${x}, ${y})`),
  ),
})).tree;

const ends = fc.double({ min: 0.1, max: 20, noNaN: true });
const parts = fc.double({ min: 0, max: 1, noNaN: true });
const Precise = Decimal.clone({ precision: 40 });

const treeOf = (text: string) => readStatement(`${text} <= 1`).left;
/** log n and log B of a point in a box, and the point itself. */
const pointIn = (box: readonly { lo: number; hi: number }[], at: readonly number[]) => {
  const logs = box.map(({ lo, hi }, k) => Math.min(hi, lo + (hi - lo) * (at[k] as number)));
  const [n, B] = logs.map((u) => new Precise(u).exp().toString()) as [string, string];
  return { logs, values: { n, B } };
};

describe("sizeOn", () => {
  test.prop([formulas, ends, ends, ends, ends, parts, parts], { numRuns: 400 })(
    "holds sign, size and value of every point of the box, also of a half-line",
    (text, a, b, wide, tall, x, y) => {
      const formula = treeOf(text);
      const box = [
        { lo: a, hi: a + wide },
        { lo: b, hi: b + tall },
      ];
      const { values } = pointIn(box, [x, y]);
      const there = valueOf(formula, values);
      for (const each of [box, box.map(({ lo }) => ({ lo, hi: Infinity }))]) {
        const size = sizeOn(formula.tree, each, MEANING);
        if (size !== undefined && there.abs().gt(1e-9) && there.isFinite()) {
          expect(there.s).toBe(size.sign);
          const log = new Precise(there.abs()).ln().toNumber();
          expect(log).toBeGreaterThanOrEqual(size.log.lo - 1e-12 * Math.abs(size.log.lo) - 1e-15);
          expect(log).toBeLessThanOrEqual(size.log.hi + 1e-12 * Math.abs(size.log.hi) + 1e-15);
        }
        const value = valueOn(formula.tree, each, MEANING)?.value;
        if (value !== undefined && there.isFinite()) {
          expect(
            there.gte(new Precise(value.lo).sub(Math.abs(value.lo) * 1e-12 + 1e-15)) || value.lo === -Infinity,
          ).toBe(true);
          expect(
            there.lte(new Precise(value.hi).add(Math.abs(value.hi) * 1e-12 + 1e-15)) || value.hi === Infinity,
          ).toBe(true);
        }
      }
    },
  );

  test.prop([formulas, ends, ends, ends, parts, parts], { numRuns: 400 })(
    "holds the slope between any two points of a side of the box",
    (text, a, b, wide, x, y) => {
      fc.pre(Math.abs(x - y) > 0.01);
      const formula = treeOf(text);
      const box = [
        { lo: a, hi: a + wide },
        { lo: b, hi: b },
      ];
      const size = sizeOn(formula.tree, box, MEANING);
      const [p, q] = [x, y].map((at) => pointIn(box, [at, 0])) as [
        ReturnType<typeof pointIn>,
        ReturnType<typeof pointIn>,
      ];
      const [f, g] = [p, q].map(({ values }) => valueOf(formula, values).abs()) as [Decimal, Decimal];
      if (size === undefined || !f.gt(1e-9) || !g.gt(1e-9) || !f.isFinite() || !g.isFinite()) return;
      const rise = new Precise(f).ln().sub(new Precise(g).ln()).toNumber();
      const slope = rise / ((p.logs[0] as number) - (q.logs[0] as number));
      const { lo, hi } = size.slopes[0] as { lo: number; hi: number };
      expect(slope).toBeGreaterThanOrEqual(lo - 1e-9 * (1 + Math.abs(lo)));
      expect(slope).toBeLessThanOrEqual(hi + 1e-9 * (1 + Math.abs(hi)));
    },
  );

  it("says nothing where a sign or a definition is not certain", () => {
    const at = [
      { lo: 0, hi: 3 },
      { lo: 0, hi: 0 },
    ];
    for (const text of ["n - 2", "log(log(n))", "sqrt(n - 3)", "log(n)^B - B", "factorial(n)"]) {
      expect(sizeOn(treeOf(text).tree, at, MEANING)).toBeUndefined();
    }
  });
});

describe("certainly", () => {
  test.prop([formulas, formulas, ends, ends, ends, parts, parts], { numRuns: 400 })(
    "is right at every point of the box",
    (f, g, a, b, wide, x, y) => {
      const { left, right } = readStatement(`${f} <= ${g}`);
      const inequality = { left: left.tree, right: right.tree, strict: false, meaning: MEANING };
      const box = [
        { lo: a, hi: a + wide },
        { lo: b, hi: Infinity },
      ];
      const certain = certainly(inequality, box);
      if (certain === undefined) return;
      const { values } = pointIn([box[0] as { lo: number; hi: number }, { lo: b, hi: b + 30 }], [x, y]);
      const [l, r] = [valueOf(left, values), valueOf(right, values)];
      if (!l.isFinite() || !r.isFinite() || l.sub(r).abs().lte(l.abs().mul(1e-20).add(1e-25))) return;
      expect(l.lte(r)).toBe(certain);
    },
  );
});
