import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Diagram } from "../../../../src/experiments/phase/diagram.ts";
import { phase } from "../../../../src/report/figures/phase/phase.ts";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { elementsOf } from "../../../helpers/xml.ts";
import { FIGURE } from "../../phase.ts";
import { fileWith } from "../inputs.ts";

/** The same with its axes exchanged. */
const TURNED: Diagram = {
  ...FIGURE,
  ...{ x: FIGURE.y, y: FIGURE.x },
  nodes: FIGURE.nodes.map((node) => ({ ...node, x: node.y, y: node.x })),
  boundary: FIGURE.boundary.map((step) => ({ ...step, along: step.along === "x" ? "y" : "x" })),
  filled: [0, 1].map((k) => FIGURE.filled.map((column) => column[k] ?? null)),
  published: FIGURE.published.map((mark) => ({ ...mark, x: mark.y, y: mark.x })),
};
const drawn = (diagram: Diagram) => svgOf(phase, { diagram, about: "", command: "c" });
/** The group of marks of this kind that has so many attributes equal. */
const groups = (svg: string, kind: string) =>
  svg
    .split(`aria-label="${kind}">`)
    .slice(1)
    .map((rest) => rest.split("</g>")[0] as string);
const places = (group: string, name: string) =>
  [...group.matchAll(new RegExp(` ${name}="([\\d.]+)"`, "g"))].map(([, place]) => Number(place));

describe("phase", () => {
  const svg = drawn(FIGURE);
  // Plot's own frame: 728 wide less margins 56 and 22, 420 high less 16 and 40.
  const [left, right, top, foot] = [56, 706, 16, 380];
  const [middle, half] = [(left + right) / 2, (top + foot) / 2];

  it("is well-formed, with a dot a node, and a line a step of the boundary", () => {
    for (const diagram of [FIGURE, TURNED]) {
      const picture = drawn(diagram);
      expect(() => elementsOf(picture)).not.toThrow();
      expect(picture.split('r="1.2"')).toHaveLength(1 + FIGURE.nodes.length);
      expect(groups(picture, "link")[0]?.match(/<path/g)).toHaveLength(FIGURE.boundary.length);
    }
  });

  it("puts numbers on logarithmic axes, y upwards", () => {
    const [nodes] = groups(svg, "dot").filter((group) => group.includes('r="1.2"')) as [string];
    // 0.001, 0.001, 0.01, 0.1, 0.1 against 1, 10, 1, 1, 10.
    expect(places(nodes, "cx")).toEqual([left, left, middle, right, right]);
    expect(places(nodes, "cy")).toEqual([foot, top, foot, foot, top]);
  });

  it("marks a published run with a cross in ink on one of paper", () => {
    // Two strokes from corner to corner.
    const crosses = svg
      .split("<g ")
      .slice(1)
      .filter((group) => /d="M-[\d.]+,-[\d.]+L[\d.]+,[\d.]+M-/.test(group));
    expect(crosses.map((group) => / stroke="(#\w+)"/.exec(group)?.[1])).toEqual(["#ffffff", "#222222"]);
    expect(svg).toContain(">published run: [T25] Table 1 (with other lr)<");
    for (const cross of crosses) expect(cross).toContain(`translate(${middle},${top})`);
  });

  it("draws the boundary between the nodes, at the geometric mean", () => {
    // Between 0.01 and 0.1 at y = 1, whose tile reaches half of the way up.
    expect(groups(svg, "link")[0]).toContain(`M${(middle + right) / 2},${foot}L${(middle + right) / 2},${half}`);
  });

  it("colours by the share of seeds, and leaves out what is not known", () => {
    const tiles = groups(svg, "rect")[0] as string;
    // Columns of x: [1, 0], [1, 0], [0, not known].
    expect([...tiles.matchAll(/fill="([^"]*)"/g)].map(([, fill]) => fill)).toEqual([
      ...["rgb(86, 160, 220)", "rgb(244, 244, 239)"],
      ...["rgb(86, 160, 220)", "rgb(244, 244, 239)"],
      "rgb(244, 244, 239)",
    ]);
  });

  it("shows a threshold that is known at one place as a point, open where it is an order", () => {
    // B^2/n: from (0.01, 1) to (1, 10), of which the second is outside.
    const points = groups(svg, "dot").filter((group) => places(group, "r").some((r) => r > 5));
    expect(places(points[0] as string, "cx")).toEqual([middle]);
    expect(svg).toContain("window from, order: min(B^2/n, 1)");
  });

  it("is drawn from what `phase --format json` prints, with what does not vary", () => {
    const data = phase.read(fileWith({ ...FIGURE, about: "preset small" }));
    expect(phase.caption(data)).toContain("preset small; 2 seeds (1 to 2) a node. Made by:");
  });

  test.prop([fc.string(), fc.string(), fc.string()], { numRuns: 30 })(
    "escapes whatever stands in its texts",
    (about, name, x) => {
      const thresholds = FIGURE.thresholds.map((each) => ({ ...each, threshold: name, formula: x }));
      const published = FIGURE.published.map((mark) => ({ ...mark, sources: [name], differs: [x] }));
      const diagram = { ...FIGURE, event: { name, about }, thresholds, published, x: { ...FIGURE.x, name: x } };
      expect(() => elementsOf(drawn(diagram))).not.toThrow();
    },
  );
});
