import { fc } from "@fast-check/vitest";
import { EMPTY, ENTIRE, type Interval, numsToInterval } from "../../src/interval/interval.ts";
import { anyDouble, intervalFrom, openCase } from "./draw.ts";

/** Intervals as `trial` draws them, for properties. */
export const intervals = fc.nat().map((index) => intervalFrom(openCase(2, 1001, index), anyDouble));
export const numbers = fc.nat().map((index) => anyDouble(openCase(3, 1002, index)));

/** For tables: "[1, 2]", "empty" and "entire", as the standard spells them. */
export function read(text: string): Interval {
  if (text === "empty") return EMPTY;
  if (text === "entire") return ENTIRE;
  const [lo, hi] = text.slice(1, -1).split(",").map(readNumber) as [number, number];
  return numsToInterval(lo, hi);
}

/** "max" is the largest double, "tiny" the least above 0. */
const NAMED: Readonly<Record<string, number>> = { inf: Infinity, max: Number.MAX_VALUE, tiny: Number.MIN_VALUE };

function readNumber(text: string): number {
  const [, sign, size] = /^\s*(-?)(\S+)\s*$/.exec(text) as unknown as [string, string, string];
  return (sign === "-" ? -1 : 1) * (NAMED[size] ?? Number(size));
}
