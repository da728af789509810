import type * as Plot from "@observablehq/plot";
import { log } from "../../numeric/log.ts";
import { numberText } from "./words.ts";

const LN10 = log(10);

/** Most tick labels of a logarithmic axis. */
const MOST = 7;

/**
 * Where a logarithmic axis has labels: powers of ten, every k-th where they are many; with their 2- and 5-fold where they are few.
 *
 * @param from least value, > 0
 * @param to largest, > from
 * @returns rising
 * @example
 * logTicks(1, 1000) // => [1, 10, 100, 1000]
 * logTicks(0.4, 3) // => [0.5, 1, 2]
 */
export function logTicks(from: number, to: number): number[] {
  const first = Math.floor(log(from) / LN10);
  const powers = Array.from({ length: Math.ceil(log(to) / LN10) - first + 1 }, (_, k) => first + k);
  const inside = (factors: readonly number[]) =>
    powers
      .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
      .filter((x) => x >= from && x <= to);
  const tens = inside([1]);
  if (tens.length < 3) return inside([1, 2, 5]);
  const stride = Math.ceil(tens.length / MOST);
  return tens.filter((_, k) => k % stride === 0);
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
 * @returns a scale
 */
export function logarithmic(label: string, values: readonly number[]): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [from, to] = least < most ? [least, most] : [least / 3, most * 3];
  return { type: "log", domain: [from, to], label, ...WORDS, ticks: logTicks(from, to), tickFormat: numberText };
}
