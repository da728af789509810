import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { fromExactJson, toExactJson } from "../../../src/sim/checkpoint/exactJson.ts";

const oddities = fc.constantFrom(-0, 0, Number.NaN, Infinity, -Infinity, 5e-324, -1.7976931348623157e308);

describe("exact JSON", () => {
  test.prop([fc.array(fc.oneof(fc.double(), oddities))])("gives every double back as it was", (numbers) => {
    const back = fromExactJson(toExactJson({ numbers })) as { numbers: number[] };
    expect(back.numbers).toHaveLength(numbers.length);
    numbers.forEach((number, k) => {
      expect(Object.is(back.numbers[k], number)).toBe(true);
    });
  });

  test.prop([fc.jsonValue({ noUnicodeString: false })])("is JSON where JSON can say it", (value) => {
    // What JSON itself makes of it: it writes -0 as 0.
    const plain = JSON.parse(JSON.stringify(value));
    expect(fromExactJson(toExactJson(plain))).toEqual(plain);
    expect(toExactJson(plain)).toBe(JSON.stringify(plain));
  });
});
