import * as Plot from "@observablehq/plot";
import { COLOURS, INK, PAPER } from "../palette.ts";
import type { Key } from "../sheet/legend.ts";
import type { StudyRow } from "./rows.ts";

/** Of what was predicted, and of what a paper prints. */
export const PREDICTED = { colour: COLOURS.skyBlue, fill: 0.35 } as const;
export const PUBLISHED = { colour: COLOURS.purple, dash: "2 3" } as const;
export const WRONG = COLOURS.vermillion;
const RADIUS = 3.6;

/** A row where it is drawn. */
export interface Placed {
  readonly row: StudyRow;
  readonly x: number;
  readonly y: number;
}

/** By the interval: full where it agrees, hollow where it is open, a cross where it disagrees, small where nothing was predicted. */
const SHAPES = [
  { agrees: "yes", label: "agrees", symbol: "circle" },
  { agrees: "open", label: "open: too few seeds", symbol: "circle", hollow: true },
  { agrees: "no", label: "disagrees", symbol: "times", wrong: true },
  { agrees: undefined, label: "nothing was predicted", symbol: "circle", small: true },
] as const;

/**
 * Marks of points by what came out, in the colour of their curve.
 *
 * @param points where they are
 * @param colour of those that do not disagree
 * @param dx pixels to the right
 */
export function pointMarks(points: readonly Placed[], colour: string, dx = 0): Plot.Markish[] {
  const place = { x: "x", y: "y", dx } as const;
  const of = (asked: StudyRow["agrees"]) => points.filter(({ row }) => row.agrees === asked);
  return [
    Plot.dot(of(undefined), { ...place, fill: colour, r: 2 }),
    Plot.dot(of("yes"), { ...place, fill: colour, r: RADIUS }),
    Plot.dot(of("open"), { ...place, fill: PAPER, stroke: colour, strokeWidth: 1.6, r: RADIUS }),
    Plot.dot(of("no"), { ...place, symbol: "times", stroke: WRONG, strokeWidth: 2.2, r: 4.5 }),
    Plot.dot(
      points.filter(({ row }) => row.overturns),
      { ...place, stroke: WRONG, strokeWidth: 1.4, r: 2 * RADIUS },
    ),
  ];
}

/** What marks of points mean, as far as there are such. */
export function pointKeys(rows: readonly StudyRow[], colour: string = INK): Key[] {
  const drawn = rows.filter(({ value }) => value !== null);
  const shapes = SHAPES.filter(({ agrees }) => drawn.some((row) => row.agrees === agrees));
  return [
    ...shapes.map(({ agrees: _, ...key }) => ({ colour: "wrong" in key ? WRONG : colour, ...key })),
    ...(drawn.some(({ overturns }) => overturns)
      ? [{ label: "overturns the study, as counted", colour: WRONG, symbol: "circle", hollow: true }]
      : []),
  ];
}

/** What the marks behind points mean. */
export function behindKeys(rows: readonly StudyRow[]): Key[] {
  return [
    ...(rows.some(({ predicted }) => predicted) ? [{ label: "predicted before the runs", ...PREDICTED }] : []),
    ...(rows.some(({ published }) => published !== undefined) ? [{ label: "printed in the paper", ...PUBLISHED }] : []),
  ];
}
