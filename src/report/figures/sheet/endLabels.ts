import * as Plot from "@observablehq/plot";
import { INK } from "../palette.ts";
import { widthOf } from "./letters.ts";

/** A name at the end of an upright line. */
export interface EndLabel {
  readonly text: string;
  /** Value at which the line is. */
  readonly at: number;
  /** Where that is, in pixels from the left of the plot. */
  readonly left: number;
}

const LINE = 1.25;
const PAD = 3;

/** An upright stroke without a head. */
const STROKE = {
  draw(context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }, length: number) {
    context.moveTo(0, 0);
    context.lineTo(0, -length);
  },
};

/**
 * Names above a plot, each beginning at a stroke that leads down to its line; none lies over another, nor over another's stroke.
 *
 * @param labels in any order
 * @param width of the plot, in pixels
 * @param size of the letters
 * @param clear room above the plot that marks on its border need
 * @returns the room that they take above and to the right, and their marks
 */
export function endLabels(labels: readonly EndLabel[], width: number, size: number, clear = 4) {
  const placed: { label: EndLabel; row: number }[] = [];
  // From the right: a name passes over the strokes to its right, so it stands in a row above theirs.
  for (const label of labels.toSorted((a, b) => b.left - a.left)) {
    const end = label.left + PAD + widthOf(label.text, size) + size / 2;
    const crossed = placed.filter((other) => other.label.left < end).map(({ row }) => row);
    placed.push({ label, row: Math.max(-1, ...crossed) + 1 });
  }
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  const beyond = labels.map(({ left, text }) => left + PAD + widthOf(text, size) + size - width);
  return {
    top: labels.length === 0 ? 0 : rows * LINE * size + clear,
    right: Math.max(0, ...beyond),
    marks: placed.flatMap(({ label, row }) => {
      const height = clear + (row + 0.5) * LINE * size;
      const x = { x: () => label.at, frameAnchor: "top" } as const;
      return [
        Plot.vectorX([label], {
          ...{ ...x, anchor: "start", shape: STROKE, length: height + 0.4 * size, stroke: INK, strokeWidth: 0.6 },
        } as Plot.VectorOptions),
        Plot.text([label], {
          ...x,
          text: "text",
          ...{ textAnchor: "start", lineAnchor: "middle" },
          dx: PAD,
          dy: -height,
          fontSize: size,
          fill: INK,
        }),
      ];
    }),
  };
}
