import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { from } from "../../../src/bounds/from/from.ts";
import { log } from "../../../src/numeric/log.ts";
import { InputError } from "../../../src/setting/inputError.ts";

const bounds = (text: string, define = {}) => {
  const found = from(text, define);
  return [
    found.verdict,
    Object.fromEntries(Object.entries(found.bounds).map(([name, { at }]) => [name, at])),
    found.whole,
  ];
};

describe("from", () => {
  it.each<[string, string, Record<string, string>, string | undefined]>([
    // The larger solution of u^3 = e^u, u = 4.5364037: n = 93.3544...
    ["log(n)^3 <= n", "holds", { n: "93.3545" }, "94"],
    // 90 log n = sqrt n at n = 1661796.5...
    ["9 sqrt(n) log n <= n/10", "holds", { n: "1.6618e6" }, "1661797"],
    // e^e^2 = e^7.389 = 1618.17...
    ["log log n >= 2", "holds", { n: "1618.18" }, "1619"],
    // e^5 = 148.413...
    ["log n >= 5", "holds", { n: "148.414" }, "149"],
    ["n/10 >= 9 √n log n", "holds", { n: "1.6618e6" }, "1661797"],
    // Equalities, which fractions tell: 4^2 = 2^4, 6 n = n^2 at 6.
    ["n^2 <= 2^n", "holds", { n: "4" }, "4"],
    ["6n <= n^2", "holds", { n: "6" }, "6"],
    ["6n < n^2", "holds", { n: "6.00001" }, "7"],
    ["n <= 100", "fails", { n: "100.001" }, "101"],
    // From the start, where both sides are 1.
    ["n <= n", "holds", { n: "1" }, "1"],
    ["log n < n", "holds", { n: "1" }, "1"],
    // (log n)^4 < n from u^4 = e^u, u = 8.6131695, n = 5503.66...
    ["n <= max(log(n)^4, n/2)", "fails", { n: "5503.67" }, "5504"],
    ["2n <= n", "fails", { n: "1" }, "1"],
    // u = 1000 log u at u = 9118.006...: n = e^u, far beyond the doubles.
    ["n^(1/100) >= log(n)^10", "holds", { n: "7.94139e3959" }, undefined],
    // x = sqrt(log n): x = x^2 - log 2, x = (1 + sqrt(1 + 4 log 2))/2 = 1.4711575, n = e^2.1643044 = 8.70853 or so.
    ["exp(sqrt(log n)) <= n/2", "holds", { n: "8.70855" }, "9"],
    ["\\frac{n}{\\log n} \\le n - 100", "holds", { n: "126.064" }, "127"],
  ])("%s %s from %j on", (text, verdict, at, whole) => {
    expect(bounds(text)).toEqual([verdict, at, whole]);
  });

  it("finds bounds of several symbols", () => {
    expect(bounds("log(n)^3 + sqrt n <= n/2 + B")[0]).toBe("holds");
    // 2 + B <= 2 B from B = 2 on, where an equality is not seen in intervals.
    expect(bounds("n + B <= n*B")[1]).toEqual({ n: "2", B: "2.00001" });
    expect(bounds("eta <= 1/3")[1]).toEqual({ eta: "0.333333" });
    expect(from("eta*s <= s").bounds).toEqual({ s: { at: "1", side: "from" }, eta: { at: "1", side: "to" } });
  });

  it("takes definitions", () => {
    expect(bounds("n log n <= d", { d: "n^2" })).toEqual(["holds", { n: "1" }, "1"]);
    expect(bounds("100 n log n <= d", { d: "n^D", D: "2" })[1]).toEqual({ n: "647.278" });
    expect(bounds("n log n <= d")[0]).toBe("not decided");
    expect(from("n log n <= d").reason).toMatch(/^it is harder the more n grows/);
  });

  it("says what it does not decide", () => {
    for (const text of ["cos_n <= 2 - n + n", "(n+1)^2 - n^2 <= 3n", "n^2 <= n^2 + log n - log n"]) {
      const { verdict, bounds: at, reason } = from(text);
      expect([verdict, at]).toEqual(["not decided", {}]);
      expect(reason).toMatch(/\w/);
    }
  });

  it.each([
    [
      "n = O(d)",
      /^an inequality must be "formula <= formula" \(or <, >, >=\) where constants count, but is "n = O\(d\)"; write the constant/,
    ],
    ["1 <= 2", /^an inequality must have a symbol such as n, but has numbers alone;/],
    ["n <= f(n)", /must call only .* at position 1;/],
  ])("refuses %s", (text, message) => {
    expect(() => from(text)).toThrow(InputError);
    expect(() => from(text)).toThrow(message);
  });

  it.each([
    // Equal sides, of which decimals say now this, now that.
    ["sqrt(n)*sqrt(n) <= n", "holds", "1"],
    ["n^(-1) <= exp(-log(n))", "holds", "1.00001"],
    // n >= n^(-1/2) >= min(...), though max/min falls at first.
    ["max(n, sqrt(n)) < min(sqrt(n)/n, log(n))", "fails", "1"],
  ])("%s %s from %s on, and confirms it", (text, verdict, at) => {
    const found = from(text);
    expect([found.verdict, found.bounds["n"]?.at]).toEqual([verdict, at]);
    expect(found.rechecked).toBeGreaterThan(10);
  });

  it("does not say that a quotient rises where signs alone prove it", () => {
    // 1/(5 - n) < 0 <= 1 beyond 5.
    expect(from("1/(5 - n) <= 1").reason).toMatch(/^it holds from n = 5.00001 on by intervals around both sides/);
    expect(from("log(n)^3 <= n").reason).toMatch(/^right\/left is at least 1 at n = 93.3545 and does not fall/);
  });

  it("refuses definitions in a circle", () => {
    expect(() => from("a <= n", { a: "b", b: "2 a" })).toThrow(
      /^definitions must not go in a circle, but do: a by b by a;/,
    );
  });

  const integers = fc.integer({ min: 1, max: 9 });
  test.prop([integers, integers, fc.constantFrom("1/2", "1", "3/2", "2"), fc.constantFrom("0", "1", "2", "3")], {
    numRuns: 25,
  })("agrees with doubles on a n^p log(n)^k <= n^2/b, above the bound and just below it", (a, b, p, k) => {
    const found = from(`${a} n^(${p}) log(n)^${k} <= n^2/${b}`);
    const [over, under = "1"] = p.split("/");
    const slack = (n: number) =>
      (2 - Number(over) / Number(under)) * log(n) -
      Number(k) * (n === 1 ? (k === "0" ? 0 : -Infinity) : log(log(n))) -
      log(a * b);
    if (found.verdict === "fails") {
      // n^2 log(n)^k <= n^2/(a b) in the long run only where k = 0 and a b = 1.
      expect([p, Number(k) > 0 || a * b > 1]).toEqual(["2", true]);
      return;
    }
    if (p === "2") return;
    const at = Number(found.bounds["n"]?.at);
    for (const factor of [1.00001, 1.1, 2, 1e3, 1e9]) expect(slack(at * factor)).toBeGreaterThan(0);
    if (at > 1.001) expect(slack(at * (1 - 1e-4))).toBeLessThan(0);
  });
});
