import type { Diagram } from "../experiments/phase/diagram.ts";
import { divisionOf } from "./figures/phase/regions.ts";
import { shortNumber } from "./table.ts";

/** A part of the plane: the sign that fills it, and what it is. */
export interface MapRegion {
  readonly sign: string;
  readonly name: string;
  readonly about: string;
}

/** Signs that are told apart without colour: of how runs end, and of yes and no. */
const FATES = ["L", "M", "."];
const ANSWERS = ["#", "."];
const UNKNOWN = "?";
const PUBLISHED = "*";
/** Columns of one node at most. */
const WIDEST = 3;
/** The regions of a diagram as the figure divides it, each with its sign, and the sign of each node. */
function regionsOf(diagram: Diagram): { regions: MapRegion[]; signs: string[][] } {
  const { regions, of } = divisionOf(diagram);
  const asked = regions.length === ANSWERS.length;
  const signs = asked ? ANSWERS : FATES;
  const signed = regions.map(
    ({ name, about }, k): MapRegion => ({
      ...{ sign: signs[k] as string, name },
      about: asked && k === 0 ? `${about}, in at least half of the seeds` : about,
    }),
  );
  const signOf = (name: string | null) => signed.find((region) => region.name === name)?.sign ?? UNKNOWN;
  return { regions: signed, signs: of.map((column) => column.map(signOf)) };
}

/** So many of a list, evenly spread, first and last among them. */
function spread(count: number, most: number): number[] {
  const shown = Math.min(count, Math.max(2, most));
  return Array.from({ length: shown }, (_, k) => Math.round((k * (count - 1)) / Math.max(1, shown - 1)));
}

/** The place of a value on an axis, in steps; the nearest node's. */
const nearest = (values: readonly number[], value: number): number =>
  values.reduce((best, other, k) => {
    const far = (x: number) => Math.abs(x - value) / Math.max(x, value);
    return far(other) < far(values[best] as number) ? k : best;
  }, 0);

/** Numbers under their columns, where there is room for them. */
function ticks(values: readonly number[], columns: readonly number[], size: number): string {
  let line = "";
  for (const [at, column] of columns.entries()) {
    const text = shortNumber(values[column] as number);
    const room = columns.length * size - text.length;
    const place = at === columns.length - 1 ? Math.max(0, room) : at * size;
    const isLast = at === columns.length - 1;
    if (line === "" || place >= line.length + (isLast ? 1 : 2)) {
      if (
        !isLast &&
        at > 0 &&
        place + text.length + 2 > columns.length * size - shortNumber(values.at(-1) as number).length
      )
        continue;
      line = line.padEnd(place) + text;
    }
  }
  return line;
}

/**
 * A phase diagram in characters: a sign a node, the largest y at the top, x to the right, published runs as *.
 *
 * @param diagram any
 * @param width of a line; an axis with more nodes than there is room for is shown at some of them
 * @returns its lines, with the regions' names and shares of the plane under it
 */
export function phaseMap(diagram: Diagram, width: number): string[] {
  const { x, y, published } = diagram;
  const { regions, signs } = regionsOf(diagram);
  const label = Math.max(y.name.length, ...y.values.map((value) => shortNumber(value).length));
  const room = Math.max(2, Math.min(width, 2 * label + WIDEST * x.values.length) - label - 3);
  const columns = spread(x.values.length, room);
  const size = Math.max(1, Math.min(WIDEST, Math.floor(room / columns.length)));
  const marks = new Set(published.map((mark) => `${nearest(x.values, mark.x)} ${nearest(y.values, mark.y)}`));
  const cell = (column: number, row: number) => {
    const sign = signs[column]?.[row] ?? UNKNOWN;
    return (marks.has(`${column} ${row}`) ? PUBLISHED : sign) + sign.repeat(size - 1);
  };
  const margin = " ".repeat(label);
  const all = signs.flat();
  const share = (sign: string) => Math.round((100 * all.filter((other) => other === sign).length) / all.length);
  return [
    `Of the map: ${regions.map(({ sign, name }) => `${share(sign)}% ${name}`).join(", ")}.`,
    "",
    `${y.name.padStart(label)} ┌${"─".repeat(columns.length * size)}`,
    ...[...y.values.keys()]
      .reverse()
      .map(
        (row) =>
          `${shortNumber(y.values[row] as number).padStart(label)} │${columns.map((at) => cell(at, row)).join("")}`,
      ),
    `${margin} └${"─".repeat(columns.length * size)}`,
    `${margin}  ${ticks(x.values, columns, size)}`,
    `${margin}  ${x.name}`,
    "",
    ...regions.map(({ sign, name, about }) => `  ${sign}  ${name}: ${about}`),
    ...(all.includes(UNKNOWN) ? [`  ${UNKNOWN}  not known`] : []),
    ...(published.length > 0 ? [`  ${PUBLISHED}  published: see below`] : []),
  ];
}
