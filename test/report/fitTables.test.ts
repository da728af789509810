import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { fitTables } from "../../src/report/fitTables.ts";
import { toText } from "../../src/report/table.ts";

const cell = fc.string({ unit: fc.constantFrom(..."ab1-, |─"), maxLength: 40 }).map((text) => text.trim());
const tables = fc.integer({ min: 1, max: 5 }).chain((width) => {
  const line = fc.array(cell, { minLength: width, maxLength: width });
  return fc.record({ head: line, rows: fc.array(line, { maxLength: 6 }) });
});

/** What a text says, wherever its lines break. */
const said = (text: string) => [...text].filter((sign) => !/[\s┌┬┐├┼┤└┴┘─│]/.test(sign)).sort();

describe("fitTables", () => {
  test.prop([tables, fc.integer({ min: 50, max: 120 })])(
    "makes every line fit, in lines of one width, and leaves no sign out",
    (table, columns) => {
      const text = toText(table);
      const fitted = fitTables(text, columns);
      // Five columns of at least 8 with their borders are 46 wide.
      const widths = new Set(fitted.split("\n").map((line) => line.length));
      expect([...widths]).toHaveLength(1);
      expect([...widths][0]).toBeLessThanOrEqual(columns);
      expect(said(fitted)).toEqual(said(text));
    },
  );

  test.prop([tables, fc.string()])("leaves tables that fit, and all other text, as they are", (table, prose) => {
    const text = `${prose}\n${toText(table)}\n`;
    expect(fitTables(text, 1000)).toBe(text);
  });

  it("breaks the widest column between words, and long words anywhere", () => {
    const text = toText({ head: ["a", "b"], rows: [["1", "one two aaaaaaaaaaaaaaaa"]] });
    expect(fitTables(text, 16)).toBe(
      [
        "┌───┬──────────┐",
        "│ a │ b        │",
        "├───┼──────────┤",
        "│ 1 │ one two  │",
        "│   │ aaaaaaaa │",
        "│   │ aaaaaaaa │",
        "└───┴──────────┘",
      ].join("\n"),
    );
  });

  it("narrows a column to less than 8 where its words are short and no other can give way", () => {
    // Contents 11, 8, 9, 11 and 6 wide with their spaces, words at most 11, 6, 9, 11 and 6: 43, and 6 borders.
    const rows = [["aaaaaaaaa", "a aaaa", "aaaaaaa", "aaaaaaaaa", ""]];
    const text = toText({ head: ["", "", "", "", "aaaa"], rows });
    expect(fitTables(text, 50).split("\n")[0]).toHaveLength(50);
    expect(fitTables(text, 49).split("\n")[0]).toHaveLength(49);
  });

  it("takes a table that is cut off for text", () => {
    const text = "┌────────────────┐\n│ cut";
    expect(fitTables(text, 5)).toBe(text);
  });
});
