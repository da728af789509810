import * as Plot from "@observablehq/plot";
import type { Diagram, DiagramNode } from "../../../experiments/phase/diagram.ts";
import type { PhaseAxis } from "../../../experiments/phase/plane.ts";
import { log } from "../../../numeric/log.ts";
import type { Figure } from "../figure.ts";
import { INK, PAPER, SOFT } from "../palette.ts";
import { type Axis, logarithmicBetween } from "../sheet/axes.ts";
import { endLabels } from "../sheet/endLabels.ts";
import type { Key } from "../sheet/legend.ts";
import { widthOf } from "../sheet/letters.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { axisText, seedsText, sourcesText } from "../sheet/words.ts";
import { PHASE_FOLDER, type PhaseData, phaseFrom } from "./data.ts";
import { nameMarks } from "./names.ts";
import { overlayEnds, overlayKeys, overlayMarks, overlayRoom, overlayText } from "./overlay.ts";
import { type Division, divisionOf } from "./regions.ts";
import { edgesOf, tilesOf } from "./tiles.ts";

const BORDER = "3 2.5";
/** Room above the plot for points that lie on its border. */
const CLEAR = 10;
/** How high the panel is, at most and in parts of its width. */
const [HIGHEST, UPRIGHT] = [450, 1.05];
const CORNERS = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;

/** Where marked runs are published, and in what they differ from the diagram's. */
function publishedText(published: Diagram["published"]): string {
  const sources = sourcesText(published.flatMap((mark) => mark.sources));
  const differs = [...new Set(published.flatMap((mark) => mark.differs))].join(", ");
  return `published run: ${sources}${differs === "" ? "" : ` (with other ${differs})`}`;
}

/** Whether a node's seeds do not all end alike. */
const isMixed = ({ share, fates }: DiagramNode) =>
  fates ? Object.values(fates).filter((count) => count > 0).length > 1 : share !== null && share > 0 && share < 1;

function keysOf(diagram: Diagram, division: Division): Key[] {
  const { grid, nodes, published } = diagram;
  const present = new Set(division.of.flat());
  return [
    ...division.regions
      .filter(({ name }) => present.has(name))
      .map(({ name, about, colour }) => ({ label: `${name}: ${about}`, colour, fill: 1 })),
    { label: "border", colour: INK, dash: "" },
    ...(division.regions.length > 2 ? [{ label: "border, not refined", colour: INK, dash: BORDER }] : []),
    { label: `${grid.run} of ${grid.nodes} nodes run`, colour: SOFT, symbol: "circle", small: true },
    ...(nodes.some(isMixed) ? [{ label: "its seeds differ", colour: SOFT, symbol: "circle", hollow: true }] : []),
    ...(published.length > 0 ? [{ label: publishedText(published), colour: INK, symbol: "times" as const }] : []),
    ...overlayKeys(diagram),
  ];
}

const scaleOf = ({ name, values }: PhaseAxis, most: number): Axis =>
  logarithmicBetween(axisText(name), values[0] as number, values.at(-1) as number, most);

/** Names of thresholds: above the plot where their lines are upright, else to its right. */
function thresholdNames(
  diagram: Diagram,
  { width, letters }: Box,
): Pick<PanelPlot, "marginTop" | "marginRight" | "marks"> {
  const { x } = diagram;
  const ends = overlayEnds(diagram);
  const size = letters.note;
  const clear = Math.max(CLEAR, overlayRoom(diagram) + 3);
  if (x.name !== "weightDecay") {
    return {
      marginRight: Math.max(0, ...ends.map(({ text }) => widthOf(text, size) + clear)),
      marks: [
        Plot.text(ends, {
          ...{ x: () => x.values.at(-1), y: ({ end }: { end: { y: number } }) => end.y, text: "text" },
          ...{ textAnchor: "start", dx: clear - 4, fontSize: size, fill: INK },
        }),
      ],
    };
  }
  const [from, to] = [x.values[0] as number, x.values.at(-1) as number];
  // Less the margin of the labels to the left.
  const inner = width - 5 * letters.text;
  const { top, right, marks } = endLabels(
    ends.map(({ text, end }) => ({ text, at: end.x, left: (inner * log(end.x / from)) / log(to / from) })),
    inner,
    size,
    clear,
  );
  return { marginTop: top, marginRight: right, marks };
}

function plotOf(diagram: Diagram, division: Division, box: Box): PanelPlot {
  const { of, regions, followed } = division;
  const { marks: names = [], ...margins } = thresholdNames(diagram, box);
  const edges = { ...CORNERS, stroke: INK, strokeLinecap: "round" } as const;
  return {
    ...margins,
    ...{ x: scaleOf(diagram.x, box.across), y: scaleOf(diagram.y, box.up) },
    marks: [
      ...regions.map(({ name, colour }) =>
        Plot.rect(
          tilesOf(of, diagram).filter(({ region }) => region === name),
          { ...CORNERS, fill: colour, stroke: colour, strokeWidth: 0.4 },
        ),
      ),
      Plot.dot(diagram.nodes, { x: "x", y: "y", r: 1, fill: SOFT }),
      Plot.dot(diagram.nodes.filter(isMixed), { x: "x", y: "y", r: 2.6, stroke: SOFT, strokeWidth: 1 }),
      Plot.link(
        edgesOf(of, diagram, (a, b) => !followed(a, b)),
        { ...edges, strokeWidth: 1, strokeDasharray: BORDER },
      ),
      Plot.link(edgesOf(of, diagram, followed), { ...edges, strokeWidth: 1.6 }),
      ...overlayMarks(diagram),
      ...[PAPER, INK].map((stroke, k) =>
        Plot.dot(diagram.published, { x: "x", y: "y", symbol: "times", r: 6, stroke, strokeWidth: k === 0 ? 5 : 2 }),
      ),
      ...nameMarks(diagram, division, box),
      Plot.frame({ stroke: INK }),
      ...names,
    ],
  };
}

/** An axis without its unit. */
const nameOf = ({ name }: PhaseAxis) => axisText(name).replace(/ \(.*\)$/, "");

function captionOf({ diagram, about, command }: PhaseData): string {
  const { event, seeds, until } = diagram;
  const thresholds = overlayText(diagram);
  const what = `Border: half of the seeds show "${event.name}": ${event.about}`;
  return `${what}. ${thresholds === "" ? "" : `${thresholds}. `}${about === "" ? "" : `${about}; `}${until ? "up to " : ""}${seedsText(seeds)} a node. Made by: ${command}`;
}

const panelOf = (diagram: Diagram, division: Division): Panel => ({
  name: "phase",
  height: (width) => Math.min(HIGHEST, UPRIGHT * width),
  plot: (box) => plotOf(diagram, division, box),
});

/** A phase diagram: which parts of a logarithmic plane learn, memorize or are stuck, and the thresholds of weight decay over it. */
export const phase: Figure<PhaseData> = {
  name: "phase",
  about: "a phase diagram: where training learns, memorizes or is stuck, with thresholds and published runs",
  from: PHASE_FOLDER,
  read: phaseFrom,
  caption: captionOf,
  sheet(data) {
    const { diagram } = data;
    const { x, y, event } = diagram;
    const division = divisionOf(diagram);
    return {
      title: `Where training ${event.name}: ${nameOf(x)} against ${nameOf(y)}`,
      about: `A phase diagram over ${x.name} and ${y.name}, both logarithmic, of the event "${event.name}": ${event.about}. Its regions: ${division.regions.map(({ name }) => name).join(", ")}.`,
      rows: [[panelOf(diagram, division)]],
      keys: () => keysOf(diagram, division),
      caption: captionOf(data),
    };
  },
};
