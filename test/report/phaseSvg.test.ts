import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Diagram } from "../../src/experiments/phase/diagram.ts";
import { phaseSvg } from "../../src/report/phaseSvg.ts";
import { elementsOf } from "../helpers/xml.ts";
import { FIGURE } from "./phase.ts";

/** The same with its axes exchanged. */
const TURNED: Diagram = {
  ...FIGURE,
  ...{ x: FIGURE.y, y: FIGURE.x },
  nodes: FIGURE.nodes.map((node) => ({ ...node, x: node.y, y: node.x })),
  boundary: FIGURE.boundary.map((step) => ({ ...step, along: step.along === "x" ? "y" : "x" })),
  filled: [0, 1].map((k) => FIGURE.filled.map((column) => column[k] ?? null)),
  published: FIGURE.published.map((mark) => ({ ...mark, x: mark.y, y: mark.x })),
};

describe("phaseSvg", () => {
  const svg = phaseSvg(FIGURE, "t");

  it("is well-formed, with a dot a node, a line a step of the boundary, and a cross a published run", () => {
    for (const figure of [FIGURE, TURNED]) {
      const drawn = phaseSvg(figure, "t");
      expect(() => elementsOf(drawn)).not.toThrow();
      expect(drawn.split('r="1.1"')).toHaveLength(1 + FIGURE.nodes.length);
      expect(drawn.split('stroke-width="1.5" stroke-linecap')).toHaveLength(1 + FIGURE.boundary.length);
      expect(drawn.split(">×<")).toHaveLength(2);
    }
  });

  it("puts numbers on logarithmic axes, 460 wide and 360 high from (70, 56), and y upwards", () => {
    // 0.01 is half of the way from 0.001 to 0.1; 1 is at the foot and 10 at the top.
    expect(svg).toContain('<circle cx="300" cy="416" r="1.1"');
    expect(svg).toContain('<circle cx="70" cy="56" r="1.1"');
    // B^2/n: from (0.01, 1) to (1, 10), which is outside: a point alone remains, a ring since it is an order.
    expect(svg).toContain('<circle cx="300" cy="416" r="5" fill="none"');
    // The boundary between 0.01 and 0.1 at y = 1, whose tile reaches half of the way up.
    expect(svg).toContain('<line x1="415" y1="416" x2="415" y2="236"');
    expect(phaseSvg(TURNED, "t")).toContain('<line x1="70" y1="146" x2="300" y2="146"');
  });

  it("colours by the share of seeds, and leaves white what is not known", () => {
    expect(svg).toContain('<rect x="70" y="236" width="115" height="180" fill="rgb(86,160,220)"');
    expect(svg).toContain('<rect x="415" y="56" width="115" height="180" fill="#ffffff"');
    const half = FIGURE.nodes.map((node) => ({ ...node, share: 0.5 }));
    // (86 + 245)/2 = 165.5, (160 + 245)/2 = 202.5, (220 + 240)/2 = 230, rounded up
    expect(phaseSvg({ ...FIGURE, nodes: half }, "t")).toContain('fill="rgb(166,203,230)"');
  });

  test.prop([fc.string(), fc.string(), fc.string()])("escapes whatever stands in its texts", (title, about, name) => {
    const thresholds = FIGURE.thresholds.map((each) => ({ ...each, threshold: name }));
    const published = FIGURE.published.map((mark) => ({ ...mark, sources: [name] }));
    const figure = { ...FIGURE, event: { name, about }, thresholds, published };
    expect(() => elementsOf(phaseSvg(figure, title))).not.toThrow();
  });
});
