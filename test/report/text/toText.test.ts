import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { toText } from "../../../src/report/text/toText.ts";

const number = fc.oneof(
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((x) => String(Number(x.toPrecision(4))))
    .filter((text) => text.length <= 12),
  fc.integer().map(String),
);
/** Words of up to 12 letters, formulas, numbers: no longer than fits a line of 20 with a margin. */
const word = fc.oneof(number, fc.stringMatching(/^[a-zA-Z][a-z0-9^()/*]{0,11}$/));
const cell = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
const tables = fc.integer({ min: 1, max: 8 }).chain((width) => {
  const line = fc.array(cell, { minLength: width, maxLength: width });
  return fc.record({ head: line, rows: fc.array(line, { maxLength: 6 }) });
});

/** What a text says, word by word, wherever its lines break and whatever labels it repeats. */
const wordsOf = (text: string) => new Set(text.split(/[\s┌┬┐├┼┤└┴┘─│]+/).flatMap((each) => each.split(/[:,]/)));

describe("toText", () => {
  test.prop([tables, fc.integer({ min: 20, max: 200 })])(
    "has no line longer than the width, and every word and number of every row in one piece",
    (table, width) => {
      const text = toText(table, width);
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
      const said = wordsOf(text);
      for (const each of [table.head, ...table.rows].slice(table.rows.length > 0 ? 1 : 0).flat()) {
        for (const piece of each.split(" ").filter((part) => part !== "")) expect(said).toContain(piece);
      }
    },
  );

  test.prop([tables])("draws what fits as it is, whatever the width", (table) => {
    const text = toText(table);
    const width = text.indexOf("\n");
    expect(toText(table, width)).toBe(text);
    expect(toText(table, 10 * width)).toBe(text);
  });

  it("tells columns that are the same in every row under the table", () => {
    const rows = [
      ["1", "200", "one"],
      ["2", "200", "two"],
    ];
    expect(toText({ head: ["k", "batch size", "name"], rows }, 24)).toBe(
      [
        "┌───┬──────┐",
        "│ k │ name │",
        "├───┼──────┤",
        "│ 1 │ one  │",
        "│ 2 │ two  │",
        "└───┴──────┘",
        "in every row: batch size",
        "200",
      ].join("\n"),
    );
  });

  it("folds cells between words, and no short one", () => {
    const rows = [["well known", "a sentence that is longer than others"]];
    expect(toText({ head: ["a", "b"], rows }, 32)).toBe(
      [
        "┌────────────┬─────────────────┐",
        "│ a          │ b               │",
        "├────────────┼─────────────────┤",
        "│ well known │ a sentence that │",
        "│            │ is longer than  │",
        "│            │ others          │",
        "└────────────┴─────────────────┘",
      ].join("\n"),
    );
  });

  it("makes columns of few rows", () => {
    const head = ["n", "alpha", "sigmaP", "sigma0"];
    const rows = [
      ["64", "0.2549", "0.06129", "0.001953"],
      ["128", "0.1947", "0.04013", "0.0006905"],
    ];
    expect(toText({ head, rows }, 34)).toBe(
      [
        "┌────────┬──────────┬───────────┐",
        "│ n      │ 64       │ 128       │",
        "├────────┼──────────┼───────────┤",
        "│ alpha  │ 0.2549   │ 0.1947    │",
        "│ sigmaP │ 0.06129  │ 0.04013   │",
        "│ sigma0 │ 0.001953 │ 0.0006905 │",
        "└────────┴──────────┴───────────┘",
      ].join("\n"),
    );
  });

  it("parts columns over several tables, each with what tells the rows apart", () => {
    const head = ["a", "b", "first", "second"];
    const rows = Array.from({ length: 6 }, (_, k) => [`${k % 2}`, `${k}${k}${k}`, `${10000 + k}`, `${20000 + k}`]);
    const lines = toText({ head, rows }, 22).split("\n");
    // b alone tells them apart only together with a: the first k columns that do are a and b.
    expect(lines.filter((line) => line.startsWith("│ a"))).toEqual(["│ a │ b   │ first │", "│ a │ b   │ second │"]);
  });

  it("makes a paragraph of every row where no table can be", () => {
    const head = ["name", "what"];
    const rows = [["abcdefghijklmnop", "qrstuvwxyz"]];
    expect(toText({ head, rows }, 20)).toBe("name:\n    abcdefghijklmnop\n  what: qrstuvwxyz");
  });

  it("has no colours", () => {
    expect(toText({ head: ["a"], rows: [["22"]] })).not.toContain("\u001b");
  });
});
