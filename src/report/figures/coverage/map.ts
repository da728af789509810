import * as Plot from "@observablehq/plot";
import type { Corner, Coverage, Part } from "../../../bounds/coverage/coverage.ts";
import { mean } from "../../../statistics/mean.ts";
import { COLOURS, FAINT, INK, PAPER } from "../palette.ts";
import { type Axis, linearEnds } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import { widthOf, wrap } from "../sheet/letters.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { axisText, formulaText, optimizerText, raised, slug } from "../sheet/words.ts";

/** One a theorem, in the order of the legend; black where several overlap. */
const FILLS = [
  COLOURS.blue,
  COLOURS.orange,
  COLOURS.green,
  COLOURS.purple,
  COLOURS.skyBlue,
  COLOURS.vermillion,
] as const;
const OVERLAP = COLOURS.black;
/** A region's inequalities stand in the legend up to this length. */
const LONGEST = 46;
/** Letters that a region has room for, and the part of the width that there is beside an upright border. */
const ROOM = 5.6;
const BESIDE = 0.5;

const fillOf = ({ regions }: Coverage, { theorems }: Part): string => {
  if (theorems.length === 0) return FAINT;
  if (theorems.length > 1) return OVERLAP;
  return FILLS[regions.findIndex(({ theorem }) => theorem === theorems[0]) % FILLS.length] as string;
};

/** Twice the area that corners enclose; of a line, its length. */
const sizeOf = ([first, ...corners]: readonly Corner[]) => {
  const { beta, l } = first as Corner;
  const [second] = corners as [Corner];
  if (corners.length === 1) return Math.max(Math.abs(second.beta - beta), Math.abs(second.l - l));
  const fan = corners.slice(1).map((corner, k) => {
    const before = corners[k] as Corner;
    return (before.beta - beta) * (corner.l - l) - (corner.beta - beta) * (before.l - l);
  });
  return Math.abs(fan.reduce((sum, area) => sum + area, 0));
};

/** "Theorems 4.1, 4.2": what kind they are is said once. */
function together(names: readonly string[]): string {
  const kinds = new Set(names.map((name) => name.split(" ")[0]));
  const all = formulaText(names.join(", "));
  const [kind = ""] = kinds;
  return names.length === 1 || kinds.size > 1 ? all : `${kind}s ${all.replaceAll(`${kind} `, "")}`;
}

/** The names of theorems in the middle of the largest part, or border, that these theorems alone cover. */
function namesOf({ regions }: Coverage, parts: readonly Part[]) {
  const nameOf = (theorem: string) => regions.find((region) => region.theorem === theorem)?.name ?? theorem;
  const largest = new Map<string, readonly Corner[]>();
  for (const { theorems, corners } of parts.filter(({ theorems }) => theorems.length > 0)) {
    const name = together(theorems.map(nameOf));
    const known = largest.get(name);
    if (!known || sizeOf(corners) > sizeOf(known)) largest.set(name, corners);
  }
  return [...largest].map(([name, corners]) => ({
    name,
    beta: mean(corners.map(({ beta }) => beta)),
    l: mean(corners.map(({ l }) => l)),
  }));
}

type Name = ReturnType<typeof namesOf>[number];

/** Weight decay to the right and batch size up, as in a phase diagram, in powers of n. */
function axesOf(most: number, { across }: Box): { readonly x: Axis; readonly y: Axis } {
  const power = (exponent: number) => (exponent === 0 ? "1" : exponent === 1 ? "n" : `n${raised(exponent)}`);
  const bare = (column: string) => axisText(column).replace(/ \(.*\)$/, "");
  return {
    x: {
      ...{ label: `${bare("weightDecay")} = n^-l`, domain: [-most, 0], tickFormat: power },
      ticks: linearEnds(-most, 0, across).filter((x) => x >= -most),
    },
    y: {
      ...{ label: `${bare("batchSize")} = n^β`, domain: [0, 1], ticks: [0, 0.5, 1] },
      tickFormat: (beta: number) => (beta === 0.5 ? "√n" : power(beta)),
    },
  };
}

/** A number, or the nearest that leaves room for half of something on both sides. */
const inside = (middle: number, half: number, room: number) =>
  Math.min(Math.max(middle, half), Math.max(half, room - half));

/** Names inside the frame, those of a border beside it: its strokes end on the frame. */
function nameMarks(names: readonly Name[], most: number, border: boolean, { width, height, letters }: Box) {
  const { note, text } = letters;
  // Less the margins of the labels.
  const [across, up] = [width - 4.5 * text, height - 4.5 * text];
  return names.map(({ name, beta, l }) => {
    const upright = border && (l < 0.02 * most || l > 0.98 * most);
    const lines = wrap(name, upright ? BESIDE * across : ROOM * note, note, true);
    const away = border ? 8 : 3;
    const [wide, high] = [Math.max(...lines.map((line) => widthOf(line, note, true))) / 2, 0.6 * note * lines.length];
    const [x, y] = [(1 - l / most) * across, (1 - beta) * up];
    return Plot.text([lines.join("\n")], {
      ...{ x: () => -l, y: () => beta, text: (text: string) => text, fontSize: note, fontWeight: "bold" },
      ...{ dx: inside(x, wide + away, across) - x, dy: inside(y, high + away, up) - y },
      ...{ fill: INK, stroke: PAPER, strokeWidth: 3 },
    });
  });
}

function plotOf(map: Coverage, box: Box): PanelPlot {
  const most = Math.max(...map.parts.flatMap(({ corners }) => corners.map(({ l }) => l)));
  const closed = map.parts.flatMap(({ corners, theorems }, part) =>
    [...corners, corners[0] as Corner].map((corner) => ({ ...corner, part, fill: fillOf(map, { corners, theorems }) })),
  );
  const edges = map.edges.flatMap(({ corners, theorems }, edge) =>
    corners.map((corner) => ({ ...corner, edge, fill: fillOf(map, { corners, theorems }) })),
  );
  const place = { x: ({ l }: Corner) => -l, y: "beta" };
  return {
    ...axesOf(most, box),
    marginTop: 8,
    marks: [
      // Each with a stroke of its own colour, so that no gap shows between neighbours.
      Plot.line(closed, { ...place, z: "part", fill: "fill", stroke: "fill", strokeWidth: 0.5 }),
      Plot.frame({ stroke: INK }),
      Plot.line(edges, { ...place, z: "edge", stroke: "fill", strokeWidth: 7, strokeLinecap: "round" }),
      ...nameMarks(namesOf(map, map.parts), most, false, box),
      ...nameMarks(namesOf(map, map.edges), most, true, box),
    ],
  };
}

/** The map of one optimizer. */
export const panelOf = (map: Coverage): Panel => ({
  name: slug(map.optimizer),
  title: optimizerText(map.optimizer),
  plot: (box) => plotOf(map, box),
});

/** What the colours are, with the inequalities that fit. */
export function keysOf(maps: readonly Coverage[]): Key[] {
  const counts = maps.flatMap(({ parts, edges }) => [...parts, ...edges].map(({ theorems }) => theorems.length));
  return [
    ...maps.flatMap(({ regions, optimizer }) =>
      regions.map(({ name, region }, k) => ({
        label: `${name} (${optimizerText(optimizer)}): ${region.length > LONGEST ? "as drawn" : formulaText(region)}`,
        ...{ colour: FILLS[k % FILLS.length] as string, fill: 1 },
      })),
    ),
    ...(counts.some((count) => count > 1) ? [{ label: "several theorems", colour: OVERLAP, fill: 1 }] : []),
    { label: "no theorem", colour: FAINT, fill: 1 },
  ];
}
