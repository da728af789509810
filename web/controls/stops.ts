/** Where a slider can stand. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  /** By decades, one digit each: 1, 2, ..., 9, 10, 20, ...; else in equal steps of this size. */
  readonly by: "decades" | number;
  readonly integer?: true;
  /** Whether 0 stands before the least. */
  readonly zero?: true;
}

const decades = (least: number, most: number): number[] => {
  const first = Math.floor(Math.log10(least));
  const last = Math.floor(Math.log10(most));
  return Array.from({ length: last - first + 1 }, (_, k) =>
    Array.from({ length: 9 }, (_, digit) => Number(`${digit + 1}e${first + k}`)),
  ).flat();
};

const steps = (least: number, most: number, step: number): number[] =>
  Array.from({ length: Math.round((most - least) / step) + 1 }, (_, k) => Number((least + k * step).toPrecision(6)));

/**
 * The values of a slider, rising.
 *
 * @param scale least and most are among them
 * @returns at least one value
 * @example
 * stopsOf({ least: 1, most: 12, by: "decades", integer: true }).slice(-3) // => [9, 10, 12]
 * stopsOf({ least: 0, most: 1, by: 0.5 }) // => [0, 0.5, 1]
 */
export function stopsOf({ least, most, by, integer, zero }: Scale): number[] {
  const inside = (by === "decades" ? decades(least, most) : steps(least, most, by)).filter(
    (value) => value >= least && value <= most && (!integer || Number.isInteger(value)),
  );
  return [...new Set([...(zero ? [0] : []), least, ...inside, most])];
}

/**
 * Where a value lies along a slider.
 *
 * @param stops as `stopsOf` gives them
 * @param value any; beyond the ends it is held there
 * @returns a share of the way in [0, 1], between two stops as the logarithm lies, or the value where the lower one is 0
 * @example
 * placeOf([0, 1, 100], 10) // => 0.75
 */
export function placeOf(stops: readonly number[], value: number): number {
  const above = stops.findIndex((stop) => stop >= value);
  if (above < 0) return 1;
  if (above === 0) return 0;
  const [low, high] = [stops[above - 1] as number, stops[above] as number];
  const part = low > 0 ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return (above - 1 + part) / (stops.length - 1);
}

/** The stop nearest to a value. */
export const nearestStop = (stops: readonly number[], value: number): number =>
  Math.round(placeOf(stops, value) * (stops.length - 1));
