import { readdirSync, readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readFormula } from "../../../../proofs-check/boxes/checker/formula.ts";
import { exactly, fromDouble, type Range, type Rational } from "../../../../proofs-check/boxes/checker/rational.ts";
import { encloserOf } from "../../../../proofs-check/boxes/enclose.ts";
import { point } from "../../../../src/interval/interval.ts";

const FOLDER = new URL("../../../../proofs-check/boxes/checker/", import.meta.url);
const Digits = Decimal.clone({ precision: 120 });
const decimal = ({ n, d }: Rational) => new Digits(n.toString()).div(d.toString());
const exact = (x: number) => fromDouble(x) as Rational;

/** Formulas of the grammar, fully in parentheses or not, with their value in 120 digits. */
const formulas = fc.letrec<{ tree: readonly [string, (x: Decimal, y: Decimal) => Decimal] }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    fc.constant(["x", (x: Decimal) => x] as const),
    fc.constant(["y", (_: Decimal, y: Decimal) => y] as const),
    fc.integer({ min: 0, max: 999 }).map((k) => [`${k / 100}`, () => new Digits(k).div(100)] as const),
    fc
      .tuple(tie("tree"), tie("tree"))
      .map(([a, b]) => [`${a[0]} + ${b[0]}`, (x: Decimal, y: Decimal) => a[1](x, y).add(b[1](x, y))] as const),
    fc
      .tuple(tie("tree"), tie("tree"))
      .map(([a, b]) => [`(${a[0]}) - (${b[0]})`, (x: Decimal, y: Decimal) => a[1](x, y).sub(b[1](x, y))] as const),
    fc
      .tuple(tie("tree"), tie("tree"))
      .map(([a, b]) => [`(${a[0]})*(${b[0]})`, (x: Decimal, y: Decimal) => a[1](x, y).mul(b[1](x, y))] as const),
    fc
      .tuple(tie("tree"), tie("tree"))
      .map(
        ([a, b]) =>
          [
            `(${a[0]})/(1/8 + (${b[0]})^2)`,
            (x: Decimal, y: Decimal) => a[1](x, y).div(b[1](x, y).pow(2).add(0.125)),
          ] as const,
      ),
    fc
      .tuple(tie("tree"), fc.integer({ min: 0, max: 4 }))
      .map(([a, k]) => [`(${a[0]})^${k}`, (x: Decimal, y: Decimal) => a[1](x, y).pow(k)] as const),
    tie("tree").map((a) => [`exp(-(${a[0]})^2)`, (x: Decimal, y: Decimal) => a[1](x, y).pow(2).neg().exp()] as const),
  ),
})).tree;

const ends = fc
  .tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const holds = (range: Range, value: Decimal) => {
  // 120 digits are not exact either.
  const slack = value.abs().add(1).mul("1e-60");
  return decimal(range.lo).lte(value.add(slack)) && decimal(range.hi).gte(value.sub(slack));
};

it("encloses what formulas are in 120 digits, and lies within the enclosure of the search", () => {
  fc.assert(
    fc.property(formulas, ends, ends, ([text, value], xs, ys) => {
      const range = readFormula(text)?.(
        new Map([
          ["x", { lo: exact(xs[0]), hi: exact(xs[1]) }],
          ["y", { lo: exact(ys[0]), hi: exact(ys[1]) }],
        ]),
      );
      // exp(-1000) and beyond is nowhere: a refusal, which is sound.
      if (!range) return;
      for (const x of xs)
        for (const y of ys) expect(holds(range, value(decimal(exact(x)), decimal(exact(y)))), text).toBe(true);
      const searched = encloserOf(text, ["x", "y"])({
        x: { lo: xs[0] + 0, hi: xs[1] + 0 },
        y: { lo: ys[0] + 0, hi: ys[1] + 0 },
      });
      const slack = decimal(range.lo).abs().add(decimal(range.hi).abs()).add(1).mul("1e-60");
      expect(
        decimal(range.lo)
          .add(slack)
          .gte(decimal(exact(searched.lo))),
        text,
      ).toBe(true);
      expect(
        decimal(range.hi)
          .sub(slack)
          .lte(decimal(exact(searched.hi))),
        text,
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it("is narrow at numbers", () => {
  for (const [text, x] of [
    ["exp(x)", 1],
    ["exp(x)", -30.5],
    ["x^5/3 - exp(x^2)", 0.75],
  ] as const) {
    const range = readFormula(text)?.(new Map([["x", exactly(exact(x))]])) as Range;
    expect(decimal(range.hi).sub(decimal(range.lo)).lt("1e-55")).toBe(true);
    const wide = encloserOf(text, ["x"])({ x: point(x) });
    expect(decimal(range.lo).toNumber()).toBeGreaterThanOrEqual(wide.lo);
    expect(decimal(range.hi).toNumber()).toBeLessThanOrEqual(wide.hi);
  }
});

it.each(["", "x y", "2 x", "x**2", "sin(x)", "exp x", "exp()", "(x", "x)", "x^-1", "x^1.5", "1e3", "-", "x;", "x,x"])(
  "%s is no formula",
  (text) => {
    expect(readFormula(text)?.(new Map([["x", exactly(exact(1))]]))).toBeUndefined();
  },
);

it("shares no code with the search: the checker imports nothing from outside its folder", () => {
  for (const file of readdirSync(FOLDER))
    for (const [, path] of readFileSync(new URL(file, FOLDER), "utf8").matchAll(/from "([^"]+)"/g))
      expect(path).toMatch(/^\.\/\w+\.ts$/);
});
