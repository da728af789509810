import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { pown } from "../../src/interval/pown.ts";
import { intersection, isEmpty, subset } from "../../src/interval/sets.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { intervals, read } from "./intervals.ts";

const HUGE = 2 ** 53;

describe("integer powers", () => {
  it.each([
    ["[2, 3]", 2, "[4, 9]"],
    ["[-3, -2]", 2, "[4, 9]"],
    ["[-2, 3]", 2, "[0, 9]"],
    ["[-3, 2]", 2, "[0, 9]"],
    ["[-3, 2]", 3, "[-27, 8]"],
    ["[2, 3]", 3, "[8, 27]"],
    ["[-3, -2]", 3, "[-27, -8]"],
    ["[-3, 2]", 1, "[-3, 2]"],
    // x^0 = 1 everywhere, at 0 too.
    ["[-3, 2]", 0, "[1, 1]"],
    ["[0, 0]", 0, "[1, 1]"],
    ["entire", 0, "[1, 1]"],
    ["empty", 0, "empty"],
    ["empty", 3, "empty"],
    ["empty", -2, "empty"],
    ["[2, 4]", -1, "[0.25, 0.5]"],
    ["[2, 4]", -2, "[0.0625, 0.25]"],
    ["[-4, -2]", -1, "[-0.5, -0.25]"],
    ["[-4, -2]", -2, "[0.0625, 0.25]"],
    ["[-4, 2]", -2, "[0.0625, inf]"],
    ["[-4, 2]", -1, "entire"],
    ["[0, 2]", -1, "[0.5, inf]"],
    ["[-2, 0]", -1, "[-inf, -0.5]"],
    ["[-2, 0]", -2, "[0.25, inf]"],
    ["[0, 0]", -1, "empty"],
    ["[0, 0]", -2, "empty"],
    ["entire", 2, "[0, inf]"],
    ["entire", 3, "entire"],
    ["entire", -1, "entire"],
    ["entire", -2, "[0, inf]"],
    ["[2, inf]", -3, "[0, 0.125]"],
    ["[-inf, -2]", -3, "[-0.125, 0]"],
    ["[-inf, -2]", 2, "[4, inf]"],
    ["[-inf, -2]", 3, "[-inf, -8]"],
    // The square of 2^1023 is not needed.
    ["[2, 2]", 1023, "[8.98846567431158e307, 8.98846567431158e307]"],
    ["[2, 2]", 1024, "[max, inf]"],
    // Where x^n is no double, 1/x^n lies between 0 and 1/max = 2^-1024 (1 + 2^-53...), rounded up to 2^-1024 + 2^-1074.
    ["[2, 2]", -1024, "[0, 5.56268464626801e-309]"],
    ["[0.5, 0.5]", 1074, "[tiny, tiny]"],
    ["[0.5, 0.5]", 1075, "[0, tiny]"],
    ["[-0.5, -0.5]", 1075, "[-tiny, 0]"],
    ["[1e-200, 1e-200]", -2, "[max, inf]"],
    ["[-1e-200, -1e-200]", -3, "[-inf, -max]"],
    ["[-1e-200, 1e-200]", -3, "entire"],
    // Exponents larger than any loop over them, all even.
    ["[1, 1]", HUGE, "[1, 1]"],
    ["[-1, 1]", 1e300, "[0, 1]"],
    ["[-1, -1]", -1e300, "[1, 1]"],
    ["[0, 0.5]", Number.MAX_VALUE, "[0, tiny]"],
    ["[2, inf]", Number.MAX_VALUE, "[max, inf]"],
    ["[-1, -1]", HUGE - 1, "[-1, -1]"],
    ["[-1, 0]", HUGE - 1, "[-1, 0]"],
  ])("of %s: to the %d are %s", (x, n, powers) => {
    expect(pown(read(x), n)).toEqual(read(powers));
  });

  test.prop([intervals, fc.integer({ min: -9, max: 9 })])(
    "to the 2n and the squares of those to the n overlap",
    (x, n) => {
      // Either rounds other products, so that neither need hold the other; both hold the real powers.
      const direct = pown(x, 2 * n);
      expect(isEmpty(intersection(direct, pown(pown(x, n), 2)))).toBe(isEmpty(direct));
    },
  );

  test.prop([intervals])("to the 1 are the numbers, to the -1 of the -1 hold them", (x) => {
    expect(pown(x, 1)).toEqual(x);
    const back = pown(pown(x, -1), -1);
    if (x.lo > 0 || x.hi < 0) expect(subset(x, back)).toBe(true);
  });

  it.each([0.5, NaN, Infinity, -Infinity])("refuse the exponent %d", (n) => {
    expect(() => pown(read("[1, 2]"), n)).toThrow(new InputError(`n must be an integer, but is ${n}; correct it`));
  });
});
