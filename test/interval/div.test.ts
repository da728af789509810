import { describe, expect, it } from "vitest";
import { div } from "../../src/interval/div.ts";
import { read } from "./intervals.ts";

describe("quotients", () => {
  it.each([
    ["[1, 2]", "[4, 8]", "[0.125, 0.5]"],
    ["[1, 2]", "[-8, -4]", "[-0.5, -0.125]"],
    ["[-2, 1]", "[4, 8]", "[-0.5, 0.25]"],
    ["[-2, 1]", "[-8, -4]", "[-0.25, 0.5]"],
    ["[0, 0]", "[4, 8]", "[0, 0]"],
    // 0 inside the divisor: both half-lines, so all numbers, unless every quotient is 0.
    ["[1, 2]", "[-1, 1]", "entire"],
    ["[0, 2]", "[-1, 1]", "entire"],
    ["[-2, 1]", "entire", "entire"],
    ["[0, 0]", "[-1, 1]", "[0, 0]"],
    ["[0, 0]", "entire", "[0, 0]"],
    // 0 at an end of the divisor.
    ["[1, 2]", "[0, 4]", "[0.25, inf]"],
    ["[1, 2]", "[-4, 0]", "[-inf, -0.25]"],
    ["[-2, -1]", "[0, 4]", "[-inf, -0.25]"],
    ["[-2, -1]", "[-4, 0]", "[0.25, inf]"],
    ["[0, 2]", "[0, 4]", "[0, inf]"],
    ["[0, 2]", "[-4, 0]", "[-inf, 0]"],
    ["[-2, 0]", "[0, 4]", "[-inf, 0]"],
    ["[-2, 0]", "[-4, 0]", "[0, inf]"],
    ["[-2, 1]", "[0, 4]", "entire"],
    ["[-2, 1]", "[-4, 0]", "entire"],
    ["[0, 0]", "[0, 4]", "[0, 0]"],
    ["[0, 0]", "[-inf, 0]", "[0, 0]"],
    // The divisor [0, 0] divides nothing.
    ["[1, 2]", "[0, 0]", "empty"],
    ["[0, 0]", "[0, 0]", "empty"],
    ["entire", "[0, 0]", "empty"],
    // Unbounded sets.
    ["[1, 2]", "[4, inf]", "[0, 0.5]"],
    ["[-1, 2]", "[4, inf]", "[-0.25, 0.5]"],
    ["[1, inf]", "[4, inf]", "[0, inf]"],
    ["[1, inf]", "[-inf, -4]", "[-inf, 0]"],
    ["[1, inf]", "[4, 8]", "[0.125, inf]"],
    ["[1, 2]", "[0, inf]", "[0, inf]"],
    ["[-2, -1]", "[-inf, 0]", "[0, inf]"],
    ["entire", "[4, 8]", "entire"],
    ["entire", "[4, inf]", "entire"],
    ["empty", "[1, 2]", "empty"],
    ["[1, 2]", "empty", "empty"],
    // Ends of the range of doubles.
    ["[max, max]", "[0.5, 0.5]", "[max, inf]"],
    ["[1, 1]", "[tiny, tiny]", "[max, inf]"],
    ["[1, 1]", "[-tiny, 0]", "[-inf, -max]"],
    ["[tiny, tiny]", "[2, 2]", "[0, tiny]"],
    ["[1, 1]", "[3, 3]", "[0.3333333333333333, 0.33333333333333337]"],
  ])("of %s by %s are %s", (x, y, quotients) => {
    expect(div(read(x), read(y))).toEqual(read(quotients));
  });
});
