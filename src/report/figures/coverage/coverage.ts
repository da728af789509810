import * as Plot from "@observablehq/plot";
import type { Corner, Coverage, Part } from "../../../bounds/coverage/coverage.ts";
import { mean } from "../../../statistics/mean.ts";
import { commandFor, type Figure } from "../figure.ts";
import { COLOURS, INK, PAPER } from "../palette.ts";
import { partsOf } from "../parts.ts";
import { linear } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import { drawSheet, type Panel } from "../sheet/sheet.ts";
import { formulaText, numberText, optimizerText } from "../sheet/words.ts";

export interface CoverageData {
  readonly maps: readonly Coverage[];
  /** d = n^D. */
  readonly D: string;
  readonly q: number;
  readonly command: string;
}

const FROM = 'a file of "coverage --json"';

/** One a theorem, in the order of the legend; black where several overlap. */
const FILLS = [
  COLOURS.blue,
  COLOURS.orange,
  COLOURS.green,
  COLOURS.purple,
  COLOURS.skyBlue,
  COLOURS.vermillion,
] as const;
const UNCOVERED = "#eeeeee";
const OVERLAP = COLOURS.black;
/** A region's inequalities stand in the legend up to this length. */
const LONGEST = 46;

/** A theorem of a map: the letter in its regions, and its colour. */
const letterOf = ({ regions }: Coverage, theorem: string) =>
  String.fromCharCode(65 + regions.findIndex((region) => region.theorem === theorem));

const fillOf = ({ regions }: Coverage, { theorems }: Part): string => {
  if (theorems.length === 0) return UNCOVERED;
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

/** Where the letters of theorems stand: in the middle of the largest part, or border, that these theorems alone cover. */
function letters(map: Coverage, parts: readonly Part[]) {
  const largest = new Map<string, readonly Corner[]>();
  for (const { theorems, corners } of parts.filter(({ theorems }) => theorems.length > 0)) {
    const name = theorems.map((theorem) => letterOf(map, theorem)).join(" ");
    const known = largest.get(name);
    if (!known || sizeOf(corners) > sizeOf(known)) largest.set(name, corners);
  }
  return [...largest].map(([name, corners]) => ({
    name,
    beta: mean(corners.map(({ beta }) => beta)),
    l: mean(corners.map(({ l }) => l)),
  }));
}

function panelOf(map: Coverage): Panel {
  const most = Math.max(...map.parts.flatMap(({ corners }) => corners.map(({ l }) => l)));
  const closed = map.parts.flatMap(({ corners, theorems }, part) =>
    [...corners, corners[0] as Corner].map((corner) => ({ ...corner, part, fill: fillOf(map, { corners, theorems }) })),
  );
  const edges = map.edges.flatMap(({ corners, theorems }, edge) =>
    corners.map((corner) => ({ ...corner, edge, fill: fillOf(map, { corners, theorems }) })),
  );
  return {
    title: optimizerText(map.optimizer),
    plot: {
      x: linear("β (batch size B = n^β)", { domain: [0, 1], ticks: 5 }),
      y: linear("l (weight decay λ = n^-l)", { domain: [0, most], ticks: 6 }),
      marks: [
        // Each with a stroke of its own colour, so that no gap shows between neighbours.
        Plot.line(closed, { x: "beta", y: "l", z: "part", fill: "fill", stroke: "fill", strokeWidth: 0.5 }),
        Plot.line(edges, { x: "beta", y: "l", z: "edge", stroke: "fill", strokeWidth: 7, strokeLinecap: "round" }),
        Plot.text([...letters(map, map.parts), ...letters(map, map.edges)], {
          x: "beta",
          y: "l",
          text: "name",
          fontWeight: "bold",
          fontSize: 13,
          fill: INK,
          stroke: PAPER,
          strokeWidth: 4,
        }),
        Plot.frame({ stroke: INK }),
      ],
    },
  };
}

function keysOf(maps: readonly Coverage[]): Key[] {
  return [
    ...maps.flatMap((map) =>
      map.regions.map(({ theorem, name, region }, k) => ({
        label: `${letterOf(map, theorem)} ${name} (${optimizerText(map.optimizer)}): ${region.length > LONGEST ? "as drawn" : formulaText(region)}`,
        ...{ colour: FILLS[k % FILLS.length] as string, fill: 1 },
      })),
    ),
    { label: "several theorems", colour: OVERLAP, fill: 1 },
    { label: "no theorem", colour: UNCOVERED, fill: 1 },
  ];
}

const captionOf = ({ D, q, command }: CoverageData) =>
  `Where the theorems about whole runs apply as n grows, with d = n^${D} and q = ${numberText(q)}; thick lines: on a border alone. No runs, no seeds. Made by: ${command}`;

/** Which batch sizes and weight decays the theorems cover. */
export const coverage: Figure<CoverageData> = {
  name: "coverage",
  about: "which batch sizes n^β and weight decays n^-l each theorem covers, as a map",
  from: FROM,
  read(source) {
    const parts = partsOf(FROM);
    const { D, q, maps } = parts.object(source.json(), "the whole");
    const corners = (part: unknown, place: string) => {
      const { corners: list, theorems } = parts.object(part, place);
      for (const corner of parts.list(list, `${place}.corners`, 2)) {
        const { beta, l } = parts.object(corner, `${place}.corners`);
        parts.number(beta, `${place}.corners.beta`);
        parts.number(l, `${place}.corners.l`);
      }
      parts.list(theorems, `${place}.theorems`);
    };
    for (const [k, map] of parts.list(maps, "maps", 1).entries()) {
      const { optimizer, regions, parts: areas, edges } = parts.object(map, `maps[${k}]`);
      parts.text(optimizer, `maps[${k}].optimizer`);
      parts.list(regions, `maps[${k}].regions`);
      for (const area of parts.list(areas, `maps[${k}].parts`, 1)) corners(area, `maps[${k}].parts`);
      for (const edge of parts.list(edges, `maps[${k}].edges`)) corners(edge, `maps[${k}].edges`);
    }
    return {
      maps: maps as Coverage[],
      D: parts.text(D, "D"),
      q: parts.number(q, "q"),
      command: commandFor("coverage", source),
    };
  },
  caption: captionOf,
  draw: (data, document) =>
    drawSheet(
      {
        title: `Where the theorems apply: d = n^${data.D}, q = ${numberText(data.q)}`,
        about: `A map for each of ${data.maps.map(({ optimizer }) => optimizer).join(", ")}: beta to the right, l upwards, the region of each theorem in a colour and with a letter.`,
        rows: [data.maps.map(panelOf)],
        rowHeight: 350,
        keys: keysOf(data.maps),
        caption: captionOf(data),
      },
      document,
    ),
};
