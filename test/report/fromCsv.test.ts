import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { fromCsv } from "../../src/report/fromCsv.ts";
import { toCsv } from "../../src/report/table.ts";

const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "1", "é"), maxLength: 5 });
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));

describe("fromCsv", () => {
  test.prop([table])("reads what toCsv writes", ([head = [], ...rows]) => {
    expect(fromCsv(`${toCsv({ head, rows })}\n`)).toEqual({ head, rows });
  });

  it("says of a loose quote and of a short row that they are none", () => {
    expect(fromCsv('a,b\n1,x"y')).toBeUndefined();
    expect(fromCsv("a,b\n1")).toBeUndefined();
    expect(fromCsv("a,b\n1,")?.rows).toEqual([["1", ""]]);
  });
});
