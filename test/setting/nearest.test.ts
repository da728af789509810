import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { advice, nearest } from "../../src/setting/nearest.ts";

const NAMES = ["sgd", "adam", "adamw", "signsgd", "signsgdw"];

describe("nearest", () => {
  it.each([
    // One letter put in, left out, changed, exchanged with its neighbour; capitals do not count.
    ["adaam", "adam"],
    ["ada", "adam"],
    ["adan", "adam"],
    ["adma", "adam"],
    ["ADAMW", "adamw"],
    // Two of eight letters.
    ["sgnsgd", "signsgd"],
  ])("finds what %s was meant to be", (given, meant) => {
    expect(nearest(given, NAMES)).toBe(meant);
  });

  it.each(["lion", "", "rmsprop", "x"])("finds nothing near %j", (given) => {
    expect(nearest(given, [...NAMES, "D"])).toBeUndefined();
  });

  test.prop([fc.constantFrom(...NAMES)])("is a name itself where it is one", (name) => {
    expect(nearest(name, NAMES)).toBe(name);
  });

  it("asks, where there is something to ask", () => {
    expect(advice("smal", ["paper", "small"])).toBe('did you mean "small"?');
    expect(advice(3, ["paper", "small"])).toBe("correct it");
  });
});
