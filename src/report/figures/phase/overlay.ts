import * as Plot from "@observablehq/plot";
import type { Diagram } from "../../../experiments/phase/diagram.ts";
import type { Overlay } from "../../../experiments/phase/overlay.ts";
import type { PhaseAxis } from "../../../experiments/phase/plane.ts";
import { COLOURS, type Look, PAPER } from "../palette.ts";
import { formulaText } from "../sheet/words.ts";

/** One look a threshold, in their order. Its dash tells order from explicit value, its name stands at its end. */
const LOOKS: readonly Pick<Look, "colour" | "symbol">[] = [
  { colour: COLOURS.vermillion, symbol: "circle" },
  { colour: COLOURS.green, symbol: "square" },
  { colour: COLOURS.purple, symbol: "triangle" },
  { colour: COLOURS.black, symbol: "diamond" },
  { colour: COLOURS.blue, symbol: "star" },
];
export const ORDER = "7 4";
export const SPREAD = "1 4";

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
  readonly look: Pick<Look, "colour" | "symbol">;
  /** Of points that two thresholds share the earlier is the larger, so that both are seen. */
  readonly radius: number;
}

function layersOf({ thresholds }: Diagram): Layer[] {
  const known = thresholds.filter(({ points }) => points.length > 0);
  const names = [...new Set(known.map(({ threshold }) => threshold))];
  return known.map((overlay) => {
    const k = names.indexOf(overlay.threshold) % LOOKS.length;
    return { overlay, look: LOOKS[k] as Layer["look"], radius: 8 - k };
  });
}

function marksOf({ overlay, look: { colour, symbol }, radius }: Layer, diagram: Diagram): Plot.Markish[] {
  const order = overlay.reading === "order";
  const spread = overlay.points.some(({ weightDecay: { low, high } }) => low !== high);
  return (spread ? (["low", "high", "median"] as const) : (["median"] as const)).map((of) => {
    const places = placesOf(overlay, diagram, of);
    const middle = of === "median";
    const stroke = { x: "x", y: "y", stroke: colour, strokeWidth: middle ? 2.2 : 1.3 };
    if (places.length > 1)
      return Plot.line(places, { ...stroke, strokeDasharray: middle ? (order ? ORDER : "") : SPREAD });
    return Plot.dot(places, { ...stroke, symbol, r: middle ? radius : 2.5, fill: order ? PAPER : colour });
  });
}

/** Thresholds of weight decay over a diagram: lines, or points where they are known at one value alone; dotted or small, 5% and 95% of starts. */
export const overlayMarks = (diagram: Diagram): Plot.Markish[] =>
  layersOf(diagram).flatMap((layer) => marksOf(layer, diagram));

/** The name of each threshold and where its line ends: at the largest value of the other axis. */
export const overlayEnds = (diagram: Diagram): { readonly text: string; readonly end: Placed }[] =>
  layersOf(diagram).flatMap(({ overlay }) => {
    const end = placesOf(overlay, diagram, "median").at(-1);
    return end ? [{ text: `${overlay.threshold}${overlay.reading === "order" ? " (order)" : ""}`, end }] : [];
  });

/** How orders and explicit values look, and the formulas of orders. */
export function overlayText(diagram: Diagram): string {
  const layers = layersOf(diagram).map(({ overlay }) => overlay);
  const orders = layers.flatMap(({ threshold, formula }) =>
    formula === undefined ? [] : [`${threshold} ${formulaText(formula)}`],
  );
  const explicit = layers.some(({ reading }) => reading === "explicit");
  return [
    ...(explicit ? ["Thresholds of weight decay, full or filled: half of all starts; dotted or small: 5%, 95%"] : []),
    ...(orders.length > 0 ? [`Dashed or open, orders with the constant 1: ${orders.join(", ")}`] : []),
  ].join(". ");
}

/** Whether a diagram has thresholds of either reading. */
export const readingsOf = (diagram: Diagram): ReadonlySet<Overlay["reading"]> =>
  new Set(layersOf(diagram).map(({ overlay }) => overlay.reading));
