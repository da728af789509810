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
  const frame =
    /<rect height="([^"]*)" width="([^"]*)" y="([^"]*)" x="([^"]*)" [^>]*aria-label="frame"/.exec(svg) ?? [];
  const [height, width, top, left] = frame.slice(1).map(Number) as [number, number, number, number];
  const [right, foot] = [left + width, top + height];
  const [middle, half] = [(left + right) / 2, (top + foot) / 2];

  it("is well-formed, with a dot a node, and a line a step of the boundary", () => {
    for (const diagram of [FIGURE, TURNED]) {
      const picture = drawn(diagram);
      expect(() => elementsOf(picture)).not.toThrow();
      expect(picture.split('<circle r="1"')).toHaveLength(1 + FIGURE.nodes.length);
      const [borders] = groups(picture, "link");
      expect(borders?.match(/<path/g)).toHaveLength(FIGURE.boundary.length);
    }
  });

  it("puts numbers on logarithmic axes, y upwards", () => {
    const [nodes] = groups(svg, "dot").filter((group) => group.includes('r="1"')) as [string];
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
    const at = Number(((middle + right) / 2).toFixed(2));
    const [[, x1, y1, x2, y2] = []] = [...svg.matchAll(/d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/g)].filter(
      ([, from, , to]) => Math.abs(Number(from) - at) < 0.02 && from === to,
    );
    expect([x1, x2].map(Number).every((x) => Math.abs(x - at) < 0.02)).toBe(true);
    expect(Math.abs(Number(y1) - foot) + Math.abs(Number(y2) - half)).toBeLessThan(0.05);
  });

  it("has a region for yes and for no of an event of one's own, and leaves out what is not known", () => {
    const fills = (group: string) => [...group.matchAll(/<rect/g)].length;
    // Columns of x: [1, 0], [1, 0], [0, not known].
    expect(groups(svg, "rect").map(fills)).toEqual([2, 3]);
    for (const name of ["fits", "not: fits"]) expect(svg).toContain(`>${name}<`);
  });

  it("has three named regions, the border that was followed as a full line and the other dashed", () => {
    const fates = [
      ["learns", "memorizes"],
      ["learns", "memorizes"],
      ["stuck", "stuck"],
    ] as const;
    const picture = drawn({ ...FIGURE, event: { name: "generalizes", about: "" }, fates });
    for (const name of ["learns", "memorizes", "stuck"]) expect(picture).toContain(`>${name}<`);
    // Two steps between learns and memorizes, one between learns and stuck; one between memorizes and stuck.
    const links = groups(picture, "link").map((group) => group.match(/<path/g)?.length);
    expect(links.slice(0, 2)).toEqual([1, 3]);
  });

  it("shows a threshold that is known at one place as a point, open where it is an order", () => {
    // B^2/n: from (0.01, 1) to (1, 10), of which the second is outside.
    const points = svg.split("<g ").filter((group) => group.includes(`translate(${middle},${foot})`));
    expect(points.flatMap((group) => / fill="(#\w+)"/.exec(group)?.[1] ?? [])).toEqual(["#ffffff"]);
    expect(svg).toContain(">window from (order)<");
    expect(phase.caption({ diagram: FIGURE, about: "", command: "c" })).toContain("window from: min(B^2/n, 1)");
  });

  it("shows a threshold of the outermost value beside the plot, with 5% and 95% of starts as far as the plane goes", () => {
    // noise at y = 10: 0.01, from 0.002 to beyond the plane.
    const [bar] = groups(svg, "link").slice(-1) as [string];
    const [, x1, y1, x2, y2] = (/d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/.exec(bar) ?? []).map(Number) as number[];
    const share = Math.log(0.002 / 0.001) / Math.log(100);
    expect(x1).toBeCloseTo(left + share * width, 1);
    expect([x2, y1, y2]).toEqual([right, top, top]);
    // Above it, by the group's own shift.
    expect(svg).toMatch(/<g transform="translate\(0,-[\d.]+\)" [^>]*aria-label="link">/);
  });

  it("names thresholds of the same values once, under all their names", () => {
    const [order] = FIGURE.thresholds as [Diagram["thresholds"][number]];
    const picture = drawn({ ...FIGURE, thresholds: [order, { ...order, threshold: "twin" }] });
    expect(picture).toContain(">window from, twin (order)<");
  });

  it("names every part of a region that has room, and none that has not", () => {
    const values = Array.from({ length: 30 }, (_, k) => 10 ** (k / 10));
    const axes = { x: { name: "weightDecay", values }, y: { name: "batchSize", values } };
    const named = (of: (i: number, k: number) => "learns" | "memorizes") => {
      const fates = values.map((_, i) => values.map((_, k) => of(i, k)));
      const filled = fates.map((column) => column.map((fate) => fate === "learns"));
      const event = { name: "generalizes", about: "" };
      const picture = drawn({ ...FIGURE, ...axes, event, fates, filled, thresholds: [], published: [] });
      return (name: string) => picture.split(`>${name}<`).length - 1;
    };
    const halves = named((i) => (i > 9 && i < 20 ? "memorizes" : "learns"));
    expect([halves("learns"), halves("memorizes")]).toEqual([2, 1]);
    const speck = named((i, k) => (i === 15 && k === 15 ? "memorizes" : "learns"));
    expect([speck("learns"), speck("memorizes")]).toEqual([1, 0]);
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
