import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { familyConstants, familyConstantsSchema } from "../../src/setting/familyConstants.ts";
import { aboutField } from "../../src/setting/fields.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { constantSets } from "../helpers/family.ts";

describe("familyConstants", () => {
  test.prop([constantSets])("keeps what is given, completes the rest, and is unchanged when checked again", (given) => {
    const constants = familyConstants(given);
    expect(constants).toMatchObject(given);
    expect(Object.keys(constants).sort()).toEqual(Object.keys(familyConstantsSchema.shape).sort());
    expect(familyConstants(constants)).toEqual(constants);
  });

  test.prop([fc.double({ min: 4, max: 50, minExcluded: true, noNaN: true }), fc.integer({ min: 3, max: 1000 })])(
    "takes eta one power of n below what eta s = o(sigma0^(q-1)) needs, where none is given",
    (D, q) => {
      // s = n^(D/2-2), sigma0^(q-1) = n^(-D(q-1)/4): eta s/sigma0^(q-1) = n^(-powerEta + D/2 - 2 + D(q-1)/4) = n^-1.
      const order = -familyConstants({ D, q }).powerEta + D / 2 - 2 + (D * (q - 1)) / 4;
      expect(order).toBeCloseTo(-1, 9);
    },
  );

  test.each(Object.entries(familyConstantsSchema.shape))(
    "says of %s what it means, its unit and its range",
    (_, field) => {
      const { meaning, unit, range } = aboutField(field);
      for (const part of [meaning, unit, range]) expect(part).toMatch(/\w/);
    },
  );

  test.each([
    [{ D: 4 }, "D must be a number above 4, at most 50, but is 4; correct it"],
    [{ D: 50.1 }, "D must be a number above 4, at most 50, but is 50.1; correct it"],
    [{ D: Number.NaN }, "D must be a number above 4, at most 50, but is NaN; correct it"],
    [{ q: 2 }, "q must be an integer from 3 to 1000, but is 2; correct it"],
    [{ lambda: -1 }, "lambda must be a finite number >= 0, but is -1; correct it"],
    [{ cS: 0 }, "cS must be a finite number > 0, but is 0; correct it"],
    [{ cEta: "1" }, 'cEta must be a finite number > 0, but is "1"; correct it'],
    [{ logM: -1 }, "logM must be a finite number >= 0, but is -1; correct it"],
    [{ powerEta: Infinity }, "powerEta must be a finite number > 0, but is Infinity; correct it"],
    [{ cX: 1 }, 'cX must be a known key of a family, but is not (its value is 1); did you mean "cS"?'],
    [7, "the family must be an object, but is 7; correct it"],
  ])("refuses %j in one sentence", (given, message) => {
    expect(() => familyConstants(given)).toThrow(new InputError(message));
  });
});
