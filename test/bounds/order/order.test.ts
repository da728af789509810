import { describe, expect, it } from "vitest";
import {
  extreme,
  inverse,
  monomial,
  multiply,
  NOTHING,
  ONE,
  type Order,
  orderLatex,
  orderText,
  raise,
  surelyLess,
} from "../../../src/bounds/order/order.ts";
import { constant } from "../../../src/bounds/order/polynomial.ts";
import { exponent } from "./arbitrary.ts";

const power = (n: string, log = "0") => monomial(exponent(n), exponent(log));
/** l and 1: which is larger is open. */
const larger = extreme("max", [power("l"), power("1")]) as Exclude<Order, { kind: "zero" }>;

describe("extreme", () => {
  it.each([
    ["keeps what may be the largest", "max", [power("l"), power("1"), power("1/2"), power("2*l")], "max(n, n^(2 l))"],
    ["keeps what may be the smallest", "min", [power("l"), power("1"), power("2"), power("2*l")], "min(n^(l), n)"],
    ["drops what only a log makes smaller", "max", [power("beta"), power("1", "1")], "n log n"],
    ["keeps what a log makes larger at an end", "max", [power("beta", "1"), power("1")], "max(n^(beta) log n, n)"],
    ["opens others of its kind", "max", [larger, power("2")], "max(n^(l), n^2)"],
    ["keeps others of the other kind", "min", [larger, power("2")], "min(max(n^(l), n), n^2)"],
    ["ignores 0 among the largest", "max", [NOTHING, power("1")], "n"],
    ["is 0 when the smallest is", "min", [NOTHING, larger], "0"],
    ["is 0 of only 0", "max", [NOTHING, NOTHING], "0"],
  ] as const)("%s", (_, kind, orders, text) => {
    expect(orderText(extreme(kind, orders))).toBe(text);
  });
});

describe("products and powers", () => {
  it("distribute over max, and turn it into min", () => {
    expect(orderText(multiply(power("D", "1"), larger))).toBe("max(n^(l + D) log n, n^(D + 1) log n)");
    expect(orderText(multiply(larger, larger))).toBe("max(n^(2 l), n^(l + 1), n^2)");
    expect(orderText(inverse(larger))).toBe("min(n^(-l), n^(-1))");
    expect(orderText(inverse(inverse(larger) as typeof larger))).toBe(orderText(larger));
    expect(multiply(larger, NOTHING)).toBe(NOTHING);
    expect(multiply(NOTHING, larger)).toBe(NOTHING);
  });

  it("need the sign of an exponent above a max, not above a monomial", () => {
    expect(raise(larger, exponent("l - 1"))).toBeUndefined();
    expect(orderText(raise(power("2"), exponent("l - 1")) as Order)).toBe("n^(2 l - 2)");
    expect(raise(larger, constant(0))).toBe(ONE);
    // At l = 0 both sides are 1.
    expect(orderText(raise(larger, exponent("l")) as Order)).toBe("max(n^(l^2), n^(l))");
    expect(orderText(raise(larger, exponent("3-q")) as Order)).toBe("min(n^(-l q + 3 l), n^(-q + 3))");
  });
});

describe("surelyLess", () => {
  it.each([
    [power("3"), power("D"), true],
    [power("3"), power("q"), false],
    [power("3"), power("q", "1"), true],
    [power("1"), power("1", "1"), true],
    [power("1", "1"), power("1", "1"), false],
    [NOTHING, power("-1"), true],
    [NOTHING, NOTHING, false],
    [power("0"), larger, false],
  ])("%# is certain only where the whole domain says so", (a, b, certain) => {
    expect(surelyLess(a, b)).toBe(certain);
  });
});

describe("orderText", () => {
  it.each([
    [ONE, "1"],
    [power("1"), "n"],
    [power("0", "1"), "log n"],
    [power("2", "3"), "n^2 (log n)^3"],
    [power("-1/2", "-1"), "n^(-1/2) (log n)^(-1)"],
    [power("D/2-2", "l"), "n^(1/2 D - 2) (log n)^(l)"],
  ])("%# is %s", (order, text) => {
    expect(orderText(order)).toBe(text);
  });
});

describe("orderLatex", () => {
  it.each([
    [NOTHING, "0"],
    [ONE, "1"],
    [power("2", "1"), "n^2 \\log n"],
    [power("12", "10"), "n^{12} (\\log n)^{10}"],
    [power("1/2*D - 2", "-1"), "n^{\\frac{1}{2} D - 2} (\\log n)^{-1}"],
    [power("11/25", "13/27"), "n^{\\frac{11}{25}} (\\log n)^{\\frac{13}{27}}"],
    [extreme("max", [power("beta", "1"), power("1")]), "\\max(n^{\\beta} \\log n, n)"],
    [extreme("min", [larger, power("2")]), "\\min(\\max(n^{l}, n), n^2)"],
  ] as const)("%j", (order, latex) => expect(orderLatex(order)).toBe(latex));
});
