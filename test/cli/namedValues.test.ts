import { describe, expect, it } from "vitest";
import { namedValues } from "../../src/cli/namedValues.ts";

const read = (...pairs: string[]) => namedValues("--set", pairs, "D=6");

describe("namedValues", () => {
  it("reads names and values, without the spaces around them", () => {
    expect(read("D=6", " q = 3 ", "l=D/4 + 1")).toEqual({ D: "6", q: "3", l: "D/4 + 1" });
    expect(namedValues("--set", undefined, "D=6")).toEqual({});
  });

  it("takes a second = as part of the value, and names of prototypes as names", () => {
    expect(read("a=b=c")).toEqual({ a: "b=c" });
    expect(Object.entries(read("__proto__=1", "constructor=2"))).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });

  it.each([
    [["D"], '--set must be name=value, such as D=6, but is "D"; correct it'],
    [["D="], '--set must be name=value, such as D=6, but is "D="; correct it'],
    [["=6"], '--set must be name=value, such as D=6, but is "=6"; correct it'],
    [["n d=6"], '--set must be name=value, such as D=6, but is "n d=6"; correct it'],
    [["D=6", "D=7"], 'D must be given once, but is given again as "7"; keep one'],
  ])("refuses %j", (pairs, message) => {
    expect(() => read(...pairs)).toThrow(message);
  });
});
