import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type Coverage, coverage } from "../../src/bounds/coverage/coverage.ts";
import { coverageSvg } from "../../src/report/coverageSvg.ts";
import { elementsOf } from "../helpers/xml.ts";

const count = (names: readonly string[], name: string) => names.filter((each) => each === name).length;
const square = [
  { beta: 0, l: 0 },
  { beta: 1, l: 0 },
  { beta: 1, l: 2 },
  { beta: 0, l: 2 },
];
const drawn = (optimizer: string, name: string, region: string): Coverage => ({
  optimizer,
  regions: [{ theorem: name, name, region }],
  parts: [{ corners: square, theorems: [name] }],
  edges: [{ corners: square.slice(0, 2), theorems: [name] }],
});

describe("coverageSvg", () => {
  it.each([
    ["6", "3"],
    ["13/2", "4"],
    ["12", "1000"],
  ])("is well-formed, with a polygon a part and a line an edge, at D = %s, q = %s", (D, q) => {
    const maps = coverage({ D, q });
    const names = elementsOf(coverageSvg(maps, "Coverage"));
    expect(count(names, "svg")).toBe(1);
    expect(count(names, "polygon")).toBe(maps.flatMap(({ parts }) => parts).length);
    expect(count(names, "polyline")).toBe(maps.flatMap(({ edges }) => edges).length);
    expect(count(names, "title")).toBe(count(names, "polygon") + count(names, "polyline"));
  });

  it("puts the plane's corners where the frame is, the colour of the only theorem in its part, and none's grey", () => {
    const svg = coverageSvg([drawn("adam", "T", "beta = 1")], "t");
    // The frame begins at (56, 44), 360 wide and high; l points up.
    expect(svg).toContain('points="56,404 416,404 416,44 56,44" fill="#0072b2"');
    expect(svg).toContain('<rect x="56" y="44" width="360" height="360"');
    expect(svg).toContain('points="56,404 416,404" fill="none" stroke="#0072b2"');
    const [map] = [drawn("adam", "T", "")];
    const part = { corners: square, theorems: [] };
    expect(coverageSvg([{ ...map, parts: [part], edges: [] } as Coverage], "t")).toContain('fill="#eeeeee"');
    const both = { corners: square, theorems: ["T", "U"] };
    expect(coverageSvg([{ ...map, parts: [both], edges: [] } as Coverage], "t")).toContain('fill="#000000"');
  });

  test.prop([fc.string(), fc.string({ maxLength: 20 }), fc.string({ maxLength: 60 })])(
    "escapes whatever stands in names, regions and the title",
    (title, name, region) => {
      expect(() => elementsOf(coverageSvg([drawn(name, name, region)], title))).not.toThrow();
    },
  );

  it("escapes <, > and &, each once", () => {
    expect(coverageSvg([drawn("a", "T", "l < 3 & beta > 0")], "a && b")).toContain("l &lt; 3 &amp; beta &gt; 0");
  });
});
