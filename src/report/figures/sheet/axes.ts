import type * as Plot from "@observablehq/plot";
import { log } from "../../../numeric/log.ts";
import { numberText } from "./words.ts";

const LN10 = log(10);

/** Labels of a logarithmic axis, at most. */
const MOST = 7;

/** What powers of ten are multiplied by, the closest labels first. */
const FACTORS = [[1, 2, 5], [1, 3], [1]] as const;

/**
 * Where a logarithmic axis has labels: 1, 2 and 5 times powers of ten, or fewer where these are many; other multiples, or the ends, where there are less than two.
 *
 * @param from least value, > 0
 * @param to largest, > from
 * @param most labels
 * @returns rising
 * @example
 * logTicks(1, 1000) // => [1, 3, 10, 30, 100, 300, 1000]
 * logTicks(0.4, 3) // => [0.5, 1, 2]
 * logTicks(0.21, 0.43) // => [0.3, 0.4]
 * logTicks(1e-9, 1) // => [1e-9, 1e-7, 0.00001, 0.001, 0.1]
 */
export function logTicks(from: number, to: number, most = MOST): number[] {
  const first = Math.floor(log(from) / LN10);
  const powers = Array.from({ length: Math.ceil(log(to) / LN10) - first + 1 }, (_, k) => first + k);
  const inside = (factors: readonly number[]) =>
    powers
      .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
      .filter((x) => x >= from && x <= to);
  const tens = inside([1]);
  if (tens.length > most) return tens.filter((_, k) => k % Math.ceil(tens.length / most) === 0);
  const ticks = FACTORS.map(inside).find(({ length }) => length <= most) ?? tens;
  if (ticks.length > 1) return ticks;
  const digits = inside([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  return digits.length > 1 ? digits : [from, to];
}

type Scale = Plot.ScaleOptions;

const WORDS = { labelAnchor: "center", labelArrow: "none" } as const;

/** Errors stand clear of the frame at 0 and at 1. */
export const ERRORS = [-0.03, 1.03] as const;

/** A linear axis: its words, and what it must hold. */
export const linear = (label: string, more: Scale = {}): Scale => ({
  label,
  ...WORDS,
  tickFormat: numberText,
  ...more,
});

/**
 * A logarithmic axis over values > 0.
 *
 * @param label symbol or word, with unit
 * @param values that it must hold; one alone gets a decade around it
 * @param labels at most
 * @returns a scale
 */
export function logarithmic(label: string, values: readonly number[], labels = MOST): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [from, to] = least < most ? [least, most] : [least / 3, most * 3];
  return {
    type: "log",
    domain: [from, to],
    label,
    ...WORDS,
    ticks: logTicks(from, to, labels),
    tickFormat: numberText,
  };
}
