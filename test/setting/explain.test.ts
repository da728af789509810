import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/setting/explain.ts";
import { settingSchema } from "../../src/setting/setting.ts";
import { settings } from "../helpers/arbitraries.ts";

const said = (input: unknown) => {
  const { error } = settingSchema.safeParse(input);
  return error && explain(error, input, "the setting").message;
};

describe("explain", () => {
  test.prop([settings])("names an unknown key before the missing one that it may be", ({ n, ...rest }) => {
    expect(said({ N: n, ...rest })).toBe(
      `N must be a known key of a setting, but is not (its value is ${n}); did you mean "n"?`,
    );
  });

  test.prop([settings])("names a missing key where none is unknown", ({ n: _, ...rest }) => {
    expect(said(rest)).toBe("n must be a positive integer (below 2^53), but is missing; add it");
  });

  it("asks for an object where there is none", () => {
    expect(said(7)).toBe("the setting must be an object, but is 7; correct it");
  });
});
