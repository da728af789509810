import { EMPTY, type Interval, numsToInterval } from "../../src/interval/interval.ts";
import { nextUp } from "../../src/numeric/nextUp.ts";
import { nextWord, type Stream } from "../../src/random/stream.ts";

/** The words of one case: Philox with the case in the counter, so that any case can be drawn alone. */
export const openCase = (seed: number, room: number, index: number): Stream => ({
  key: Uint32Array.of(seed, 0x1788),
  counter: Uint32Array.of(0, room, index, 0),
  words: new Uint32Array(4),
  used: 4,
});

/** A whole number in [low, high]; the bias of the remainder does not matter here. */
export const whole = (stream: Stream, low: number, high: number): number => low + (nextWord(stream) % (high - low + 1));

const pick = <T>(stream: Stream, list: readonly T[]): T => list[whole(stream, 0, list.length - 1)] as T;

const view = new DataView(new ArrayBuffer(8));

/** The double of given fields: 0 is the exponent of subnormals and 0, 1023 that of 1, 2046 the largest. */
function ofFields(negative: boolean, exponent: number, high: number, low: number): number {
  view.setUint32(0, (negative ? 2 ** 31 : 0) + exponent * 2 ** 20 + (high % 2 ** 20));
  view.setUint32(4, low);
  return view.getFloat64(0);
}

/** A double with random bits and an exponent field from a range, of either sign. */
export const withExponent = (stream: Stream, low: number, high: number): number =>
  ofFields(nextWord(stream) % 2 === 1, whole(stream, low, high), nextWord(stream), nextWord(stream));

/** x moved by up to `steps` doubles up or down. */
export function beside(stream: Stream, x: number, steps: number): number {
  const by = whole(stream, -steps, steps);
  let moved = by < 0 ? -x : x;
  for (let step = Math.abs(by); step > 0; step--) moved = nextUp(moved);
  const finite = Math.max(-Number.MAX_VALUE, Math.min(moved, Number.MAX_VALUE));
  return by < 0 ? 0 - finite : finite;
}

/** Where formulas change: zeros, the ends of the subnormal and the normal range, 1, and where squares and products leave the range. */
const CORNERS = [0, 5e-324, 2 ** -1022, 2 ** -968, 2 ** -900, 2 ** -537, 2 ** -511, 2 ** -53, 0.5, 1, 2, 3, 10].concat([
  2 ** 53,
  2 ** 511,
  2 ** 512,
  2 ** 900,
  2 ** 970,
  2 ** 1022,
  2 ** 1023,
  Number.MAX_VALUE,
]);

type Draw = (stream: Stream) => number;
const signed = (stream: Stream, x: number) => (nextWord(stream) % 2 === 1 ? -x + 0 : x);

const DRAWS: readonly Draw[] = [
  (stream) => withExponent(stream, 0, 2046),
  (stream) => withExponent(stream, 993, 1053),
  (stream) => withExponent(stream, 1020, 1026),
  (stream) => withExponent(stream, 0, 0),
  (stream) => withExponent(stream, 0, 60),
  (stream) => withExponent(stream, 2040, 2046),
  (stream) => whole(stream, -16, 16),
  (stream) => whole(stream, -1024, 1024) / 64,
  (stream) => signed(stream, pick(stream, CORNERS)),
  (stream) => beside(stream, signed(stream, pick(stream, CORNERS)), 3),
  (stream) => beside(stream, ofFields(nextWord(stream) % 2 === 1, whole(stream, 1, 2046), 0, 0), 1),
];

/** A finite double, of any kind that has trouble to give. */
export const anyDouble: Draw = (stream) => pick(stream, DRAWS)(stream);

/** Arguments of exp: over its range, at its ends, where it turns subnormal, between its powers of two, next to 0. */
export const exponent: Draw = (stream) => {
  const kind = whole(stream, 0, 5);
  if (kind === 0) return (whole(stream, -746 * 2 ** 20, 710 * 2 ** 20) + nextWord(stream) * 2 ** -32) * 2 ** -20;
  if (kind === 1) return beside(stream, pick(stream, [709.782712893384, -745.1332191019411, -708.3964185322641]), 3);
  if (kind === 2) return beside(stream, (whole(stream, -1075, 1024) + 0.5) * Math.LN2, 200);
  if (kind === 3) return beside(stream, whole(stream, -1075, 1024) * Math.LN2, 2);
  return kind === 4 ? withExponent(stream, 960, 1024) : anyDouble(stream);
};

/** Arguments of log: of any size, next to 1, between its powers of two. */
export const positive: Draw = (stream) => {
  const kind = whole(stream, 0, 4);
  if (kind === 0) return Math.abs(withExponent(stream, 0, 2046));
  if (kind === 1) return beside(stream, 1, 2 ** whole(stream, 0, 8));
  if (kind === 2) return 1 + (whole(stream, -(2 ** 20), 2 ** 21) + nextWord(stream) * 2 ** -32) * 2 ** -21;
  return kind === 3 ? beside(stream, 2 ** whole(stream, -1070, 1022) * Math.SQRT2, 9) : anyDouble(stream);
};

/** b such that a b (or a/b, as `way` is 1 or -1) is near the least or the largest doubles, or a simple number. */
export function partner(stream: Stream, a: number, way: 1 | -1): number {
  const aim = pick(stream, [2 ** -1074, 2 ** -1022, 2 ** -960, 2 ** -900, 1, 2 ** 900, 2 ** 1000, 2 ** 1023]);
  const size = way === 1 ? aim / a : a / aim;
  const b = Number.isFinite(size) ? signed(stream, size) : anyDouble(stream);
  return beside(stream, b * (1 + whole(stream, 0, 3) / 4), 2);
}

/** An interval from an end: a point, or one or some steps long, or as long as to another number, or a half-line; rarely empty. */
export function intervalFrom(stream: Stream, draw: Draw, end = draw(stream)): Interval {
  const kind = whole(stream, 0, 31);
  if (kind < 12) return numsToInterval(end, end);
  if (kind < 16) return numsToInterval(end, Math.min(nextUp(end), Number.MAX_VALUE));
  if (kind === 30) return nextWord(stream) % 2 === 1 ? numsToInterval(end, Infinity) : numsToInterval(-Infinity, end);
  if (kind === 31) return nextWord(stream) % 2 === 1 ? EMPTY : numsToInterval(-Infinity, Infinity);
  const other = kind < 20 ? beside(stream, end, 16) : draw(stream);
  return numsToInterval(Math.min(end, other), Math.max(end, other));
}
