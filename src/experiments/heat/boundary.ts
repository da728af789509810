import { log } from "../../numeric/log.ts";
import { mean } from "../../statistics/mean.ts";

/**
 * Where an error passes a cut along a row.
 *
 * halfway between two columns: as many columns lie before it as have an error above the cut
 *
 * @param columns ascending, equally spaced
 * @param errors one a column; NaN counts as above the cut
 * @param cut in (0, 1)
 * @returns the place; null where no column or every column is above
 * Source: ours: of a row that falls but for noise, noise moves it as often up as down.
 * @example
 * crossing([0, 1, 2, 3], [0.5, 0.4, 0.1, 0.1], 0.2) // => 1.5
 */
export function crossing(columns: readonly number[], errors: readonly number[], cut: number): number | null {
  const above = errors.filter((error) => !(error <= cut)).length;
  if (above === 0 || above === errors.length) return null;
  return ((columns[above - 1] as number) + (columns[above] as number)) / 2;
}

/**
 * The exponent of a power law, by least squares of logarithms.
 *
 * @param points [x, y], both > 0, at least two different x
 * @returns exponent and log C; null for fewer
 * Source: standard.
 * @example
 * powerLaw([[1, 2], [4, 4]])?.exponent // => 0.5
 */
export function powerLaw(points: readonly (readonly [number, number])[]): { exponent: number; logC: number } | null {
  if (new Set(points.map(([x]) => x)).size < 2) return null;
  const [x, y] = [points.map((point) => log(point[0])), points.map((point) => log(point[1]))];
  const [mx, my] = [mean(x), mean(y)];
  const cross = x.reduce((sum, value, k) => sum + (value - mx) * ((y[k] as number) - my), 0);
  const exponent = cross / x.reduce((sum, value) => sum + (value - mx) * (value - mx), 0);
  return { exponent, logC: my - exponent * mx };
}
