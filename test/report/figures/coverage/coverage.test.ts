import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type Coverage, coverage as coverageOf } from "../../../../src/bounds/coverage/coverage.ts";
import { coverage } from "../../../../src/report/figures/coverage/coverage.ts";
import { widthOf } from "../../../../src/report/figures/sheet/letters.ts";
import { printed } from "../../../../src/report/figures/sheet/page.ts";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { elementsOf } from "../../../helpers/xml.ts";

const square = [
  { beta: 0, l: 0 },
  { beta: 1, l: 0 },
  { beta: 1, l: 2 },
  { beta: 0, l: 2 },
];
const map = (optimizer: string, name: string, region: string): Coverage => ({
  optimizer,
  regions: [{ theorem: name, name, region }],
  parts: [{ corners: square, theorems: [name] }],
  edges: [{ corners: square.slice(0, 2), theorems: [name] }],
});
const drawn = (...maps: Coverage[]) => svgOf(coverage, { maps, D: "6", q: 3, command: "c" });
/** Colours of the parts: shapes with a stroke of their own colour. */
const filled = (svg: string) =>
  [...svg.matchAll(/<path d="M[^"]*" stroke="(#[0-9a-f]{6})" fill="\1" \/>/g)].map(([, fill]) => fill);

describe("coverage", () => {
  it.each([
    ["6", "3"],
    ["13/2", "4"],
    ["12", "1000"],
  ])("is well-formed, with a filled shape a part, at D = %s, q = %s", (D, q) => {
    const maps = coverageOf({ D, q });
    const svg = drawn(...maps);
    expect(() => elementsOf(svg)).not.toThrow();
    const parts = maps.flatMap(({ parts }) => parts);
    expect(filled(svg)).toHaveLength(parts.length);
  });

  it("has the colour of the only theorem, grey for none, and black where several overlap", () => {
    const of = (theorems: string[]) => {
      const whole = map("adam", "T", "");
      return filled(drawn({ ...whole, parts: [{ corners: square, theorems }], edges: [] }));
    };
    expect([of(["T"]), of([]), of(["T", "U"])]).toEqual([["#0072b2"], ["#d9d9d9"], ["#000000"]]);
  });

  it("puts the plane's corners on the frame, weight decay to the right", () => {
    const svg = drawn(map("adam", "T", ""));
    const frame =
      /<rect height="([^"]*)" width="([^"]*)" y="([^"]*)" x="([^"]*)" [^>]*aria-label="frame"/.exec(svg) ?? [];
    const [height, width, y, x] = frame.slice(1).map(Number) as [number, number, number, number];
    const corners = [
      // No decay (l large) is to the left, the full batch above.
      [x + width, y + height],
      [x + width, y],
      [x, y],
      [x, y + height],
      [x + width, y + height],
    ];
    expect(svg).toContain(`d="M${corners.map((corner) => corner.join(",")).join("L")}`);
  });

  it.each(["3.25in", "5.5in"])(
    "has every name inside its frame at %s, and of several theorems their kind once",
    (width) => {
      const svg = svgOf(
        coverage,
        { maps: coverageOf({ D: "6", q: "3" }), D: "6", q: 3, command: "c" },
        { page: printed(width) },
      );
      expect(svg).toContain(">Theorems 4.4, 4.4");
      for (const panel of svg.split(/<svg /).slice(2)) {
        const frame = /<rect height="([^"]*)" width="([^"]*)" y="([^"]*)" x="([^"]*)" [^>]*aria-label="frame"/.exec(
          panel,
        );
        const [h, w, top, left] = (frame ?? []).slice(1).map(Number) as [number, number, number, number];
        const names = [...panel.matchAll(/<g [^>]*font-weight="bold".*?<\/g>/g)].map(([group]) => group);
        expect(names.length).toBeGreaterThan(0);
        for (const group of names) {
          const shifts = [...group.matchAll(/translate\(([-\d.]+),([-\d.]+)\)/g)];
          const [cx, cy] = [1, 2].map((k) => shifts.reduce((sum, shift) => sum + Number(shift[k]), 0)) as [
            number,
            number,
          ];
          const lines = [...group.matchAll(/(?<=>)[^<>]+(?=<)/g)].map(([line]) => line);
          const size = Number(/font-size="([\d.]+)"/.exec(group)?.[1]);
          const half = Math.max(...lines.map((line) => widthOf(line, size, true))) / 2;
          expect([cx - half > left, cx + half < left + w]).toEqual([true, true]);
          expect([cy - 0.5 * size * lines.length > top, cy + 0.5 * size * lines.length < top + h]).toEqual([
            true,
            true,
          ]);
        }
      }
    },
  );

  test.prop([fc.string(), fc.string({ maxLength: 20 }), fc.string({ maxLength: 60 })], { numRuns: 30 })(
    "escapes whatever stands in names and regions",
    (optimizer, name, region) => {
      expect(() => elementsOf(drawn(map(optimizer, name, region)))).not.toThrow();
    },
  );
});
