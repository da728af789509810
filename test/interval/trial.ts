import { add, neg, sub } from "../../src/interval/add.ts";
import { div } from "../../src/interval/div.ts";
import { exp } from "../../src/interval/exp.ts";
import type { Interval } from "../../src/interval/interval.ts";
import { log } from "../../src/interval/log.ts";
import { mid } from "../../src/interval/measures.ts";
import { max, min } from "../../src/interval/minMax.ts";
import { mul } from "../../src/interval/mul.ts";
import { pown } from "../../src/interval/pown.ts";
import { isEmpty, isMember } from "../../src/interval/sets.ts";
import { sqrt } from "../../src/interval/sqrt.ts";
import { nextUp } from "../../src/numeric/nextUp.ts";
import type { Stream } from "../../src/random/stream.ts";
import { place } from "../helpers/place.ts";
import { anyDouble, exponent, intervalFrom, openCase, partner, positive, whole } from "./draw.ts";
import { isDefined, judge, type RealName } from "./judge.ts";

/** The operands of a case; operations of one interval have no y, powers have n. */
export interface Operands {
  readonly x: Interval;
  readonly y?: Interval;
  readonly n?: number;
}

interface Operation {
  readonly real: RealName;
  readonly draw: (stream: Stream) => Operands;
  readonly apply: (operands: Required<Operands>) => Interval;
  /** How many doubles long the result of a point may be; "tightest": its ends are the image, or the two doubles around it. */
  readonly widest: "tightest" | ((n: number) => number);
}

const one = (stream: Stream): Operands => ({ x: intervalFrom(stream, anyDouble) });
const two = (stream: Stream): Operands => ({ x: intervalFrom(stream, anyDouble), y: intervalFrom(stream, anyDouble) });

/** Half of the time two ends are chosen for each other. */
const related = (other: (stream: Stream, a: number) => number) => (stream: Stream) => {
  if (whole(stream, 0, 1) === 0) return two(stream);
  const a = anyDouble(stream);
  return { x: intervalFrom(stream, anyDouble, a), y: intervalFrom(stream, anyDouble, other(stream, a)) };
};
/** a within a factor 2 of -b or b: the leading digits of a sum or difference cancel. */
const cancelling = related((stream, a) => {
  const b = a * (1 + whole(stream, -8, 8) / 8);
  return (whole(stream, 0, 1) === 0 ? -1 : 1) * (Number.isFinite(b) ? b : a) + 0;
});
const powers = (base: (stream: Stream) => number, size: number) => (stream: Stream) => ({
  x: intervalFrom(stream, base),
  n: whole(stream, -size, size),
});
/** 1 + delta, so that powers far apart stay in range. */
const nearOne = (stream: Stream) =>
  (whole(stream, 0, 1) === 0 ? 1 : -1) * (1 + whole(stream, -1000, 1000) * 2 ** -whole(stream, 11, 52));

/** Four steps up and four down. */
const ofElementary = () => 8;
/**
 * Either end is off by |n| roundings of 2^-52 at most, relatively; a double is 2^-53 or more from the next. For n < 0, x^-n may be as
 * small as 2^-1024 and then has spacings of 2^-50. The hundredth is for the second order: |n| 2^-52 <= 2^-21.
 */
const ofPower = (n: number) => 4.01 * Math.abs(n) + 20;

export const OPERATIONS = {
  neg: { real: "neg", draw: one, apply: ({ x }) => neg(x), widest: "tightest" },
  add: { real: "add", draw: cancelling, apply: ({ x, y }) => add(x, y), widest: "tightest" },
  sub: { real: "sub", draw: cancelling, apply: ({ x, y }) => sub(x, y), widest: "tightest" },
  mul: { real: "mul", draw: related((s, a) => partner(s, a, 1)), apply: ({ x, y }) => mul(x, y), widest: "tightest" },
  div: { real: "div", draw: related((s, a) => partner(s, a, -1)), apply: ({ x, y }) => div(x, y), widest: "tightest" },
  sqrt: { real: "sqrt", draw: one, apply: ({ x }) => sqrt(x), widest: "tightest" },
  pown: { real: "pown", draw: powers(anyDouble, 20), apply: ({ x, n }) => pown(x, n), widest: ofPower },
  "pown near 1": { real: "pown", draw: powers(nearOne, 2 ** 31), apply: ({ x, n }) => pown(x, n), widest: ofPower },
  exp: {
    real: "exp",
    draw: (stream) => ({ x: intervalFrom(stream, exponent) }),
    apply: ({ x }) => exp(x),
    widest: ofElementary,
  },
  log: {
    real: "log",
    draw: (stream) => ({ x: intervalFrom(stream, positive) }),
    apply: ({ x }) => log(x),
    widest: ofElementary,
  },
  min: { real: "min", draw: two, apply: ({ x, y }) => min(x, y), widest: "tightest" },
  max: { real: "max", draw: two, apply: ({ x, y }) => max(x, y), widest: "tightest" },
} satisfies Record<string, Operation>;
export type OperationName = keyof typeof OPERATIONS;
export const OPERATION_NAMES = Object.keys(OPERATIONS) as OperationName[];

/** Members at which an interval is tried: its ends, its middle, a random one, 0 and 1. */
function membersOf(x: Interval, stream: Stream): readonly number[] {
  const inner = Math.max(x.lo, Math.min(anyDouble(stream), x.hi));
  const candidates = [x.lo, x.hi, mid(x), inner, 0, 1, -Number.MAX_VALUE, Number.MAX_VALUE];
  return [...new Set(candidates)].filter((candidate) => isMember(candidate, x));
}

/** EMPTY, or two ends that numsToInterval would take as they are. */
const isInterval = ({ lo, hi }: Interval) =>
  (lo === Infinity && hi === -Infinity) ||
  (lo <= hi && lo < Infinity && hi > -Infinity && !Object.is(lo, -0) && !Object.is(hi, -0));

/** How many doubles an interval with finite ends is long. */
const steps = ({ lo, hi }: Interval): number => Number(place(hi) - place(lo));

export interface Outcome {
  readonly operands: Operands;
  readonly result: Interval;
  /** Pairs of members whose image was looked up. */
  readonly points: number;
  /** The length of the result in doubles, for operands of one member each and a result within the normal doubles. */
  readonly width?: number;
  /** What is wrong, in words. */
  readonly failures: readonly string[];
}

const isPoint = (x: Interval | undefined) => x === undefined || x.lo === x.hi;
const isNormal = (v: number) => v === 0 || (Math.abs(v) >= 2 ** -1022 && Number.isFinite(v));

/**
 * One case: the operation on operands drawn for it, against f at members of them.
 *
 * Sound: every f(a, b) lies in the result. Tight, for operands of one member: the result is no longer than `widest` says.
 */
export function trial(name: OperationName, seed: number, index: number): Outcome {
  const operation: Operation = OPERATIONS[name];
  const stream = openCase(seed, OPERATION_NAMES.indexOf(name), index);
  const operands = operation.draw(stream);
  const { x, y = { lo: 0, hi: 0 }, n = 0 } = operands;
  const result = operation.apply({ x, y, n });
  const { lo, hi } = result;
  const failures: string[] = [];
  if (!isInterval(result)) failures.push("the result is no interval");
  if ((isEmpty(x) || isEmpty(y)) && !isEmpty(result)) failures.push("the result of EMPTY is not EMPTY");
  const point = isPoint(x) && isPoint(y);
  const seconds = operands.n === undefined ? membersOf(y, stream) : [n];
  let points = 0;
  for (const a of membersOf(x, stream)) {
    for (const b of seconds) {
      if (!isDefined(operation.real, a, b)) continue;
      points++;
      const sideOf = judge(operation.real, a, b);
      const low = sideOf(lo);
      if (low < 0) failures.push(`f(${a}, ${b}) is below the result`);
      if (sideOf(hi) > 0) failures.push(`f(${a}, ${b}) is above the result`);
      if (point && operation.widest === "tightest" && hi !== (low === 0 ? lo : nextUp(lo)))
        failures.push(`f(${a}, ${b}) has doubles around it that are closer`);
    }
  }
  if (!(point && points > 0 && isNormal(lo) && isNormal(hi))) return { operands, result, points, failures };
  const width = steps(result);
  if (operation.widest !== "tightest" && width > operation.widest(n))
    failures.push(`the result is ${width} doubles long`);
  return { operands, result, points, width, failures };
}
