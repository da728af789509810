import * as Plot from "@observablehq/plot";
import type { Diagram } from "../../../experiments/phase/diagram.ts";
import type { Overlay } from "../../../experiments/phase/overlay.ts";
import type { PhaseAxis } from "../../../experiments/phase/plane.ts";
import { COLOURS, type Look, PAPER } from "../palette.ts";
import type { Key } from "../sheet/legend.ts";
import { formulaText } from "../sheet/words.ts";

/** One look a threshold, in the order of the legend. Its dash tells order from explicit value, so the shape is all that is its own in grey. */
const LOOKS: readonly Pick<Look, "colour" | "symbol">[] = [
  { colour: COLOURS.vermillion, symbol: "circle" },
  { colour: COLOURS.green, symbol: "square" },
  { colour: COLOURS.purple, symbol: "triangle" },
  { colour: COLOURS.orange, symbol: "diamond" },
  { colour: COLOURS.black, symbol: "star" },
];
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
    const stroke = { x: "x", y: "y", stroke: colour, strokeWidth: middle ? 2.5 : 1.3 };
    if (places.length > 1)
      return Plot.line(places, { ...stroke, strokeDasharray: middle ? (order ? ORDER : "") : SPREAD });
    return Plot.dot(places, { ...stroke, symbol, r: middle ? radius : 2.5, fill: order ? PAPER : colour });
  });
}

/** Thresholds of weight decay over a diagram: lines, or points where they are known at one value alone; dotted or small, 5% and 95% of starts. */
export const overlayMarks = (diagram: Diagram): Plot.Markish[] =>
  layersOf(diagram).flatMap((layer) => marksOf(layer, diagram));

/** What they mean. */
export const overlayKeys = (diagram: Diagram): Key[] =>
  layersOf(diagram).map(({ overlay, look: { colour, symbol } }) => {
    const { threshold, reading, formula = "" } = overlay;
    const order = reading === "order";
    const line = placesOf(overlay, diagram, "median").length > 1;
    return {
      label: order
        ? `${threshold}, order: ${formulaText(formula)}`
        : `${threshold}, explicit: half of all starts (${line ? "dotted" : "small"}: 5%, 95%)`,
      colour,
      ...(line ? { dash: order ? ORDER : "" } : { symbol, hollow: order }),
    };
  });
