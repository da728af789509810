import { fc } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { integerPower } from "../../../src/numeric/integerPower.ts";

/** 10^e times what is between 1 and 10, few digits, so that products are often powers of ten. */
const positive = (from: number, to: number) =>
  fc
    .tuple(fc.constantFrom(1, 2, 4, 5, 8), fc.integer({ min: from, max: to }))
    .map(([digit, e]) => new Decimal(10).pow(e).mul(digit).toNumber());

/** Numbers for the letters of every paper: round ones, at which bounds are often met exactly, and others. */
export const settingNumbers = fc.record({
  n: fc.oneof(fc.integer({ min: 2, max: 1000 }), fc.constantFrom(4, 16, 64, 100, 10000)),
  d: fc.oneof(
    fc.integer({ min: 10, max: 1e9 }),
    fc.integer({ min: 2, max: 12 }).map((e) => integerPower(10, e)),
  ),
  s: fc.integer({ min: 1, max: 200 }),
  m: fc.integer({ min: 1, max: 40 }),
  q: fc.integer({ min: 3, max: 6 }),
  sigmaP: fc.oneof(positive(-3, 0), fc.double({ min: 1e-3, max: 2, noNaN: true })),
  alpha: fc.oneof(positive(-3, 0), fc.double({ min: 1e-3, max: 2, noNaN: true })),
  sigma0: fc.oneof(positive(-4, -1), fc.double({ min: 1e-4, max: 1, noNaN: true })),
  eta: fc.oneof(positive(-7, -1), fc.double({ min: 1e-7, max: 1, noNaN: true })),
  lambda: fc.oneof(fc.constant(0), positive(-7, 0), fc.double({ min: 1e-7, max: 1, noNaN: true })),
  eps: fc.oneof(positive(-9, 0), fc.double({ min: 1e-9, max: 2, noNaN: true })),
  b1: fc.constantFrom(0.1, 0.5, 0.9),
  b2: fc.constantFrom(0.01, 0.25, 0.81, 0.9, 0.999),
  B: fc.integer({ min: 1, max: 100 }),
  mu: positive(-2, 1),
  flip: fc.constantFrom(0, 0.1, 0.25),
});
