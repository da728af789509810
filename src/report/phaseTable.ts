import type { Crossing } from "../experiments/phase/boundary.ts";
import type { Diagram } from "../experiments/phase/diagram.ts";
import type { Overlay, OverlayPoint } from "../experiments/phase/overlay.ts";
import { phaseMap } from "./phaseMap.ts";
import { shortNumber, type Table } from "./table.ts";
import { toText } from "./text/toText.ts";

const digits = (value: number | null) => (value === null ? "" : String(value));

/** The nodes of a phase diagram that were run, a number a cell with every digit; a cell is empty where there is no number. */
export const phaseData = ({ x, y, nodes, event, until }: Diagram): Table => ({
  head: [x.name, y.name, "runs", "failed", event.name, "share", "low", "high", ...(until ? ["decided"] : [])],
  rows: nodes.map((node) => [
    ...[node.x, node.y, node.runs, node.failed, node.count, node.share, node.low, node.high].map(digits),
    ...(until ? [String(node.decided === true)] : []),
  ]),
});

/**
 * The boundary, the thresholds and the published runs of a phase diagram in long form: along `axis`, where the other axis has the value `at`.
 *
 * A boundary lies between low and high, and where seeds end with a decision, between the nearest nodes that are decided ("decided"); an order is one number thrice, an explicit threshold what 5%, half and 95% of starts stay at or below.
 */
export const phaseLines = ({ x, y, boundary, thresholds, published }: Diagram): Table => ({
  head: ["kind", "name", "axis", "at", "low", "median", "high"],
  rows: [
    ...boundary.flatMap(({ along, at, from, to, rises, decided }) => {
      const line = [rises ? "begins" : "ends", along === "x" ? x.name : y.name, digits(at)];
      const within = (kind: string, low: number | null, high: number | null) => [
        ...[kind, ...line],
        ...[low, null, high].map(digits),
      ];
      return [within("boundary", from, to), ...(decided ? [within("decided", ...decided)] : [])];
    }),
    ...thresholds.flatMap(({ threshold, reading, points }) =>
      points.map(({ at, weightDecay: { low, median, high } }) => [
        ...[reading, threshold, "weightDecay"],
        ...[at, low, median, high].map(digits),
      ]),
    ),
    ...published.map((mark) => [
      ...["published", mark.sources.join("; "), x.name],
      ...[mark.y, null, mark.x, null].map(digits),
    ]),
  ],
});

const endText = (value: number | null) => (value === null ? "?" : shortNumber(value));

const crossingText = ({ from, to, rises, decided }: Crossing) =>
  `${rises ? "begins" : "ends"} ${shortNumber(from)} to ${shortNumber(to)}${decided ? ` [${decided.map(endText).join(", ")}]` : ""}`;

/** How many seeds the nodes of a diagram have, and what ends them. */
export function seedsOfNodes({ seeds, until, nodes, event }: Diagram): string {
  const count = `${seeds.length} seed${seeds.length === 1 ? "" : "s"} a node`;
  if (!until) return count;
  const runs = nodes.reduce((sum, node) => sum + node.runs + node.failed, 0);
  const open = nodes.filter(({ decided }) => !decided).length;
  return `at most ${count}, fewer where it is decided whether "${event.name}" has a share of 1/2 (wrong with chance ${shortNumber(until.error)} at most): ${runs} runs in place of ${nodes.length * seeds.length}, ${open} node${open === 1 ? "" : "s"} not decided; in square brackets, the decided nodes that a boundary lies between`;
}

/** The boundary of a phase diagram, line by line along x. */
export function boundaryTable({ x, y, boundary, filled, event }: Diagram): Table {
  return {
    head: [y.name, `${event.name} in at least half of the seeds, along ${x.name}`],
    rows: y.values.map((value, k) => {
      const crossings = boundary.filter(({ along, at }) => along === "x" && at === value);
      const line = filled.map((column) => column[k]);
      const whole = line.includes(true) ? "everywhere" : line.includes(false) ? "nowhere" : "not known";
      return [shortNumber(value), crossings.map(crossingText).join(", ") || whole];
    }),
  };
}

const end = (value: number | null) => (value === null ? "none" : shortNumber(value));

function valueText({ weightDecay: { low, median, high } }: OverlayPoint): string {
  return low === high ? end(median) : `${end(median)} (${end(low)} to ${end(high)})`;
}

function overlayRow({ threshold, reading, formula, points }: Overlay): string[] {
  const [first, last] = [points[0], points.at(-1)];
  const texts = [first, last].map((point) => (point ? valueText(point) : ""));
  const where =
    first && last && first.at !== last.at
      ? `${shortNumber(first.at)} to ${shortNumber(last.at)}`
      : shortNumber(first?.at ?? 0);
  return [threshold, formula ?? reading, where, new Set(texts).size === 1 ? (texts[0] as string) : texts.join(" to ")];
}

/** How the readings of a threshold are to be understood. */
export const OVERLAYS_READ =
  "a formula: the order, with the constant 1; explicit: of half of all starts, 5% and 95% in brackets";

/** The thresholds laid over a phase diagram; without rows where none is known. */
export const overlaysTable = ({ x, y, thresholds }: Diagram): Table => ({
  head: ["threshold", "reading", `at ${x.name === "weightDecay" ? y.name : x.name}`, "weight decay"],
  rows: thresholds.filter(({ points }) => points.length > 0).map(overlayRow),
});

/** The published runs in the plane of a phase diagram, a sentence each. */
export const publishedText = ({ x, y, published }: Diagram): string[] =>
  published.map(
    (mark) =>
      `published at ${x.name} ${shortNumber(mark.x)}, ${y.name} ${shortNumber(mark.y)}: ${mark.sources.join(", ")}${mark.differs.length > 0 ? ` (with another ${mark.differs.join(" and ")})` : ""}`,
  );

/**
 * A phase diagram for people: its map, its boundary line by line, the thresholds of weight decay, and the published runs in its plane.
 *
 * @param figure the diagram
 * @param width of a line (default: no limit)
 * @returns text
 */
export function phaseText(figure: Diagram, width = Infinity): string {
  const { event, grid } = figure;
  const known = overlaysTable(figure);
  const share = shortNumber((100 * grid.run) / grid.nodes);
  return [
    ...phaseMap(figure, width),
    "",
    `${event.name}: ${event.about}; ${seedsOfNodes(figure)}`,
    `${grid.run} of ${grid.nodes} nodes run (${share}%)${grid.complete ? "" : "; not complete"}`,
    ...publishedText(figure),
    "",
    toText(boundaryTable(figure), width),
    ...(known.rows.length === 0 ? [] : ["", toText(known, width), `(${OVERLAYS_READ})`]),
    "",
  ].join("\n");
}
