import type { Row } from "./study.ts";

/** A point by what is counted there, whatever its interval leaves open. */
type Counted = Pick<Row, "value" | "predicted">;

/** Whether more than half of the seeds do. */
export const most = ({ value }: Counted): boolean => value !== null && value > 0.5;

/** Whether fewer than half do. */
export const few = ({ value }: Counted): boolean => value !== null && value < 0.5;

/**
 * Whether a point lies outside of what was predicted of it, as counted.
 *
 * @param row its value and what was predicted
 * @returns false where nothing was predicted or found
 * @example
 * outside({ value: 0.55, predicted: { least: 0, most: 0.5 } }) // => true
 */
export const outside = ({ value, predicted }: Counted): boolean =>
  predicted !== undefined && value !== null && (value < predicted.least || value > predicted.most);

/** The columns of a point that are numbers. */
export const numbersAt = ({ at }: Pick<Row, "at">) => at as Readonly<Record<string, number>>;
