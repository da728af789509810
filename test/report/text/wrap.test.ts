import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { breakWord } from "../../../src/report/text/breakWord.ts";
import { fold } from "../../../src/report/text/fold.ts";
import { wrap } from "../../../src/report/text/wrap.ts";

const words = fc.array(fc.stringMatching(/^[!-~]{1,15}$/), { minLength: 1, maxLength: 40 });
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((x) => String(Number(x.toPrecision(6))))
  .filter((text) => text.length <= 14);

describe("wrap", () => {
  test.prop([words, fc.integer({ min: 20, max: 120 }), fc.nat({ max: 5 })])(
    "keeps every word in order, on lines that fit",
    (list, width, by) => {
      const lines = wrap(list.join(" "), width, { first: " ".repeat(by) });
      for (const line of lines) {
        expect(line.length).toBeLessThanOrEqual(width);
        expect(line.startsWith(" ".repeat(by))).toBe(true);
      }
      expect(lines.flatMap((line) => line.trim().split(/ +/))).toEqual(list);
    },
  );

  it("breaks no line at a relation", () => {
    expect(wrap("it is so that n = 200", 17)).toEqual(["it is so that", "n = 200"]);
    expect(wrap("n = 200", 5)).toEqual(["n =", "200"]);
  });

  it("has a margin of its own for the first line", () => {
    expect(wrap("one two three", 9, { first: "a: ", others: "  " })).toEqual(["a: one", "  two", "  three"]);
  });
});

describe("breakWord", () => {
  test.prop([fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 1, max: 30 })])(
    "gives pieces that fit and are the word",
    (word, width) => {
      const pieces = breakWord(word, width);
      expect(pieces.join("")).toBe(word);
      for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(width);
    },
  );

  test.prop([fc.array(number, { minLength: 1, maxLength: 9 }), fc.integer({ min: 14, max: 30 })])(
    "cuts no number that fits",
    (numbers, width) => {
      const pieces = breakWord(numbers.join("/"), width);
      expect(pieces.flatMap((piece) => piece.split("/")).filter((part) => part !== "")).toEqual(numbers);
    },
  );
});

describe("fold", () => {
  test.prop([fc.string({ unit: "grapheme" }), fc.constant(Infinity)])("leaves what fits as it is", (text, width) => {
    expect(fold(text, width)).toBe(text);
  });

  it("has a list hang under what it explains, and breaks no command and no table", () => {
    const command = `  adamcheck simulate ${"x".repeat(30)}`;
    const table = `│ ${"y".repeat(40)} │`;
    expect(fold(`  name    what it is that it means\n${command}\n${table}`, 24)).toBe(
      `  name\n      what it is that it\n      means\n${command}\n${table}`,
    );
    expect(fold("  n  what it is that it means", 24)).toBe("  n  what it is that it\n     means");
    expect(fold("a sentence of some words", 10)).toBe("a sentence\nof some\nwords");
  });
});
