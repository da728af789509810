import { type SvgDocument, type SvgElement, svgElement } from "./dom.ts";
import { INK } from "./palette.ts";
import { widthOf } from "./words.ts";

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
  /** A letter that stands in the figure. */
  readonly letter?: string;
}

const SIZE = 11;
const ROW = 17;
const MARK = 30;
const GAP = 18;

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

function markOf(
  document: SvgDocument,
  { colour, dash, fill, symbol, letter }: Key,
  x: number,
  y: number,
): SvgElement[] {
  const line = { x1: x, y1: y, x2: x + MARK - 6, y2: y, stroke: colour, "stroke-width": 2 };
  const middle = x + (MARK - 6) / 2;
  return [
    ...(fill === undefined
      ? []
      : [
          svgElement(document, "rect", {
            x,
            y: y - 6,
            width: MARK - 6,
            height: 12,
            fill: colour,
            "fill-opacity": fill,
            stroke: "#999999",
            "stroke-width": 0.5,
          }),
        ]),
    ...(dash === undefined
      ? []
      : [svgElement(document, "line", { ...line, ...(dash && { "stroke-dasharray": dash }) })]),
    ...(symbol === undefined
      ? []
      : [
          svgElement(document, "path", {
            d: SHAPES[symbol] as string,
            transform: `translate(${middle},${y})`,
            ...(symbol === "times" ? { stroke: colour, "stroke-width": 2 } : { fill: colour }),
          }),
        ]),
    ...(letter === undefined
      ? []
      : [
          svgElement(
            document,
            "text",
            { x: middle, y: y + 4, "text-anchor": "middle", "font-size": SIZE, "font-weight": "bold", fill: INK },
            letter,
          ),
        ]),
  ];
}

/**
 * A legend: marks with their words, in as many rows as they need.
 *
 * @param document that makes the elements
 * @param keys what marks mean; none for no legend
 * @param left where a row begins
 * @param width of a row; a longer key has a row of its own
 * @returns its height, and its elements with the top at y
 */
export function legend(document: SvgDocument, keys: readonly Key[], left: number, width: number) {
  let [x, row] = [0, 0];
  const places = keys.map((key) => {
    const needs = MARK + widthOf(key.label, SIZE);
    if (x > 0 && x + needs > width) [x, row] = [0, row + 1];
    const place = { key, x: left + x, row };
    x += needs + GAP;
    return place;
  });
  return {
    height: keys.length === 0 ? 0 : (row + 1) * ROW,
    at: (y: number) =>
      places.flatMap(({ key, x, row }) => {
        const middle = y + row * ROW + ROW / 2;
        const at = Number(x.toFixed(2));
        return [
          ...markOf(document, key, at, middle),
          svgElement(document, "text", { x: at + MARK, y: middle + 4, "font-size": SIZE }, key.label),
        ];
      }),
  };
}
