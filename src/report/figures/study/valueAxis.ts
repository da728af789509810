import { type Axis, linear, shareAxis } from "../sheet/axes.ts";
import type { StudyRow } from "./rows.ts";

/** An axis of values, and where on it a predicted end lies that may be beyond it. */
export interface ValueAxis {
  readonly axis: Axis;
  inside(value: number): number;
}

/** Everything that is drawn of a point but what was predicted. */
const drawnOf = ({ value, low, high, published }: StudyRow): number[] =>
  [value, low, high, published].filter((each) => typeof each === "number");

/**
 * The axis of the values of a measure: 0 to 1 for shares and errors; else as far as values, intervals and the near ends of predictions go.
 *
 * @param label its words
 * @param rows points of the measure
 * @param most labels
 */
export function valueAxis(label: string, rows: readonly StudyRow[], most: number): ValueAxis {
  const drawn = rows.flatMap(drawnOf);
  const ends = rows.flatMap(({ predicted }) => (predicted ? [predicted.least, predicted.most] : []));
  const shares = [...drawn, ...ends].every((value) => value >= 0 && value <= 1);
  const [least, largest] = [Math.min(...drawn), Math.max(...drawn)];
  const near = ends.filter((end) => end >= 2 * least - largest && end <= 2 * largest - least);
  const axis = shares ? shareAxis(label, most) : linear(label, [...drawn, ...near], most);
  const [from, to] = axis.domain as [number, number];
  return { axis, inside: (value) => Math.min(Math.max(value, from), to) };
}
