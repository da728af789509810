import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { InputError, show } from "../../src/setting/inputError.ts";

describe("show", () => {
  test.each([
    [undefined, "missing"],
    [null, "null"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
    ["1", '"1"'],
    [[1, "a"], '[1,"a"]'],
    [{ a: 1 }, '{"a":1}'],
    [0.1, "0.1"],
  ])("spells %j as %s", (value, text) => {
    expect(show(value)).toBe(text);
  });

  test.prop([fc.jsonValue()])("is a single line of at most 60 characters", (value) => {
    expect(show(value).length).toBeLessThanOrEqual(60);
    expect(show(value)).not.toMatch(/\n/);
  });
});

test("an InputError can be told from other errors by type and by name", () => {
  expect(new InputError("x")).toBeInstanceOf(Error);
  expect(new InputError("x").name).toBe("InputError");
});
