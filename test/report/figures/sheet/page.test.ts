import { describe, expect, it } from "vitest";
import { pdfOf } from "../../../../src/report/figures/formats/pdf/pdf.ts";
import { FIGURES } from "../../../../src/report/figures/registry.ts";
import { printed, SCREEN } from "../../../../src/report/figures/sheet/page.ts";
import { drawFigure, sizeOf, svgOf } from "../../../../src/report/figures/svg.ts";
import { inputOf } from "../inputs.ts";

const POINT = 96 / 72;
const sizes = (svg: string) => [...svg.matchAll(/font-size(?:="|:)([\d.]+)/g)].map(([, size]) => Number(size));

describe("printed", () => {
  it("takes inches, centimetres, millimetres and points", () => {
    expect(["50.8 mm", "234pt"].map((width) => printed(width).width)).toEqual([192, 312]);
    expect(printed("3.25in").width).toBe(312);
    expect(printed("5.08cm").width).toBeCloseTo(192, 9);
  });

  it.each(["3.25", "3,25in", "1in", "21in", "-2in", "3.25em", "", "in", "3in; x"])(
    "refuses %j in a sentence",
    (width) => {
      expect(() => printed(width)).toThrow(/^width must be a length of 1.5 to 20 in with its unit, .*; correct it$/);
    },
  );
});

describe.each(FIGURES.map((figure) => [figure.name, figure] as const))("%s for a paper", (name, figure) => {
  const data = figure.read(inputOf(name));
  const [first] = figure.sheet(data).rows.flat();

  it.each(["3.25in", "5.5in"])("has letters of 7 to 8 points at %s, and is that wide", (width) => {
    const svg = svgOf(figure, data, { page: printed(width) });
    expect(svg).toContain(` width="${width}"`);
    // Sizes are told to a hundredth of a pixel; axes of Plot have one of their own that nothing is written in.
    for (const size of sizes(svg.replaceAll(/<svg y=[^>]*>/g, ""))) {
      expect(size).toBeGreaterThan(7 * POINT - 0.01);
      expect(size).toBeLessThan(8 * POINT + 0.01);
    }
  });

  it("bare, has neither title nor command but in its description, and one panel where one is asked for", () => {
    const svg = svgOf(figure, data, { page: { ...printed("3.25in"), bare: true, panel: first?.name as string } });
    const [head, seen] = [svg.slice(0, svg.indexOf("<rect")), svg.slice(svg.indexOf("<rect"))];
    expect(head).toContain("Made by: adamcheck figure");
    expect(seen).not.toMatch(/Made by|adamcheck/);
    expect(seen.match(/<svg /g)).toHaveLength(1);
  });

  it.each([[false], [true]])("at 3.25in fits a page, or says what to do: bare %s", (bare) => {
    const page = { ...printed("3.25in"), bare };
    const { svg, advice, panels } = drawFigure(figure, inputOf(name), { page });
    const { height } = sizeOf(svg);
    expect(advice === undefined).toBe(height <= 9 * 96);
    if (advice !== undefined) {
      expect(advice).toMatch(/^[a-z-]+ is [\d.]+ in high, and the text of a page 9 in: [^.]+(\.[^.]+)*[^.]$/);
      // What it advises does fit.
      const panel = / --panel (\S+)/.exec(advice)?.[1] as string;
      expect(sizeOf(svgOf(figure, data, { page: { ...page, panel } })).height).toBeLessThanOrEqual(9 * 96);
      expect(panels).toEqual(expect.arrayContaining(panel.split(",")));
    }
    expect(drawFigure(figure, inputOf(name)).advice).toBeUndefined();
  });

  it("draws the panels that are asked for, in their order, each once", () => {
    const names = figure
      .sheet(data)
      .rows.flat()
      .map((panel) => panel.name);
    const panel = names.toReversed().join(", ");
    expect(svgOf(figure, data, { page: { ...SCREEN, panel } }).match(/<svg /g)).toHaveLength(1 + names.length);
    expect(() => svgOf(figure, data, { page: { ...SCREEN, panel: `${names[0]},${names[0]}` } })).toThrow(
      /^panel must name a panel once, but names ".*" twice; leave one out$/,
    );
  });

  it("has panels of names that are typed without quotes, each its own", () => {
    const names = figure
      .sheet(data)
      .rows.flat()
      .map((panel) => panel.name);
    expect(new Set(names).size).toBe(names.length);
    for (const panel of names) expect(panel).toMatch(/^[a-z0-9.-]+$/);
    expect(() => svgOf(figure, data, { page: { ...SCREEN, panel: "nowhere" } })).toThrow(/^panel must name one of /);
  });

  it("is a PDF of its size, the same each time, without a date", () => {
    const svg = svgOf(figure, data, { page: printed("3.25in") });
    const pdf = Buffer.from(pdfOf(svg));
    const text = pdf.toString("latin1");
    expect(pdf.equals(Buffer.from(pdfOf(svg)))).toBe(true);
    expect(text.startsWith("%PDF-1.7\n")).toBe(true);
    expect(text).toMatch(/\/MediaBox \[0 0 234 [\d.]+\]/);
    expect(text).not.toMatch(/CreationDate|ModDate|\/ID/);
    // Every object begins where the table says.
    const places = [...text.slice(text.lastIndexOf("\nxref")).matchAll(/^(\d{10}) 00000 n /gm)].map(([, at]) =>
      Number(at),
    );
    places.forEach((at, k) => expect(text.slice(at, at + `${k + 1} 0 obj`.length)).toBe(`${k + 1} 0 obj`));
  });
});
