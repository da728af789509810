import { describe, expect, it } from "vitest";
import { sqrt } from "../../src/interval/sqrt.ts";
import { read } from "./intervals.ts";

describe("square roots", () => {
  it.each([
    ["[4, 9]", "[2, 3]"],
    ["[2, 2]", "[1.414213562373095, 1.4142135623730951]"],
    ["[-4, 9]", "[0, 3]"],
    ["[-4, 0]", "[0, 0]"],
    ["[0, 0]", "[0, 0]"],
    ["[-4, -1]", "empty"],
    ["[-inf, -tiny]", "empty"],
    ["empty", "empty"],
    ["entire", "[0, inf]"],
    ["[4, inf]", "[2, inf]"],
    ["[tiny, 1]", "[2.2227587494850775e-162, 1]"], // 2^-537
  ])("of %s are %s", (x, roots) => {
    expect(sqrt(read(x))).toEqual(read(roots));
  });
});
