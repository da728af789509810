import type { HeatReport } from "../../../experiments/heat/report.ts";

/** Shades of a map: from an error of a tenth or less to a half or more, in steps of 0.05. */
export const LEVELS = 9;

/** From the ground of the page to the blue of the palette. */
const [LIGHT, DEEP] = [
  [240, 245, 250],
  [0, 82, 140],
] as const;

/** The colour of a shade, "#rrggbb". */
export const shadeOf = (level: number): string =>
  `#${LIGHT.map((light, k) =>
    Math.round(light + ((DEEP[k] as number) - light) * (level / (LEVELS - 1)))
      .toString(16)
      .padStart(2, "0"),
  ).join("")}`;

/** A run that gave no number counts as the worst. */
const levelOf = (error: number | null): number =>
  Math.min(LEVELS - 1, Math.max(0, Math.round(((error ?? 1) - 0.1) / 0.05)));

/** A rectangle of one shade. */
export interface ShadeTile {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly level: number;
}

/** Middles between neighbours, and the outermost values themselves. */
const bordersOf = (values: readonly number[]): number[] => [
  values[0] as number,
  ...values.slice(1).map((value, k) => (value + (values[k] as number)) / 2),
  values.at(-1) as number,
];

/**
 * The cells of a map, row by row, neighbours of one shade as one.
 *
 * @param map its mean test errors
 * @returns rectangles that fill the plane
 */
export function tilesOf({ rows, columns, testError }: HeatReport): ShadeTile[] {
  const [across, up] = [bordersOf(columns.values), bordersOf(rows.values)];
  return testError.flatMap((row, k) => {
    const tiles: ShadeTile[] = [];
    const levels = row.map(levelOf);
    for (let c = 0; c < levels.length; ) {
      let last = c;
      while (last + 1 < levels.length && levels[last + 1] === levels[c]) last++;
      const [x1, x2] = [across[c] as number, across[last + 1] as number];
      tiles.push({ x1, x2, y1: up[k] as number, y2: up[k + 1] as number, level: levels[c] as number });
      c = last + 1;
    }
    return tiles;
  });
}
