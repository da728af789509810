import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { nextDown, nextUp } from "../../src/numeric/nextUp.ts";
import { Precise } from "../helpers/precise.ts";
import { anyDouble, openCase } from "./draw.ts";
import { dyadic, minus, plus, sign, times } from "./exact.ts";
import { isDefined, judge, REALS, type RealName } from "./judge.ts";

const doubles = fc.nat().map((index) => anyDouble(openCase(1, 1000, index)));
const ALGEBRAIC = ["neg", "add", "sub", "mul", "div", "sqrt", "min", "max"] as const;

describe("exact numbers", () => {
  test.prop([doubles, doubles])("are the doubles, to the last of their decimals", (x, y) => {
    // m 2^e as a decimal fraction m 5^-e 10^e, all digits kept, and back by the language's own correctly rounded parsing.
    const { m, e } = dyadic(x);
    expect(Number(e < 0 ? `${m * 5n ** BigInt(-e)}e${e}` : `${m << BigInt(e)}`)).toBe(x + 0);
    expect(sign(minus(dyadic(x), dyadic(y)))).toBe(Math.sign(x > y ? 1 : x < y ? -1 : 0));
  });

  test.prop([fc.bigInt(-(2n ** 53n), 2n ** 53n), fc.bigInt(-(2n ** 53n), 2n ** 53n), fc.nat(200), fc.nat(200)])(
    "add and multiply as whole numbers do",
    (a, b, i, j) => {
      const [x, y] = [
        { m: a, e: i },
        { m: b, e: j },
      ];
      const whole = ({ m, e }: { m: bigint; e: number }) => m << BigInt(e);
      expect(whole(plus(x, y))).toBe(whole(x) + whole(y));
      expect(whole(times(x, y))).toBe(whole(x) * whole(y));
    },
  );
});

describe("the judge", () => {
  test.prop([fc.constantFrom(...ALGEBRAIC), doubles, doubles, doubles], { numRuns: 2000 })(
    "says with 60 digits what it says without rounding",
    (name, a, b, other) => {
      fc.pre(isDefined(name, a, b));
      const { add, sub, mul, div } = { add: a + b, sub: a - b, mul: a * b, div: a / b };
      const near = { add, sub, mul, div, neg: -a, sqrt: Math.sqrt(a), min: Math.min(a, b), max: Math.max(a, b) }[name];
      for (const v of [near, nextUp(near), nextDown(near), other]) {
        if (Number.isFinite(v)) expect(judge(name, a, b)(v)).toBe(REALS[name].exactly(a, b, v));
      }
    },
  );

  it.each([
    ["add", 1e308, 1e-308, 1e308, 1],
    ["add", 1e308, -1e-308, 1e308, -1],
    ["sub", 1e308, 1e308, 0, 0],
    ["mul", 1 + 2 ** -52, 1 + 2 ** -52, 1 + 2 ** -51, 1],
    ["mul", 5e-324, 5e-324, 0, 1],
    ["div", 1, 3, 0.3333333333333333, 1],
    ["div", -1, -4, 0.25, 0],
    ["sqrt", 2, 0, 1.4142135623730951, -1],
    ["sqrt", 4, 0, 2, 0],
    ["pown", 0.1, -3, 1000, -1], // the double 0.1 is more than a tenth
    ["pown", -2, 1023, -(2 ** 1023), 0],
    ["pown", 1 + 2 ** -52, 2 ** 40, 1 + 2 ** -12, 1], // (1 + u)^k > 1 + k u
    ["exp", 1, 0, Math.E, 1], // e = 2.71828182845904523536, the double ...4509
    ["exp", -1e300, 0, 0, 1],
    ["exp", 1e300, 0, Number.MAX_VALUE, 1],
    ["exp", 5e-324, 0, 1, 1],
    ["log", 1, 0, 0, 0],
    ["log", 1 + 2 ** -52, 0, 2 ** -52, -1], // ln(1 + u) < u
  ] as const)("%s(%d, %d) - %d has the sign %d", (name, a, b, v, expected) => {
    expect(judge(name as RealName, a, b)(v)).toBe(expected);
  });

  it("has an e that others have printed", () => {
    expect(new Precise(1).exp().toString().slice(0, 52)).toBe("2.71828182845904523536028747135266249775724709369995");
  });
});
