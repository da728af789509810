import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import type { Fraction } from "../../../src/algebra/mathjs.ts";
import { parseFormula } from "../../../src/bounds/order/formula.ts";
import { type Monomial, type Order, orderText } from "../../../src/bounds/order/order.ts";
import { orderOf } from "../../../src/bounds/order/orderOf.ts";
import { constantOf, type Polynomial } from "../../../src/bounds/order/polynomial.ts";
import type { ScalingOptions } from "../../../src/bounds/order/scaling.ts";
import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";
import { points, SIZES, samples } from "./arbitrary.ts";

const orderIn = (text: string, options: ScalingOptions = {}): Order => {
  const scaling = scalingOf(options);
  return orderOf(parseFormula(text, new Set(scaling.quantities.keys())), scaling);
};
const textOf = (text: string, options?: ScalingOptions) => orderText(orderIn(text, options));

const times = (log: Decimal, exponent: Polynomial) => {
  const [numerator = "", denominator = "1"] = (constantOf(exponent) as Fraction).toFraction().split("/");
  return log.times(numerator).div(denominator);
};

describe("orderOf", () => {
  test.prop([samples, points], { numRuns: 300 })(
    "is what logarithms at two huge n show",
    ({ text, value }, exponents) => {
      const { kind, n, log } = orderIn(text, { exponents }) as Monomial;
      expect(kind).toBe("monomial");
      for (const size of SIZES) {
        const { log: actual, slack } = value(size, exponents);
        // |log f - a log n - b log log n| is at most what constants and sums of two can make of it. A wrong b is off by 230 times the error.
        const residual = actual.minus(times(size.logN, n)).minus(times(size.logLogN, log));
        expect(Math.abs(residual.toNumber())).toBeLessThanOrEqual(slack + 1e-6);
      }
    },
  );

  test.prop([samples, points], { numRuns: 100 })(
    "is one order in all ways of writing: 1/(1/f), f^2/f, f + f, max(f, f), min(f, f), sqrt(f)^2, 2 f",
    ({ text }, exponents) => {
      const order = textOf(text, { exponents });
      const f = `(${text})`;
      for (const same of [
        `1/(1/${f})`,
        `${f}^2/${f}`,
        `${f}+${f}`,
        `max(${f}, ${f})`,
        `min(${f}, ${f})`,
        `sqrt(${f})^2`,
        `2 ${f}`,
      ]) {
        fc.pre(same.length <= 1000);
        expect(textOf(same, { exponents })).toBe(order);
      }
    },
  );

  test.prop([samples, samples, points], { numRuns: 100 })(
    "gives a sum the order of max, and min max = product",
    (f, g, exponents) => {
      const [a, b] = [`(${f.text})`, `(${g.text})`];
      fc.pre(a.length + b.length < 490);
      expect(textOf(`${a}+${b}`, { exponents })).toBe(textOf(`max(${a}, ${b})`, { exponents }));
      expect(textOf(`min(${a}, ${b})*max(${a}, ${b})`, { exponents })).toBe(textOf(`${a}*${b}`, { exponents }));
    },
  );

  it.each([
    // s = sqrt(n^D)/n^2, sigmaP = (s log n)^(-1/2): s sigmaP = s^(1/2) (log n)^(-1/2).
    ["s*sigmaP", "n^(1/4 D - 1) (log n)^(-1/2)"],
    ["sqrt(s)*sigmaP", "(log n)^(-1/2)"],
    ["alpha", "n^(-1/4 D + 1) (log n)^(1/2)"],
    // eta s/sigma0^(q-1) = n^(-(D/2 - 1) - (q-1) D/4 + D/2 - 2 + (q-1) D/4) = n^-1.
    ["eta*s/sigma0^(q-1)", "n^(-1)"],
    ["n*s^2*sigmaP/d", "n^(-1/4 D - 2) (log n)^(-1/2)"],
    ["log(1/eps)", "log n"],
    ["1/2 n", "n"],
    // A product without a sign binds before a division, except by a number of a number: mathjs's rule.
    ["n/2 n", "1"],
    ["n^-1*n^(-(1/2))", "n^(-3/2)"],
    ["n^0", "1"],
    ["0", "0"],
    ["0*n + 0/n", "0"],
    ["n + 0", "n"],
    ["max(0, n)", "n"],
    ["min(0, n)", "0"],
    ["sqrt(0)+0^q", "0"],
    ["n - log(n)", "n"],
    ["n^(1+l)*log(n) - n", "n^(l + 1) log n"],
    ["n - 0", "n"],
    ["q*D*n", "n"],
    ["max(n^l, n^(2*l), n)", "max(n^(2 l), n)"],
    ["1/max(n^l, n)", "min(n^(-l), n^(-1))"],
    ["max(n^l, n)^(1-q)", "min(n^(-l q + l), n^(-q + 1))"],
    ["max(n^l, n)^0", "1"],
    ["log(max(n^(1+l), n^D))", "log n"],
    ["0b1 + n", "n"],
    ["2.*n", "n"],
    ["2./n", "n^(-1)"],
    ["n^a", "n^(a)"],
    ["n^(1/q)", "n^(1/q)"],
    ["n^((q-1)/(q-2))", "n^((q - 1)/(q - 2))"],
    ["d^(1/(2q))", "n^(D/(2 q))"],
    ["n^((q^2-4)/(q-2))", "n^(q + 2)"],
    ["(n^(1/a))^a", "n"],
    ["n^(1/q)*n^(1-1/q)", "n"],
    ["n^(1/(2-q))", "n^(-1/(q - 2))"],
    ["n^(q^-2 + a^2)", "n^((a^2 q^2 + 1)/(q^2))"],
    ["(log n)^(a-b) n^(a/b)", "n^(a/b) (log n)^(-b + a)"],
    ["max(n, log(n))^(1/a)", "n^(1/a)"],
    ["log(n^(1/(q-2)))", "log n"],
  ])("%s is %s", (text, order) => {
    expect(textOf(text)).toBe(order);
  });

  it("takes what a user defines, and what follows from it", () => {
    const quantities = { T: "1/(eta*s*sigmaP)", d: "n^2*log(n)^4", s: "sqrt(d)" };
    expect(textOf("sigmaP^2*s*T*eta", { quantities })).toBe("n^(-1/2) (log n)^(-3/2)");
    expect(textOf("constructor*toString", { quantities: { constructor: "n", toString: "constructor^2" } })).toBe("n^3");
  });

  it.each([
    ["n^d", /must have exponents made of numbers and of D, q, .*, but has the quantity d at position 3;/],
    ["n^(2*b1)", /but has the quantity b1 at position 6;/],
    ["n^log(n)", /but has log\(\.\.\.\) at position 3;/],
    ["n^(q^(1/2))", /but has a power that is no integer from -8 to 8 at position 7;/],
    ["n^(q^a)", /but has a power that is no integer .* at position 6;/],
    ["n^(1/l)", /but has a division by an exponent that may be 0 or of either sign at position 6;/],
    ["n^(1/(a-b))", /but has a division by an exponent that may be .* at position 7;/],
    ["n^betta", /must use known symbols .*, but has "betta" at position 3; did you mean "beta"\?$/],
    ["n^a*b", /must use known symbols .*, but has "b" at position 5;/],
    ["n^(1/(D-D))", /but has a division by zero at position 7;/],
    ["log(1/n)", /must take logs of what grows, but takes that of n\^\(-1\), which falls, .* at position 1;/],
    ["2*log(3)", /must take logs of powers of n, but takes that of 1, whose log .* at position 3;/],
    ["log(log(n))", /must take logs of powers of n, but takes that of log n, whose .* at position 1;/],
    ["log(lambda)", /but whether n\^\(-l\) is one depends on the exponents at position 1; set them$/],
    ["log(0)", /must not take the log of 0, but does at position 1;/],
    ["n + 1/(0*n)", /must not divide by 0, but does at position 8;/],
    ["0^(q-3)", /must raise 0 to positive powers only, but does not at position 4;/],
    ["n - 2 n", /must subtract only what is of smaller order, .* at position 5;/],
    ["d^(1/4)*sigma0 - 1", /must subtract only .* at position 18;/],
    ["0 - n", /must subtract only .* at position 5;/],
    ["2*(-n)", /must be positive, as orders are, but has a minus sign in front at position 5;/],
    ["n*beta", /must use beta in exponents only, but has it as a factor at position 3;/],
    [
      "max(n^l, n)^(l-1)",
      /must raise a sum, min or max to a power whose sign is certain, .* at position 14; set them$/,
    ],
    ["((n^1e308)^1e308)^1e308", /must have an order of at most 500 characters, but has not at position 3;/],
    [`n^(${"(D+q+beta+l+1)*".repeat(20)}1)`, /but has more than 64 terms at position \d+;/],
    [
      Array.from({ length: 9 }, (_, k) => `(n^(${k + 1}*beta)+n^(${k + 1}/${k + 2}*l))`).join("*"),
      /must have at most 8 terms between which the exponents decide, but has \d+ at position 2; set exponents or shorten it$/,
    ],
    [
      `max(${Array.from({ length: 60 }, (_, k) => `n^(${k}*l-${k * k})`).join(",")})`,
      /must have at most 8 terms .* but has 60 at/,
    ],
  ])("refuses %s with its position", (text, message) => {
    expect(() => textOf(text)).toThrow(message);
    expect(() => textOf(text)).toThrow(/^the formula ".* must .*, but .* at position \d+; .*$/);
  });

  it("refuses definitions in a circle, and those that need too many steps", () => {
    expect(() => textOf("n*a", { quantities: { a: "2*b", b: "n/a" } })).toThrow(
      'the formula "n/a" must not be part of a circle of definitions, but a by b by a is one at position 3; define one of them by n',
    );
    const chain = Object.fromEntries(Array.from({ length: 3000 }, (_, k) => [`x${k}`, `x${k + 1}`]));
    expect(() => textOf("x0", { quantities: { ...chain, x3000: "n" } })).toThrow(
      'the formula "x20" must be defined in at most 20 steps, but takes more at position 1; define one of its quantities by n',
    );
  });
});
