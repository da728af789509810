/** Whether a parsed JSON value is what it must be. */
export type Shape = (value: unknown) => boolean;

export const anything: Shape = () => true;
export const text: Shape = (value) => typeof value === "string";
export const number: Shape = (value) => typeof value === "number" && Number.isFinite(value);
export const flag: Shape = (value) => typeof value === "boolean";

/** One of some texts. */
export const among =
  (words: readonly string[]): Shape =>
  (value) =>
    words.includes(value as string);

/** Null, or else of a shape. */
export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);

/** Absent, or else of a shape. */
export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);

/** A list of values of a shape. */
export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);

/** Two values of a shape. */
export const pairOf =
  (shape: Shape): Shape =>
  (value) =>
    listOf(shape)(value) && (value as readonly unknown[]).length === 2;

/**
 * An object with entries of given shapes; others are not looked at.
 *
 * @param entries by name
 * @returns the shape
 * @example
 * objectWith({ a: number })({ a: 1, b: 2 }) // => true
 * objectWith({ a: number })({ a: "1" }) // => false
 */
export const objectWith =
  (entries: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(entries).every(([name, shape]) => shape((value as Record<string, unknown>)[name]));

/** One of several shapes. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));
