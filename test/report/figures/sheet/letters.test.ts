import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { FONTS } from "../../../../src/report/figures/formats/fonts.ts";
import { trueTypeAt } from "../../../../src/report/figures/formats/pdf/trueType.ts";
import { widthOf, wrap } from "../../../../src/report/figures/sheet/letters.ts";

describe("widthOf", () => {
  it("is that of the package's own font, letter by letter", () => {
    const font = trueTypeAt(FONTS.regular);
    for (let code = 32; code < 127; code++) {
      expect(widthOf(String.fromCharCode(code), 1000)).toBe(font.advanceOf(font.glyphOf(code)));
    }
  });
});

describe("wrap", () => {
  test.prop([fc.array(fc.stringMatching(/^[a-zξ⟨]{1,30}$/), { maxLength: 30 }), fc.integer({ min: 20, max: 700 })])(
    "loses nothing and keeps every line within the width",
    (words, width) => {
      const lines = wrap(words.join(" "), width, 11);
      expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
      for (const line of lines) expect(widthOf(line, 11) <= width || line.length === 1).toBe(true);
      // No line would have taken the first word of the next, unless a word was cut.
      if (words.every((word) => widthOf(word, 11) <= width)) {
        lines.slice(1).forEach((line, k) => {
          expect(widthOf(`${lines[k]} ${line.split(" ")[0]}`, 11)).toBeGreaterThan(width - widthOf("x", 11));
        });
      }
    },
  );

  it("keeps an equation in one line", () => {
    expect(wrap("with n = 3, q = 4", widthOf("with n =", 10), 10)).toEqual([
      "with",
      "n\u00a0=\u00a03,",
      "q\u00a0=\u00a04",
    ]);
  });
});
