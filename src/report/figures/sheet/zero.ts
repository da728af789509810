import * as Plot from "@observablehq/plot";
import { exp } from "../../../numeric/exp.ts";
import { log } from "../../../numeric/log.ts";
import { INK, PAPER } from "../palette.ts";
import { type Axis, logarithmic } from "./axes.ts";
import { numberText } from "./words.ts";

/** Part of the axis that lies between zero and the least other value. */
const APART = 0.12;

/** A logarithmic axis on which zero has a place of its own, left of the others. */
export interface ZeroAxis {
  readonly axis: Axis;
  /** Where a value is drawn. */
  place(x: number): number;
  /** The cut between zero and the rest; nothing where there is no zero. */
  readonly marks: readonly Plot.Markish[];
}

/**
 * A logarithmic axis over values >= 0.
 *
 * @param label symbol or word, with unit
 * @param values that it must hold, of which one is > 0
 * @param most labels beside that of zero
 * @returns the axis, the places of values, and the mark of the cut
 */
export function logarithmicWithZero(label: string, values: readonly number[], most: number): ZeroAxis {
  const rest = logarithmic(
    label,
    values.filter((x) => x > 0),
    most,
  );
  if (!values.includes(0)) return { axis: rest, place: (x) => x, marks: [] };
  const [from, to] = rest.domain as [number, number];
  const left = (part: number) => from / exp(part * log(to / from));
  const zero = left(APART);
  return {
    axis: {
      ...rest,
      domain: [zero, to],
      ticks: [zero, ...(rest.ticks as number[])],
      tickFormat: (x: number) => (x === zero ? "0" : (rest.tickFormat as typeof numberText)(x)),
    },
    place: (x) => (x === 0 ? zero : x),
    marks: [
      Plot.text([left(APART / 2)], {
        ...{
          x: (x: number) => x,
          text: () => "//",
          frameAnchor: "bottom",
          dy: 6,
          fill: INK,
          stroke: PAPER,
          strokeWidth: 4,
        },
      }),
    ],
  };
}
