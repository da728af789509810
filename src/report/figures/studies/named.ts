import * as Plot from "@observablehq/plot";
import { INK } from "../palette.ts";
import { widthOf, wrap } from "../sheet/letters.ts";
import type { Letters } from "../sheet/page.ts";
import type { PanelPlot } from "../sheet/panel.ts";

/** Heights in parts of the letters': of a bar, between rows, of axis and margins. */
const BAR = 0.9;
const BETWEEN = 0.45;
const REST = 4;
const LINE = 1.15;
/** The part of the width that names have, at most. */
const NAMES = 0.46;
const PAD = 6;

/** Something in a row of its own, with its name at the left. */
export interface Named<T> {
  readonly item: T;
  readonly name: readonly string[];
  /** In pixels from the first row's upper end, as are the two ends of its bar. */
  readonly middle: number;
  readonly top: number;
  readonly foot: number;
}

/** Rows under each other. */
export interface NamedRows<T> {
  readonly rows: readonly Named<T>[];
  /** Of a panel with these rows. */
  readonly height: number;
  /** Of the plot. */
  readonly plot: Pick<PanelPlot, "y" | "marginLeft">;
  /** The names, as marks. */
  readonly names: Plot.Markish;
}

/**
 * Rows whose names have as many lines as they need.
 *
 * @param items from above
 * @param nameOf what a row is called
 * @param width of the panel
 * @param letters of the page
 */
export function namedRows<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  width: number,
  { note, text }: Letters,
): NamedRows<T> {
  let end = 0;
  const rows = items.map((item): Named<T> => {
    const name = wrap(nameOf(item), NAMES * width - PAD, note);
    const height = Math.max(LINE * note * name.length, BAR * text) + BETWEEN * text;
    const middle = end + height / 2;
    end += height;
    return { item, name, middle, top: middle - (BAR * text) / 2, foot: middle + (BAR * text) / 2 };
  });
  const left = PAD + Math.max(...rows.flatMap(({ name }) => name.map((line) => widthOf(line, note))));
  return {
    rows,
    height: end + REST * text,
    plot: { y: { domain: [end, 0], label: null, ticks: [] }, marginLeft: left },
    names: Plot.text(rows, {
      ...{ y: "middle", text: ({ name }: Named<T>) => name.join("\n"), frameAnchor: "left", textAnchor: "end" },
      ...{ dx: -PAD, lineHeight: LINE, fontSize: note, fill: INK },
    }),
  };
}
