import { exp } from "../../numeric/exp.ts";
import { log } from "../../numeric/log.ts";
import { InputError, show } from "../../setting/inputError.ts";

/** A value of an axis. */
export type Value = string | number;

/** The values of an axis as a plan has them: a list, or so many between two ends, both included. */
export type Range =
  | readonly Value[]
  | { readonly linear: readonly [from: number, to: number]; readonly count: number }
  | { readonly log: readonly [from: number, to: number]; readonly count: number };

/** Digits that are kept of a value between the ends of a range, so that a decade is 1e-5 and not 1.0000000000000002e-5. */
const DIGITS = 12;
const LIMIT = 1e6;

const SCALES: Readonly<Record<string, (from: number, to: number, share: number) => number>> = {
  linear: (from, to, share) => from * (1 - share) + to * share,
  log: (from, to, share) => exp(log(from) + (log(to) - log(from)) * share),
};

/** The rule of `valuesOf` in JSON Schema. */
export const RANGE_JSON = {
  anyOf: [
    { type: "array", items: { type: ["number", "string"] }, minItems: 1, maxItems: LIMIT },
    ...Object.keys(SCALES).map((scale) => ({
      type: "object",
      properties: {
        [scale]: {
          type: "array",
          items: { type: "number", ...(scale === "log" && { exclusiveMinimum: 0 }) },
          minItems: 2,
          maxItems: 2,
          uniqueItems: true,
        },
        count: { type: "integer", minimum: 2, maximum: LIMIT },
      },
      required: [scale, "count"],
      additionalProperties: false,
    })),
  ],
};

const isValue = (value: unknown): value is Value =>
  typeof value === "string" || (typeof value === "number" && Number.isFinite(value));

/**
 * Values between two ends, both of them included.
 *
 * linear: a + (b - a) k/(c - 1);  log: a (b/a)^(k/(c - 1)),  k = 0..c-1; to 12 significant digits but for the ends, to integers where asked for
 *
 * @param scale "linear" or "log"
 * @param ends [a, b]; for log both > 0
 * @param count c >= 2
 * @param integers whether values are rounded to integers, each kept once
 * @returns the values, from a to b
 * Source: ours.
 * @example
 * spread("log", [1e-6, 1e-2], 5, false) // => [0.000001, 0.00001, 0.0001, 0.001, 0.01]
 * spread("log", [1, 8], 5, true) // => [1, 2, 3, 5, 8]
 */
export function spread(
  scale: string,
  [from, to]: readonly [number, number],
  count: number,
  integers: boolean,
): number[] {
  const between = SCALES[scale] as (typeof SCALES)[string];
  const values = Array.from({ length: count }, (_, k) => {
    if (k === 0 || k === count - 1) return k === 0 ? from : to;
    return Number(between(from, to, k / (count - 1)).toPrecision(DIGITS));
  });
  return integers ? [...new Set(values.map(Math.round))] : values;
}

/**
 * The values of an axis.
 *
 * @param given a list, or {linear: [a, b], count} or {log: [a, b], count}
 * @param field its name in the plan, for errors
 * @param integers whether only integers have a meaning there
 * @returns the values; given again they are themselves
 * @throws InputError
 */
export function valuesOf(given: unknown, field: string, integers: boolean): Value[] {
  const refuse = (rule: string, value: unknown): never => {
    throw new InputError(`${field} must be ${rule}, but is ${show(value)}; correct it`);
  };
  if (Array.isArray(given)) {
    if (given.length === 0 || given.length > LIMIT || !given.every(isValue)) {
      refuse("a list of 1 to 10^6 numbers or names", given);
    }
    return given;
  }
  const { count, ...scales } = (given ?? {}) as Record<string, unknown>;
  const [[scale, ends] = [], ...more] = Object.entries(scales);
  if (typeof given !== "object" || scale === undefined || more.length > 0 || !Object.hasOwn(SCALES, scale)) {
    refuse("a list, {linear: [from, to], count: 5} or {log: [from, to], count: 5}", given);
  }
  const [from, to, ...rest] = (Array.isArray(ends) ? ends : []) as unknown[];
  const isEnd = (end: unknown) => typeof end === "number" && Number.isFinite(end) && (scale === "linear" || end > 0);
  if (!isEnd(from) || !isEnd(to) || rest.length > 0 || from === to) {
    refuse(`two different ${scale === "log" ? "numbers > 0" : "numbers"} in its range`, ends);
  }
  if (!Number.isSafeInteger(count) || (count as number) < 2 || (count as number) > LIMIT) {
    refuse("given a count, an integer from 2 to 10^6", count);
  }
  return spread(scale as string, [from as number, to as number], count as number, integers);
}
