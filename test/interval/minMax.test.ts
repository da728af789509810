import { describe, expect, it } from "vitest";
import { max, min } from "../../src/interval/minMax.ts";
import { read } from "./intervals.ts";

describe("the lesser and the greater", () => {
  it.each([
    ["[1, 4]", "[2, 3]", "[1, 3]", "[2, 4]"],
    ["[1, 2]", "[3, 4]", "[1, 2]", "[3, 4]"],
    ["[1, 2]", "[1, 2]", "[1, 2]", "[1, 2]"],
    ["[1, inf]", "[-inf, 3]", "[-inf, 3]", "[1, inf]"],
    ["entire", "[1, 2]", "[-inf, 2]", "[1, inf]"],
    ["entire", "entire", "entire", "entire"],
    ["empty", "[1, 2]", "empty", "empty"],
    ["empty", "entire", "empty", "empty"],
    ["empty", "empty", "empty", "empty"],
  ])("of %s and %s are %s and %s", (x, y, lesser, greater) => {
    expect([min(read(x), read(y)), min(read(y), read(x))]).toEqual([read(lesser), read(lesser)]);
    expect([max(read(x), read(y)), max(read(y), read(x))]).toEqual([read(greater), read(greater)]);
  });
});
