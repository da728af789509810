import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { advice, mustNameOneOf, nearest } from "../../src/setting/nearest.ts";

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

describe("mustNameOneOf", () => {
  const many = Array.from({ length: 40 }, (_, k) => `study-${k}`);
  const refused =
    (name: string, names = many) =>
    () =>
      mustNameOneOf("panel", name, names, "--list");

  it("names all where they are few", () => {
    expect(refused("adma", NAMES)).toThrow(
      'panel must name one of sgd, adam, adamw, signsgd, signsgdw, but is "adma"; did you mean "adam"?',
    );
  });

  it("of many names a few that are near or hold what was given, and says what prints the others", () => {
    expect(refused("study-39a")).toThrow(
      /^panel must name one of 40, which --list prints, but is "study-39a"; did you mean study-39, study-\d+, study-\d+\?$/,
    );
    expect(refused("y-17")).toThrow("did you mean study-17?");
    expect(refused("")).toThrow(/but is ""; correct it$/);
    expect(refused("lion")).toThrow(/; correct it$/);
  });

  test.prop([fc.string()])("lets a name pass, and no other", (name) => {
    expect(refused(name, [...many, name])).not.toThrow();
    fc.pre(!many.includes(name));
    expect(refused(name)).toThrow(/^panel must name one of 40/);
  });
});
