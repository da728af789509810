import { describe, expect, it } from "vitest";
import { mul } from "../../src/interval/mul.ts";
import { read } from "./intervals.ts";

describe("products", () => {
  it.each([
    // Every pair of signs: positive, negative, around 0.
    ["[1, 2]", "[3, 5]", "[3, 10]"],
    ["[1, 2]", "[-5, -3]", "[-10, -3]"],
    ["[-2, -1]", "[-5, -3]", "[3, 10]"],
    ["[-1, 2]", "[3, 5]", "[-5, 10]"],
    ["[-1, 2]", "[-5, -3]", "[-10, 5]"],
    ["[-1, 2]", "[-5, 3]", "[-10, 6]"],
    ["[-3, 2]", "[-5, 3]", "[-10, 15]"],
    ["[0, 2]", "[-5, 3]", "[-10, 6]"],
    // 0 times an unbounded set of real numbers is {0}.
    ["[0, 0]", "entire", "[0, 0]"],
    ["[0, 0]", "[1, inf]", "[0, 0]"],
    ["[0, 1]", "[1, inf]", "[0, inf]"],
    ["[-1, 0]", "[1, inf]", "[-inf, 0]"],
    ["[-1, 1]", "[1, inf]", "entire"],
    ["[1, 2]", "[-inf, -3]", "[-inf, -3]"],
    ["[-inf, -2]", "[-inf, -3]", "[6, inf]"],
    ["entire", "entire", "entire"],
    ["entire", "[1, 1]", "entire"],
    ["empty", "[1, 2]", "empty"],
    ["entire", "empty", "empty"],
    ["[0, 0]", "empty", "empty"],
    ["[max, max]", "[2, 2]", "[max, inf]"],
    ["[-max, -max]", "[2, 2]", "[-inf, -max]"],
    ["[tiny, tiny]", "[0.5, 0.5]", "[0, tiny]"],
    ["[-tiny, -tiny]", "[tiny, tiny]", "[-tiny, 0]"],
    ["[tiny, tiny]", "[2, 2]", "[1e-323, 1e-323]"],
    // 3 times the double 0.1 = 0.1000000000000000055 lies between the doubles 0.29999999999999999 and 0.30000000000000004.
    ["[3, 3]", "[0.1, 0.1]", "[0.3, 0.30000000000000004]"],
  ])("of %s and %s are %s", (x, y, products) => {
    expect(mul(read(x), read(y))).toEqual(read(products));
    expect(mul(read(y), read(x))).toEqual(read(products));
  });
});
