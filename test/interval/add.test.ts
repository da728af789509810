import { describe, expect, it } from "vitest";
import { add, neg, sub } from "../../src/interval/add.ts";
import { read } from "./intervals.ts";

describe("sums and differences", () => {
  it.each([
    ["[1, 2]", "[3, 5]", "[4, 7]", "[-4, -1]"],
    ["[1, 2]", "[-inf, 5]", "[-inf, 7]", "[-4, inf]"],
    ["[1, inf]", "[-inf, 5]", "entire", "[-4, inf]"],
    ["[1, inf]", "[2, inf]", "[3, inf]", "entire"],
    ["entire", "[1, 1]", "entire", "entire"],
    ["entire", "entire", "entire", "entire"],
    ["empty", "[1, 2]", "empty", "empty"],
    ["entire", "empty", "empty", "empty"],
    ["[0, 0]", "[0, 0]", "[0, 0]", "[0, 0]"],
    ["[-1, 1]", "[1, 1]", "[0, 2]", "[-2, 0]"],
    ["[max, max]", "[max, max]", "[max, inf]", "[0, 0]"],
    ["[-max, -max]", "[max, max]", "[0, 0]", "[-inf, -max]"],
    ["[max, max]", "[tiny, tiny]", "[max, inf]", "[1.7976931348623155e308, max]"],
    ["[tiny, tiny]", "[tiny, tiny]", "[1e-323, 1e-323]", "[0, 0]"],
    // 2^53 + 1 lies between the doubles 2^53 and 2^53 + 2.
    [
      "[9007199254740992, 9007199254740992]",
      "[1, 1]",
      "[9007199254740992, 9007199254740994]",
      "[9007199254740991, 9007199254740991]",
    ],
  ])("%s and %s: %s and %s", (x, y, sum, difference) => {
    expect(add(read(x), read(y))).toEqual(read(sum));
    expect(add(read(y), read(x))).toEqual(read(sum));
    expect(sub(read(x), read(y))).toEqual(read(difference));
  });
});

describe("negatives", () => {
  it.each([
    ["[1, 2]", "[-2, -1]"],
    ["[-3, inf]", "[-inf, 3]"],
    ["[0, 2]", "[-2, 0]"],
    ["[0, 0]", "[0, 0]"],
    ["entire", "entire"],
    ["empty", "empty"],
  ])("of %s are %s", (x, negatives) => {
    expect(neg(read(x))).toEqual(read(negatives));
    expect(neg(read(negatives))).toEqual(read(x));
  });
});
