import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { constantOf, toText } from "../../../src/bounds/order/polynomial.ts";
import { FAMILY_ORDERS } from "../../../src/bounds/order/scaling.ts";
import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";
import { SYMBOLS } from "../../../src/bounds/order/symbols.ts";
import { familySetting } from "../../../src/setting/family.ts";
import { familyConstants } from "../../../src/setting/familyConstants.ts";

describe("FAMILY_ORDERS", () => {
  test.prop([
    fc.integer({ min: 1000, max: 1e6 }),
    fc.constantFrom("7", "15/2", "8"),
    fc.integer({ min: 3, max: 5 }),
    fc.constantFrom("0", "1", "5/2"),
    fc.double({ min: 1e-6, max: 1, noNaN: true }),
  ])("are familySetting with all constants 1", async (n, D, q, power, lambda) => {
    // All of mathjs, which takes long to load.
    const { evaluate } = await import("mathjs");
    const [logSigmaP, logAlpha, logM] = [power, power, power];
    const scaling = scalingOf({ exponents: { D, q: String(q), logSigmaP, logAlpha, logM } });
    const numberOf = (name: string) => constantOf(scaling.exponents.get(name) as never)?.valueOf() as number;
    const exponents = Object.fromEntries([...scaling.exponents.keys()].map((name) => [name, numberOf(name)]));
    const scope: Record<string, number> = { ...exponents, n, lambda };
    for (const name of ["d", "s", "sigmaP", "alpha", "sigma0", "m", "eta", "eps"]) {
      scope[name] = evaluate(FAMILY_ORDERS[name] as string, scope);
    }
    const k = numberOf("logM");
    const { setting, optimizer } = familySetting(n, {
      D: numberOf("D"),
      q,
      lambda,
      logSigmaP: k,
      logAlpha: k,
      logM: k,
    });
    const actual = { ...setting, eta: optimizer.lr, eps: optimizer.eps };
    // s >= 1000^1.5 is rounded: by 0.5/31622 at most, and its root half of that. d is rounded, too, but is above 10^20. Else a few ulps of log and powers.
    for (const name of ["d", "sigma0", "eta", "eps"] as const)
      expect(actual[name] / (scope[name] as number)).toBeCloseTo(1, 10);
    for (const name of ["s", "sigmaP", "alpha"] as const)
      expect(Math.abs(actual[name] / (scope[name] as number) - 1)).toBeLessThan(1.6e-5);
    expect(actual.m).toBe(Math.ceil((scope.m as number) * (1 - 1e-14)));
  });

  it("have an order for each symbol but n and q, and no other", () => {
    expect(new Set([...Object.keys(FAMILY_ORDERS), "n", "q"])).toEqual(new Set(Object.keys(SYMBOLS)));
  });
});

describe("scalingOf", () => {
  test.prop([fc.integer({ min: 17, max: 40 }), fc.integer({ min: 3, max: 9 })])(
    "has the family's powers where nothing is said",
    (quarters, q) => {
      const D = quarters / 4;
      const defaults = familyConstants({ D, q });
      const { exponents } = scalingOf({ exponents: { D: String(D), q: String(q) } });
      for (const name of ["powerEta", "logSigmaP", "logAlpha", "logM"] as const) {
        expect(constantOf(exponents.get(name) as never)?.valueOf()).toBe(defaults[name]);
      }
    },
  );

  it("takes exponents by each other, and by numbers in any form", () => {
    const { exponents } = scalingOf({ exponents: { l: "D/4 + beta", D: "q + 3/2", beta: "0.5" } });
    expect(Object.fromEntries([...exponents].map(([name, value]) => [name, toText(value)]))).toEqual({
      beta: "1/2",
      D: "q + 3/2",
      l: "1/4 q + 7/8",
      logAlpha: "1",
      logM: "1",
      logSigmaP: "1",
      // D/2 - 1 + (q - 1) D/4 with D = q + 3/2
      powerEta: "1/4 q^2 + 5/8 q - 5/8",
    });
  });

  it.each([
    [{ D: "4" }, 'D must satisfy D > 4, but is "4"; change it'],
    [{ D: "3" }, 'D must satisfy D > 4, but is "3"; change it'],
    [{ q: "2.9" }, 'q must satisfy q >= 3, but is "2.9"; change it'],
    [{ beta: "1.01" }, 'beta must satisfy 0 <= beta <= 1, but is "1.01"; change it'],
    [{ beta: "-1/2" }, 'beta must satisfy 0 <= beta <= 1, but is "-1/2"; change it'],
    [{ l: "-D" }, 'l must satisfy l >= 0, but is "-D"; change it'],
    [{ powerEta: "-l" }, 'powerEta must satisfy powerEta > 0, but is "-l"; change it'],
    [{ x: "1" }, /^an exponent must be one of D, q, beta, .*, but is "x"; correct its name$/],
    [{ constructor: "1" }, /but is "constructor"; correct its name$/],
    [
      { D: "q", q: "D" },
      "the exponents must not be defined by each other, but powerEta by D by q by D; give one of them a number",
    ],
    [{ l: "l" }, "the exponents must not be defined by each other, but l by l; give one of them a number"],
    [{ D: "n" }, /^the formula "n" must have exponents made of numbers .* but has the quantity n at position 1;/],
    [{ D: "5 +" }, /^the formula "5 \+" must be complete, .* at position 3;/],
    [{ D: "" }, /^a formula must not be empty/],
    [{ D: "1e999999" }, /^the formula "1e999999" must have numbers from 1e-308 to 1e308, .* at position 1;/],
  ])("refuses exponents %j", (exponents, message) => {
    expect(() => scalingOf({ exponents: exponents as never })).toThrow(message);
  });

  it("does not take exponents from what they inherit", () => {
    expect(() => scalingOf({ exponents: JSON.parse('{"__proto__": "1"}') })).toThrow(
      /but is "__proto__"; correct its name$/,
    );
  });

  it.each([
    "n",
    "log",
    "beta",
    "__proto__",
    "2x",
    "a b",
    "é",
    "",
    "mod",
    "in",
    "to",
    "not",
    "true",
    "NaN",
    "Infinity",
    "undefined",
  ])("refuses a quantity named %j", (name) => {
    const quantities = JSON.parse(`{${JSON.stringify(name)}: "n"}`);
    expect(() => scalingOf({ quantities })).toThrow(
      `a quantity must have a name of letters and digits that is neither n, a function, an exponent nor a word of mathjs such as mod, but has ${JSON.stringify(name)}; rename it`,
    );
  });

  it.each([
    [{ s: "1/n" }, "s must be Omega(1) somewhere in the domain of the exponents, but is n^(-1); define it otherwise"],
    [{ B: "n^2" }, "B must be O(n) somewhere in the domain of the exponents, but is n^2; define it otherwise"],
    [{ B: "n*log(n)" }, "B must be O(n) somewhere in the domain of the exponents, but is n log n; define it otherwise"],
    [{ B: "n^(-beta-l/2)/log(n)" }, /^B must be Omega\(1\) somewhere/],
    [{ B: "0" }, /^B must be Omega\(1\) somewhere .*, but is 0; define it otherwise$/],
    [{ m: "1/log(n)" }, /^m must be Omega\(1\) somewhere .*, but is \(log n\)\^\(-1\);/],
    [{ d: "n^(-D)" }, /^d must be Omega\(1\) somewhere/],
    [{ s: "d*log(n)" }, /^s must be O\(d\) somewhere .*, but is n\^\(D\) log n;/],
    [{ d: "n^3" }, /^s must be Omega\(1\) somewhere .*, but is n\^\(-1\/2\);/],
    [{ d: "d" }, /^the formula "d" must not be part of a circle of definitions, but d by d is one at position 1;/],
  ])("refuses counts that contradict each other: %j", (quantities, message) => {
    expect(() => scalingOf({ quantities: quantities as never })).toThrow(message);
  });

  it("takes counts that are possible somewhere, and checks them again with the exponents set", () => {
    const quantities = { B: "n^(l-2)" };
    expect(scalingOf({ quantities }).quantities.get("B")?.text).toBe("n^(l-2)");
    expect(scalingOf({ quantities, exponents: { l: "5/2" } }).exponents.has("l")).toBe(true);
    for (const l of ["1", "4"]) expect(() => scalingOf({ quantities, exponents: { l } })).toThrow(/^B must be O/);
  });
});
