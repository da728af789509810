import { type SvgDocument, type SvgElement, svgElement } from "../dom.ts";
import { INK, PAPER } from "../palette.ts";
import { widthOf, wrap } from "./letters.ts";

/** A line of a legend: what a mark means. */
export interface Key {
  readonly label: string;
  readonly colour: string;
  /** A line of this dash ("" solid), if it is one. */
  readonly dash?: string;
  /** A filled band or tile, of this opacity. */
  readonly fill?: number;
  /** A shape, as Plot names it, on the line or alone. */
  readonly symbol?: string;
  /** Whether the shape is a small one, or an outline. */
  readonly small?: boolean;
  readonly hollow?: boolean;
  /** A letter that stands in the figure. */
  readonly letter?: string;
}

/** Of a row, a mark with the room beside it, and between keys: in parts of the letters' size. */
const ROW = 1.55;
const MARK = 2.7;
const GAP = 1.6;

const round = (x: number) => Number(x.toFixed(2));

/** Shapes around (0, 0), of about the area that Plot's have. */
const SHAPES: Readonly<Record<string, string>> = {
  circle: "M-4,0A4,4,0,1,1,4,0A4,4,0,1,1,-4,0Z",
  square: "M-3.5,-3.5H3.5V3.5H-3.5Z",
  triangle: "M0,-4.8L4.2,2.4H-4.2Z",
  diamond: "M0,-5.2L3,0L0,5.2L-3,0Z",
  cross: "M-4.5,-1.5H-1.5V-4.5H1.5V-1.5H4.5V1.5H1.5V4.5H-1.5V1.5H-4.5Z",
  star: "M0,-5L1.1,-1.5H4.8L1.8,0.6L2.9,4L0,1.9L-2.9,4L-1.8,0.6L-4.8,-1.5H-1.1Z",
  times: "M-4,-4L4,4M-4,4L4,-4",
};

/** The parts of a mark around (x, y), each where the key has it. */
function markOf(document: SvgDocument, key: Key, x: number, y: number, size: number): SvgElement[] {
  const { colour, dash, fill, symbol, small, hollow, letter } = key;
  const width = round((MARK - 0.55) * size);
  const middle = x + width / 2;
  const parts: SvgElement[] = [];
  const add = (name: string, attributes: Readonly<Record<string, string | number>>, inside = "") =>
    parts.push(svgElement(document, name, attributes, inside));
  if (fill !== undefined) {
    const frame = { stroke: "#999999", "stroke-width": 0.5 };
    add("rect", { x, y: y - 6, width, height: 12, fill: colour, "fill-opacity": fill, ...frame });
  }
  if (dash !== undefined) {
    const dashes = dash === "" ? {} : { "stroke-dasharray": dash };
    add("line", { x1: x, y1: y, x2: x + width, y2: y, stroke: colour, "stroke-width": 2, ...dashes });
  }
  if (symbol !== undefined) {
    const transform = `translate(${middle},${y})${small ? " scale(0.4)" : ""}`;
    const outline = hollow || symbol === "times";
    const paint = outline ? { fill: PAPER, stroke: colour, "stroke-width": 2 } : { fill: colour };
    add("path", { d: SHAPES[symbol] as string, transform, ...paint });
  }
  if (letter !== undefined) {
    add(
      "text",
      { x: middle, y: y + 4, "text-anchor": "middle", "font-size": round(size), "font-weight": "bold", fill: INK },
      letter,
    );
  }
  return parts;
}

/**
 * A legend: marks with their words, in as many rows as they need.
 *
 * @param document that makes the elements
 * @param keys what marks mean; none for no legend
 * @param left where a row begins
 * @param width of a row; a longer key has rows of its own
 * @param size of the letters
 * @returns its height, and its elements with the top at y
 */
export function legend(document: SvgDocument, keys: readonly Key[], left: number, width: number, size: number) {
  const [row, mark] = [ROW * size, MARK * size];
  let [x, rows] = [0, 0];
  const places = keys.map((key) => {
    const words = wrap(key.label, width - mark, size);
    // A label of nothing but spaces has no words, and its mark a row all the same.
    const lines = words.length > 0 ? words : [""];
    const needs = mark + Math.max(...lines.map((line) => widthOf(line, size)));
    if (x > 0 && (x + needs > width || lines.length > 1)) [x, rows] = [0, rows + 1];
    const place = { key, lines, x: left + x, above: rows };
    x += needs + GAP * size;
    if (lines.length > 1) [x, rows] = [0, rows + lines.length];
    return place;
  });
  return {
    height: places.reduce((most, { above, lines }) => Math.max(most, (above + lines.length) * row), 0),
    at: (y: number) =>
      places.flatMap(({ key, lines, x, above }) => {
        const middle = y + (above + 0.5) * row;
        const words = (line: string, k: number) => {
          const place = { x: round(x + mark), y: round(middle + 0.36 * size + k * row) };
          return svgElement(document, "text", { ...place, "font-size": round(size) }, line);
        };
        return [...markOf(document, key, round(x), round(middle), size), ...lines.map(words)];
      }),
  };
}
