import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { measure, unbreakable } from "../../../src/report/latex/measure.ts";
import { latexInterval, latexNumber } from "../../../src/report/latex/number.ts";
import { latexWords, symbol } from "../../../src/report/latex/words.ts";

describe("latexNumber", () => {
  it.each([
    [0, "$0$"],
    [200, "$200$"],
    [-12, "$-12$"],
    [0.0136812, "$0.0137$"],
    [99999.6, "$100000$"],
    [123456, "${1.23 \\times 10^{5}}$"],
    [0.0001, "$10^{-4}$"],
    [-4.75e-8, "${-4.75 \\times 10^{-8}}$"],
  ])("writes %s as %s", (x, latex) => {
    expect(latexNumber(x)).toBe(latex);
  });

  test.prop([fc.double({ noNaN: true, min: -1e300, max: 1e300 })])("is within half a unit of the third digit", (x) => {
    const [, digits = "0", ten = "0"] =
      /^\$\{?(-?[\d.]*)(?: \\times )?(?:10\^\{(-?\d+)\}\}?)?\}?\$$/.exec(latexNumber(x)) ?? [];
    const value = Number(`${digits === "" ? 1 : digits}e${ten}`);
    // 5e-3 of the number at most; doubles near 5e-324 have fewer digits than three.
    expect(Math.abs(value - x)).toBeLessThanOrEqual(5e-3 * Math.abs(x) + 5e-324);
  });

  it("has words at the ends of an interval where there is no number", () => {
    expect(latexInterval(0.5, "any")).toBe("[$0.5$, any]");
  });
});

describe("latexWords", () => {
  it.each([
    ["AdamW, lambda=0.01, b=100", "AdamW, $\\lambda = 0.01$, $b = 100$"],
    [
      "Theta~(eta s sigmaP): at least that over (log n)^2",
      "$\\tilde\\Theta(\\eta s \\sigma_p)$: at least that over $(\\log n)^2$",
    ],
    ["test error >= 1/2 - o(1): at least 0.45", "test error $\\ge$ 1/2 $-$ $o(1)$: at least 0.45"],
    [
      "lambda = omega(sigma0^(q-2)): from 2 times it on",
      "$\\lambda$ $=$ $\\omega(\\sigma_0^{q-2})$: from 2 times it on",
    ],
    ["a lemma of 50% & more", "a lemma of 50\\% \\& more"],
  ])("has the symbols of %s in math mode", (text, latex) => {
    expect(latexWords(text)).toBe(latex);
  });

  test.prop([fc.stringMatching(/^[a-zA-Z0-9 ,.;:%&_{}()^~<>=-]{0,60}$/)])("leaves nothing open", (text) => {
    const latex = latexWords(text);
    const plain = latex.replaceAll(/\\[\\%&#_{}$]/g, "");
    expect((plain.match(/\$/g) ?? []).length % 2).toBe(0);
    // Outside of math nothing stands that TeX would take for a command.
    expect(plain.replaceAll(/\$[^$]*\$/g, "").replaceAll(/\\[a-z]+\{\}/gi, "")).not.toMatch(/[\\^&%#_~<>]/);
  });

  it("knows the letters of columns", () => {
    expect([symbol("weightDecay"), symbol("recordEvery")]).toEqual(["$\\lambda$", undefined]);
  });
});

describe("measure", () => {
  test.prop([fc.stringMatching(/^[a-zA-Z0-9 ]{0,30}$/), fc.stringMatching(/^[a-zA-Z0-9 ]{0,30}$/)])(
    "of two pieces is the sum of both",
    (a, b) => {
      expect(measure(a + b)).toBeCloseTo(measure(a) + measure(b), 9);
    },
  );

  const piece = fc.oneof(fc.stringMatching(/^[a-z0-9-]{1,9}$/), fc.stringMatching(/^\$[a-z0-9 +=-]{1,9}\$$/));
  test.prop([fc.array(piece)])("pieces that TeX does not break are all of the cell", (pieces) => {
    expect(unbreakable(pieces.join(" ")).join("").replaceAll(" ", "")).toBe(pieces.join("").replaceAll(" ", ""));
  });

  it("breaks no number, no power and no bracket", () => {
    expect(unbreakable(latexNumber(1.5e-7))).toEqual(["${1.5 \\times 10^{-7}}$"]);
    expect(unbreakable("$a = \\left(b + c\\right)^{d - e}$")).toEqual(["$a =", "\\left(b + c\\right)^{d - e}$"]);
  });
});
