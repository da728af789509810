import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { InputError } from "../../src/setting/inputError.ts";
import { requireNormal } from "../../src/setting/requireNormal.ts";

const SMALLEST_NORMAL = 2 ** -1022;

describe("requireNormal", () => {
  test.prop([fc.double({ min: SMALLEST_NORMAL, noNaN: true, noDefaultInfinity: true })])(
    "takes every normal double",
    (x) => {
      expect(requireNormal("x", x, 8)).toBeUndefined();
    },
  );

  test.each([0, -1, SMALLEST_NORMAL / 2, Infinity, Number.NaN])("refuses %d, naming what it is and where", (x) => {
    expect(() => requireNormal("eps", x, 8)).toThrow(InputError);
    expect(() => requireNormal("eps", x, 8)).toThrow(
      /^eps must be a number from 2.3e-308 to 1.7e308, but is .* at n = 8; lower n/,
    );
  });
});
