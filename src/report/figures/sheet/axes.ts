import type * as Plot from "@observablehq/plot";
import { exp } from "../../../numeric/exp.ts";
import { log } from "../../../numeric/log.ts";
import { numberText } from "./words.ts";

const LN10 = log(10);

/** Labels of a logarithmic axis, at most. */
const MOST = 7;

/** What powers of ten are multiplied by, the closest labels first. */
const FACTORS = [[1, 2, 5], [1, 3], [1]] as const;

/** An axis of a panel: its scale, its words, and where it has labels. */
export interface Axis extends Omit<Plot.ScaleOptions, "label" | "ticks" | "tickFormat"> {
  /** Broken into lines where it is long; null for none. */
  readonly label: string | null;
  /** Of a band its domain is labelled. */
  readonly ticks?: readonly number[];
  readonly tickFormat?: (value: never) => string;
}

/** Those factors times powers of ten, rising, from below the one to above the other, as far as doubles go. */
function multiples(factors: readonly number[], from: number, to: number): number[] {
  const first = Math.floor(log(from) / LN10) - 1;
  const powers = Array.from({ length: Math.ceil(log(to) / LN10) - first + 2 }, (_, k) => first + k);
  return powers
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((x) => x > 0 && x < Infinity);
}

/**
 * Where a logarithmic axis with fixed ends has labels: 1, 2 and 5 times powers of ten, or fewer where these are many; other multiples, or the ends, where there are less than two.
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
  const inside = (factors: readonly number[]) => multiples(factors, from, to).filter((x) => x >= from && x <= to);
  const tens = inside([1]);
  if (tens.length > most) return tens.filter((_, k) => k % Math.ceil(tens.length / most) === 0);
  const ticks = FACTORS.map(inside).find(({ length }) => length <= most) ?? tens;
  if (ticks.length > 1) return ticks;
  const digits = inside([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  return digits.length > 1 ? digits : [from, to];
}

/** The fewest factors that ends and ticks of a logarithmic axis need not to lie far from what it holds. */
const factorsFor = (from: number, to: number) => FACTORS[to / from < 15 ? 0 : to / from < 1000 ? 1 : 2];

/** A logarithmic axis' ticks, of which some have labels. */
export interface LogTicks {
  readonly ticks: readonly number[];
  readonly labelled: readonly number[];
}

/**
 * Ticks of a logarithmic axis that ends on ticks: 1, 2 and 5 times powers of ten, or fewer.
 *
 * @param from least value that it must hold, > 0
 * @param to largest, >= from
 * @param most labels, >= 2
 * @returns ticks rising, the first at or below `from`, the last at or above `to`; all labelled, or powers of ten where these would be too many
 * @example
 * logEnds(0.4, 3).ticks // => [0.2, 0.5, 1, 2, 5]
 * logEnds(4, 256, 3) // => { ticks: [3, 10, 30, 100, 300], labelled: [10, 100] }
 */
export function logEnds(from: number, to: number, most = MOST): LogTicks {
  if (from === to) return logEnds(from / 3, to * 3, most);
  const around = (factors: readonly number[]) => {
    const all = multiples(factors, from, to);
    const [low, high] = [all.findLast((x) => x <= from) ?? from, all.find((x) => x >= to) ?? to];
    return [low, ...all.filter((x) => x > low && x < high), high];
  };
  const whole = FACTORS.map(around).find(({ length }) => length <= most);
  if (whole) return { ticks: whole, labelled: whole };
  const ticks = around(factorsFor(from, to));
  const tens = ticks.filter((x) => /^1e/.test(x.toExponential()));
  const shown = tens.length > 1 ? tens : ticks;
  return { ticks, labelled: shown.filter((_, k) => k % Math.ceil(shown.length / most) === 0) };
}

/**
 * Labels of a linear axis that ends on labels: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param from least value that it must hold
 * @param to largest, >= from
 * @param most labels, >= 2
 * @returns rising: the first at or below `from`, the last at or above `to`
 * @throws RangeError for what is no finite number: no step is large enough for it
 * @example
 * linearEnds(0, 0.93, 6) // => [0, 0.2, 0.4, 0.6, 0.8, 1]
 * linearEnds(-0.1, 1.76, 6) // => [-0.5, 0, 0.5, 1, 1.5, 2]
 * linearEnds(-5, 3, 2) // => [-5, 5]
 */
export function linearEnds(from: number, to: number, most: number): number[] {
  const size = Math.max(Math.abs(from), Math.abs(to));
  if (!Number.isFinite(size)) throw new RangeError(`an axis must hold finite numbers, but holds ${from} to ${to}`);
  // Labels have twelve digits, and must differ; what is next to nothing is drawn as 0.
  const narrow = size > 1e-290 ? 1e-9 * size : 1;
  if (to - from < narrow) {
    const room = from === to ? Math.max(size, narrow) : narrow;
    return linearEnds(from - room, to + room, most);
  }
  // Two multiples of one step do not stand around 0 with nothing between: there both ends are as far from it.
  const around = most === 2 && from < 0 && to > 0;
  const first = Math.floor(log((to - from) / most) / LN10);
  for (let power = first; ; power++) {
    for (const factor of [1, 2, 5]) {
      const step = Number(`${factor}e${power}`);
      const [low, high] = [Math.floor(from / step), Math.ceil(to / step)];
      if (around && low === -1 && high === 1) return [-step, step];
      if (high - low < most)
        return Array.from({ length: high - low + 1 }, (_, k) => Number(((low + k) * step).toPrecision(12)));
    }
  }
}

const scaleOf = (label: string, ticks: readonly number[]): Axis => ({
  ...{ label, ticks, domain: [ticks[0] as number, ticks.at(-1) as number] },
  tickFormat: numberText,
});

/**
 * A linear axis that ends on labels.
 *
 * @param label symbol or word, with unit
 * @param values that it must hold
 * @param most labels
 * @returns a scale
 */
export const linear = (label: string, values: readonly number[], most = 6): Axis =>
  scaleOf(label, linearEnds(Math.min(...values), Math.max(...values), Math.max(2, most)));

/**
 * A logarithmic axis that ends on labels.
 *
 * @param label symbol or word, with unit
 * @param values that it must hold, > 0
 * @param most labels
 * @param decades that it has, at least: what is flat looks flat
 * @returns a scale
 */
export function logarithmic(label: string, values: readonly number[], most = MOST, decades = 0): Axis {
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const lacking = Math.max(0, decades * LN10 - log(largest / least));
  const room = exp(lacking / 2);
  const { ticks, labelled } = logEnds(least / room, largest * room, Math.max(2, most));
  const tickFormat = (x: number) => (labelled.includes(x) ? numberText(x) : "");
  return { type: "log", ...scaleOf(label, ticks), tickFormat };
}

/** One whose ends are where they are: of a grid, that ends where its last node is. */
export function logarithmicBetween(label: string, from: number, to: number, most = MOST): Axis {
  return { type: "log", ...scaleOf(label, [from, to]), ticks: logTicks(from, to, most) };
}

/** The axis of shares, of which errors are some; what is drawn stands clear of the frame at 0 and at 1. */
export const shareAxis = (label: string, most = 6): Axis =>
  scaleOf(label, most < 5 ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1]);

export const CLEAR = { insetTop: 7, insetBottom: 7 } as const;
export const CLEAR_SIDES = { insetLeft: 7, insetRight: 7 } as const;
