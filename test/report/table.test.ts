import { describe, expect, it } from "vitest";
import { shortNumber, toMarkdown, toText } from "../../src/report/table.ts";

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

  it("is drawn for a terminal without colours", () => {
    const text = toText(table);
    expect(text).toContain("22");
    expect(text).not.toContain("\u001b");
  });

  it("shows four significant digits", () => {
    expect([0.123456, 123456, 1e-9, -2, 0].map(shortNumber)).toEqual(["0.1235", "123500", "1e-9", "-2", "0"]);
  });
});
