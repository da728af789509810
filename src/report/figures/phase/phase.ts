import * as Plot from "@observablehq/plot";
import type { Diagram } from "../../../experiments/phase/diagram.ts";
import type { PhaseAxis } from "../../../experiments/phase/plane.ts";
import { InputError } from "../../../setting/inputError.ts";
import { commandFor, type Figure } from "../figure.ts";
import { INK, PAPER } from "../palette.ts";
import { partsOf } from "../parts.ts";
import { logTicks } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import { drawSheet } from "../sheet/sheet.ts";
import { axisText, seedsText } from "../sheet/words.ts";
import { overlayKeys, overlayMarks } from "./overlay.ts";

export interface PhaseData {
  readonly diagram: Diagram;
  /** What does not vary. */
  readonly about: string;
  readonly command: string;
}

const FROM = 'a folder of "phase --out", or a file of "phase --format json"';

/** No seed shows the event, and every seed: rising in darkness alone, so that it is read in grey. */
const SHADES = ["#f4f4ef", "#56a0dc"] as const;

/** Middles between neighbours, on the logarithmic scale, and the outermost values themselves. */
function bordersOf({ values }: PhaseAxis): number[] {
  const between = values.slice(1).map((value, k) => Math.sqrt(value) * Math.sqrt(values[k] as number));
  return [values[0] as number, ...between, values.at(-1) as number];
}

/** A rectangle of the full grid, neighbours of one share as one. */
interface Tile {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly share: number;
}

function tilesOf({ nodes, filled, x, y }: Diagram): Tile[] {
  const shares = filled.map((column) => column.map((answer) => (answer === null ? null : Number(answer))));
  for (const node of nodes) {
    (shares[x.values.indexOf(node.x)] as (number | null)[])[y.values.indexOf(node.y)] = node.share;
  }
  const [across, up] = [bordersOf(x), bordersOf(y)];
  return shares.flatMap((column, i) => {
    const tiles: Tile[] = [];
    for (let k = 0; k < column.length; ) {
      let last = k;
      while (last + 1 < column.length && column[last + 1] === column[k]) last++;
      const share = column[k] as number | null;
      const sides = {
        x1: across[i] as number,
        x2: across[i + 1] as number,
        y1: up[k] as number,
        y2: up[last + 1] as number,
      };
      if (share !== null) tiles.push({ ...sides, share });
      k = last + 1;
    }
    return tiles;
  });
}

/** Steps of the boundary, each through the middle between its two nodes. */
function boundaryOf({ boundary, x, y }: Diagram) {
  const [across, up] = [bordersOf(x), bordersOf(y)];
  return boundary.map(({ along, at, to }) => {
    const i = x.values.indexOf(along === "x" ? to : at);
    const k = y.values.indexOf(along === "x" ? at : to);
    const corner = { x1: across[i] as number, y1: up[k] as number };
    return along === "x"
      ? { ...corner, x2: corner.x1, y2: up[k + 1] as number }
      : { ...corner, x2: across[i + 1] as number, y2: corner.y1 };
  });
}

/** Where marked runs are published, and in what they differ from the diagram's. */
function publishedText(published: Diagram["published"]): string {
  const sources = [...new Set(published.flatMap((mark) => mark.sources))].join(", ");
  const differs = [...new Set(published.flatMap((mark) => mark.differs))].join(", ");
  return `published run: ${sources}${differs === "" ? "" : ` (with other ${differs})`}`;
}

function keysOf(diagram: Diagram): Key[] {
  const { seeds, until, event, grid, published } = diagram;
  return [
    { label: `${event.name} in all ${until ? "" : `${seeds.length} `}seeds`, colour: SHADES[1], fill: 1 },
    { label: "in none (between: by the share)", colour: SHADES[0], fill: 1 },
    { label: "boundary: half of the seeds", colour: INK, dash: "" },
    { label: `node that was run (${grid.run} of ${grid.nodes})`, colour: "#555555", symbol: "circle", small: true },
    ...(published.length > 0 ? [{ label: publishedText(published), colour: INK, symbol: "times" as const }] : []),
    ...overlayKeys(diagram),
  ];
}

const scaleOf = (axis: PhaseAxis) => {
  const [from, to] = [axis.values[0] as number, axis.values.at(-1) as number];
  return {
    type: "log",
    domain: [from, to],
    ticks: logTicks(from, to),
    label: axisText(axis.name),
    labelAnchor: "center",
    labelArrow: "none",
  } as const;
};

/** An axis without its unit. */
const nameOf = ({ name }: PhaseAxis) => axisText(name).replace(/ \(.*\)$/, "");

function captionOf({ diagram, about, command }: PhaseData): string {
  const { event, seeds, until } = diagram;
  const what = `${event.name}: ${event.about}, in at least half of the seeds`;
  return `${what}. ${about === "" ? "" : `${about}; `}${until ? "up to " : ""}${seedsText(seeds)} a node. Made by: ${command}`;
}

/** What a diagram must have so that it can be drawn. */
function diagramOf(value: unknown): Diagram {
  const parts = partsOf(FROM);
  const diagram = parts.object(value, "the whole");
  for (const name of ["x", "y"] as const) {
    const axis = parts.object(diagram[name], name);
    parts.text(axis.name, `${name}.name`);
    for (const [k, each] of parts.list(axis.values, `${name}.values`, 2).entries())
      parts.number(each, `${name}.values[${k}]`);
  }
  for (const name of ["seeds", "nodes", "boundary", "filled", "thresholds", "published"])
    parts.list(diagram[name], name);
  for (const name of ["event", "grid"]) parts.object(diagram[name], name);
  return diagram as unknown as Diagram;
}

/** A phase diagram: where on a logarithmic plane at least half of the seeds show an event, and the thresholds of weight decay over it. */
export const phase: Figure<PhaseData> = {
  name: "phase",
  about: "a phase diagram: share of the seeds that show an event, boundary, thresholds and published runs",
  from: FROM,
  read(source) {
    const command = commandFor("phase", source);
    const folder = source.diagram();
    if (folder) return { ...folder, command };
    const value = source.json();
    if (value === undefined)
      throw new InputError(`from must name ${FROM}, but ${source.path} is neither; check the path`);
    const diagram = diagramOf(value);
    const { about } = diagram as { about?: unknown };
    return { diagram, about: typeof about === "string" ? about : "", command };
  },
  caption: captionOf,
  draw(data, document) {
    const { diagram } = data;
    const { x, y, event } = diagram;
    const boundary = boundaryOf(diagram);
    return drawSheet(
      {
        title: `Where training ${event.name}: ${nameOf(x)} against ${nameOf(y)}`,
        about: `A phase diagram over ${x.name} and ${y.name}, both logarithmic, of the event "${event.name}": ${event.about}.`,
        rows: [
          [
            {
              plot: {
                // Thresholds of the full batch stand on the upper border.
                marginTop: 16,
                x: scaleOf(x),
                y: scaleOf(y),
                color: { type: "linear", domain: [0, 1], range: [...SHADES] },
                marks: [
                  Plot.rect(tilesOf(diagram), {
                    x1: "x1",
                    x2: "x2",
                    y1: "y1",
                    y2: "y2",
                    fill: "share",
                    stroke: "share",
                    strokeWidth: 0.4,
                  }),
                  Plot.dot(diagram.nodes, { x: "x", y: "y", r: 1.2, fill: "#555555" }),
                  Plot.link(boundary, {
                    x1: "x1",
                    x2: "x2",
                    y1: "y1",
                    y2: "y2",
                    stroke: INK,
                    strokeWidth: 1.6,
                    strokeLinecap: "round",
                  }),
                  ...overlayMarks(diagram),
                  ...[PAPER, INK].map((stroke, k) =>
                    Plot.dot(diagram.published, {
                      x: "x",
                      y: "y",
                      symbol: "times",
                      r: 6,
                      stroke,
                      strokeWidth: k === 0 ? 5 : 2,
                    }),
                  ),
                  Plot.frame({ stroke: INK }),
                ],
              },
            },
          ],
        ],
        rowHeight: 420,
        keys: keysOf(diagram),
        caption: captionOf(data),
      },
      document,
    );
  },
};
