import * as Plot from "@observablehq/plot";
import type { Diagram } from "../../../experiments/phase/diagram.ts";
import type { Overlay, OverlayPoint } from "../../../experiments/phase/overlay.ts";
import type { PhaseAxis } from "../../../experiments/phase/plane.ts";
import { COLOURS, INK, PAPER } from "../palette.ts";
import type { Key } from "../sheet/legend.ts";
import { formulaText, symbolOf } from "../sheet/words.ts";

/** One colour a threshold, in their order. Its dash tells order from explicit value, its name stands at its end. */
const HUES = [COLOURS.vermillion, COLOURS.green, COLOURS.purple, COLOURS.black, COLOURS.blue] as const;
/** The mark of a threshold that is known at one value of the other axis alone, and the room that one has beside the plot. */
const ALONE = "diamond";
const RADIUS = 4;
const ROW = 9;
const ORDER = "7 4";
const SPREAD = "1 4";

type End = "low" | "median" | "high";

interface Placed {
  readonly x: number;
  readonly y: number;
}

const within = ({ values }: PhaseAxis, value: number | null): value is number =>
  value !== null && value >= (values[0] as number) && value <= (values.at(-1) as number);

/** Where in the plane a threshold is; an end of null or outside is nowhere. */
function placesOf({ points }: Overlay, { x, y }: Diagram, of: End): Placed[] {
  const upright = x.name === "weightDecay";
  const [own, other] = upright ? [x, y] : [y, x];
  return points.flatMap(({ at, weightDecay }) => {
    const value = weightDecay[of];
    return within(own, value) && within(other, at) ? [upright ? { x: value, y: at } : { x: at, y: value }] : [];
  });
}

/** A threshold with its look. */
interface Layer {
  readonly overlay: Overlay;
  readonly colour: string;
  readonly places: readonly Placed[];
  /** Which one it is of those that are known at one place alone, beside the plot; undefined for a line. */
  readonly row?: number;
}

/** Thresholds that are in the plane, those of the same reading and places once, under all their names. */
function layersOf(diagram: Diagram): Layer[] {
  const known = diagram.thresholds.filter(({ points }) => points.length > 0);
  const names = [...new Set(known.map(({ threshold }) => threshold))];
  const merged = new Map<string, Layer>();
  for (const overlay of known) {
    const places = placesOf(overlay, diagram, "median");
    const key = JSON.stringify([overlay.reading, overlay.formula, overlay.points]);
    const same = merged.get(key)?.overlay.threshold;
    const threshold = same === undefined ? overlay.threshold : `${same}, ${overlay.threshold}`;
    const colour = HUES[names.indexOf(overlay.threshold) % HUES.length] as string;
    if (places.length > 0) merged.set(key, { colour, ...merged.get(key), overlay: { ...overlay, threshold }, places });
  }
  let row = 0;
  return [...merged.values()].map((layer) => (layer.places.length > 1 ? layer : { ...layer, row: row++ }));
}

const isUpright = ({ x }: Diagram) => x.name === "weightDecay";

function lineMarks({ overlay, colour, places }: Layer, diagram: Diagram): Plot.Markish[] {
  const spread = overlay.points.some(({ weightDecay: { low, high } }) => low !== high);
  const line = (at: readonly Placed[], strokeWidth: number, strokeDasharray: string) =>
    Plot.line(at, { x: "x", y: "y", stroke: colour, strokeWidth, strokeDasharray });
  return [
    ...(spread ? (["low", "high"] as const).map((of) => line(placesOf(overlay, diagram, of), 1.3, SPREAD)) : []),
    line(places, 2.2, overlay.reading === "order" ? ORDER : ""),
  ];
}

/** In a row of its own beside the plot, where no other mark is: a bar from 5% to 95%, and half of all starts or the order. */
function aloneMarks({ overlay, colour, places, row = 0 }: Layer, diagram: Diagram): Plot.Markish[] {
  const [place] = places as readonly [Placed];
  const upright = isUpright(diagram);
  const [own, other] = upright ? [diagram.x, diagram.y] : [diagram.y, diagram.x];
  const { at, weightDecay } = overlay.points.find(({ weightDecay: { median } }) => within(own, median)) as OverlayPoint;
  const away = at === other.values.at(-1) ? ROW * (row + 0.5) + 1 : 0;
  const beside = upright ? { dy: -away } : { dx: away };
  const end = (value: number | null, outside: number) => (within(own, value) ? value : outside);
  const low = end(weightDecay.low, own.values[0] as number);
  const high = end(weightDecay.high, own.values.at(-1) as number);
  const bar = upright ? { x1: low, x2: high, y1: at, y2: at } : { x1: at, x2: at, y1: low, y2: high };
  const dot = { x: "x", y: "y", symbol: ALONE, r: RADIUS, stroke: colour, strokeWidth: 1.6 } as const;
  return [
    ...(low === high
      ? []
      : [Plot.link([bar], { x1: "x1", x2: "x2", y1: "y1", y2: "y2", ...beside, stroke: colour, strokeWidth: 1.6 })]),
    Plot.dot([place], { ...dot, ...beside, fill: overlay.reading === "order" ? PAPER : colour }),
  ];
}

/** Thresholds of weight decay over a diagram: lines, or points where they are known at one value alone, with 5% and 95% of starts. */
export const overlayMarks = (diagram: Diagram): Plot.Markish[] =>
  layersOf(diagram).flatMap((layer) =>
    layer.row === undefined ? lineMarks(layer, diagram) : aloneMarks(layer, diagram),
  );

/** The room that points beside the plot need. */
export const overlayRoom = (diagram: Diagram): number =>
  ROW * layersOf(diagram).filter(({ row }) => row !== undefined).length;

/** The name of each threshold and where its line ends: at the largest value of the other axis. */
export const overlayEnds = (diagram: Diagram): { readonly text: string; readonly end: Placed }[] =>
  layersOf(diagram).map(({ overlay: { threshold, reading }, places }) => ({
    text: `${threshold}${reading === "order" ? " (order)" : ""}`,
    end: places.at(-1) as Placed,
  }));

/** The formulas of orders. */
export function overlayText(diagram: Diagram): string {
  const orders = layersOf(diagram).flatMap(({ overlay: { threshold, formula } }) =>
    formula === undefined ? [] : [`${threshold}: ${formulaText(formula)}`],
  );
  return orders.length === 0 ? "" : `Orders: ${orders.join("; ")}`;
}

/** What the marks of thresholds mean. */
export function overlayKeys(diagram: Diagram): Key[] {
  const layers = layersOf(diagram);
  const has = (reading: Overlay["reading"], alone: boolean) =>
    layers.some(({ overlay, row }) => overlay.reading === reading && (row !== undefined) === alone);
  const where = `at one ${symbolOf((isUpright(diagram) ? diagram.y : diagram.x).name)} alone`;
  return [
    ...(has("explicit", false)
      ? [
          { label: "threshold, half of all starts", colour: INK, dash: "" },
          { label: "of 5%, 95%", colour: INK, dash: SPREAD },
        ]
      : []),
    ...(has("explicit", true)
      ? [{ label: `threshold ${where}: 5%, half, 95% of starts`, colour: INK, dash: "", symbol: ALONE }]
      : []),
    ...(has("order", false) ? [{ label: "order, with the constant 1", colour: INK, dash: ORDER }] : []),
    ...(has("order", true) ? [{ label: `order ${where}`, colour: INK, symbol: ALONE, hollow: true }] : []),
  ];
}
