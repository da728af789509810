import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../src/report/figures/figure.ts";
import { legend } from "../../../src/report/figures/sheet/legend.ts";
import { newDocument, svgOf, trimmed } from "../../../src/report/figures/svg.ts";
import { elementsOf } from "../../helpers/xml.ts";

/** A figure of one text. */
const single: Figure<string> = {
  ...{ name: "single", about: "", from: "" },
  read: () => "",
  caption: () => "",
  sheet: (title) => ({ title, about: "", rows: [], keys: () => [], caption: "" }),
};

describe("svgOf", () => {
  it("tells places to a hundredth, and nothing else", () => {
    const svg = trimmed('<text opacity="0.123456" x="0.123456">x="1.23456" 0.00123</text>');
    expect(svg).toBe('<text opacity="0.123456" x="0.12">x="1.23456" 0.00123</text>');
    expect(trimmed('<text x="-1e-12"/>')).toMatch(/x="-?0"/);
  });

  test.prop([fc.string({ unit: "binary" })])("is well-formed whatever stands in a text", (text) => {
    const svg = svgOf(single, text);
    expect(elementsOf(svg).slice(0, 4)).toEqual(["svg", "title", "desc", "rect"]);
    // XML has no way to write these.
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });
});

describe("legend", () => {
  const drawn = (labels: readonly string[]) => {
    const { height, at } = legend(
      newDocument(),
      labels.map((label) => ({ label, colour: "#000000", dash: "" })),
      10,
      300,
      11,
    );
    const places = at(0).map(({ outerHTML }) =>
      [/ y1?="([\d.]+)"/, / x1?="([\d.]+)"/].map((place) => Number(place.exec(outerHTML)?.[1])),
    );
    return { height, places: places as [number, number][] };
  };

  test.prop([fc.array(fc.string({ minLength: 1, maxLength: 120 }), { maxLength: 8 })])(
    "keeps marks and words within its height and width",
    (labels) => {
      const { height, places } = drawn(labels);
      for (const [y, x] of places) {
        expect(y).toBeLessThanOrEqual(height);
        expect(x).toBeGreaterThanOrEqual(10);
        expect(x).toBeLessThanOrEqual(310);
      }
    },
  );

  it("has a row for a mark whose label has no words", () => {
    expect(drawn([" "]).height).toBe(drawn(["a"]).height);
  });

  it("has a row for what fits, the next for what does not, and none without keys", () => {
    expect(drawn(["a", "b"]).height).toBe(drawn(["a"]).height);
    expect(drawn(["a".repeat(30), "b".repeat(30)]).height).toBe(2 * drawn(["a"]).height);
    expect(drawn(["a ".repeat(60)]).height).toBeGreaterThan(drawn(["a"]).height);
    expect(drawn([]).height).toBe(0);
  });
});
