import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { LABEL_LIST, listOfText, listValues, SIZE, STEP, textOfList } from "../../../src/experiments/sweep/listText.ts";
import { InputError } from "../../../src/setting/inputError.ts";

const pair = fc.tuple(fc.nat(999), fc.nat(999));

describe("lists as texts", () => {
  test.prop([fc.constantFrom(SIZE, STEP, LABEL_LIST), fc.array(pair, { minLength: 1, maxLength: 5 })])(
    "are the lists again, and themselves when a plan is read again",
    (how, lists) => {
      const texts = listValues(lists, "axes.x", how);
      expect(texts.map((text) => listOfText(how, text))).toEqual(lists);
      expect(listValues(texts, "axes.x", how)).toEqual(texts);
      expect(lists.map((list) => textOfList(how, list))).toEqual(texts);
    },
  );

  it("take one number of a step for both", () => {
    expect(listValues([7, "7", [7, 7], "07x7"], "axes.stride", STEP)).toEqual(Array(4).fill("7x7"));
  });

  it.each([
    [SIZE, [7], /^axes\.x must be a list of sizes such as \[14, 14\] or "14x14", but has 7; correct it$/],
    [SIZE, [[14, -1]], /but has \[14,-1\]/],
    [SIZE, [[14, 14, 14]], /but has \[14,14,14\]/],
    [SIZE, [[[14, 14]]], /but has/],
    [SIZE, [], /but has \[\]/],
    [SIZE, { linear: [1, 2], count: 2 }, /but has \{/],
    [STEP, ["7x"], /^axes\.x must be a list of pixels such as/],
    [STEP, [1.5], /but has 1\.5/],
    [LABEL_LIST, [[3]], /^axes\.x must be a list of lists of labels/],
  ])("%j is not %j", (how, given, message) => {
    expect(() => listValues(given, "axes.x", how)).toThrow(InputError);
    expect(() => listValues(given, "axes.x", how)).toThrow(message);
  });
});
