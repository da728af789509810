import { describe, expect, it } from "vitest";
import { shortNumber, toCsv, toMarkdown } from "../../src/report/table.ts";

const table = {
  head: ["a", "b"],
  rows: [
    ["1", "x|y"],
    ["22", ""],
  ],
};

describe("table", () => {
  it("is drawn in Markdown with bars escaped", () => {
    expect(toMarkdown(table)).toBe("| a | b |\n| --- | --- |\n| 1 | x\\|y |\n| 22 |  |");
  });

  it("is written as comma-separated values with quotes where they are needed", () => {
    expect(toCsv({ head: ["a", "b,c"], rows: [['say "x"', "1"]] })).toBe('a,"b,c"\r\n"say ""x""",1');
  });

  it("shows four significant digits, and integers as they are", () => {
    expect([0.123456, 123456, 1e-9, -2, 0].map(shortNumber)).toEqual(["0.1235", "123456", "1e-9", "-2", "0"]);
  });
});
