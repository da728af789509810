import { integerPower } from "../../numeric/integerPower.ts";
import { largestSize } from "../../numeric/largestSize.ts";
import type { Network } from "../../setting/network.ts";
import { newArena } from "../../sim/engines/arena.ts";
import { configure } from "../../sim/engines/kernel.ts";
import { newKernel } from "./kernel.ts";
import type { Prepared } from "./prepare.ts";
import { MOMENTS, newMemory, roundingOf } from "./remember.ts";
import { inVectors, isModerate, powerAbove } from "./units.ts";

/** What a training is at a moment, as far as fresh examples see it. */
export interface State {
  /** rho^t and tau(t). */
  readonly decayed: number;
  readonly size: number;
  /** u, [2m]. */
  readonly signal: Float64Array;
  /** c_l, [n * 2m]. */
  readonly along: Float64Array;
}

/** Of one class, in units that depend on the moment: sums of sigma over its neurons, and largest <w_r, xi>, one a fresh example. */
export interface Side {
  readonly given: Float32Array;
  readonly slopes: Float32Array;
  readonly largest: Float32Array;
}

/** What fresh examples about see. */
export interface Look {
  readonly sides: readonly [Side, Side];
  /** What a largest <w_r, xi> may be off by. */
  readonly slack: number;
  /** Of a look at all examples: what `narrow` does with them, faster; absent where only some are looked at. */
  readonly sift?: Sift;
}

/** Sorts out a look at all examples. */
export interface Sift {
  /** The examples whose largest <w_r, xi> is between the bounds, give or take 2^-22, and how many are below these. */
  within(side: 0 | 1, low: number, high: number): { readonly inside: Int32Array; readonly below: number };
  /** Those whose margin is not sure to be further from 0 than its error, and how many others are below 0. */
  decide(slope: number, rounding: number): { readonly undecided: Int32Array; readonly wrong: number };
}

/** A moment that is looked at. */
export interface Sight {
  /** What one unit of <w_r, xi> is: a power of two. */
  readonly unit: number;
  /** For labels +1 and -1, what the feature gives to the outputs of both classes, in the same units. */
  readonly fromFeature: readonly [readonly [number, number], readonly [number, number]];
  /**
   * Looks at all examples.
   *
   * @param enough what it may be off by, in units of <w_r, xi> of any moment: vectors that are less off are combined from what they were
   */
  all(enough: number): Look;
  /** What is the least that a look is off by. */
  readonly closest: number;
  /** Looks at some, ascending, as closely as that. */
  some(chosen: Int32Array): Look;
}

/** How often a training example must be met that remembering saves more than it takes. */
const OFTEN = 32;

/** Vectors that are summed side by side: kernel/lanes.ts. */
const SIDE_BY_SIDE = 5;

/** Filled up by its last to a multiple of five. */
const inFives = (list: readonly number[]): Int32Array =>
  new Int32Array(SIDE_BY_SIDE * Math.ceil(list.length / SIDE_BY_SIDE)).map(
    (_, k) => list[Math.min(k, list.length - 1)] as number,
  );

/** For labels +1 and -1, what the feature gives to both classes. */
function givenBy(signal: Float64Array, neurons: number, q: number, unit: number): Sight["fromFeature"] {
  const of = (y: number, first: number) =>
    signal.subarray(first, first + neurons).reduce((sum, u) => sum + integerPower(Math.max(0, (y * u) / unit), q), 0);
  return [
    [of(1, 0), of(1, neurons)],
    [of(-1, 0), of(-1, neurons)],
  ];
}

/** The training examples that are met, and where P has them. */
function columnsOf({ columns }: Prepared) {
  let last = -1;
  for (let p = 0; p < columns.length; p++) last = Math.max(last, columns[p] as number);
  const places = new Int32Array(last + 1);
  for (let p = 0; p < columns.length; p++) places[columns[p] as number] = 1;
  const used = new Int32Array(places.reduce((sum, met) => sum + met, 0));
  let count = 0;
  for (let l = 0; l < places.length; l++) {
    if (places[l] === 0) continue;
    used[count] = l;
    places[l] = count++;
  }
  return { used, places };
}

/**
 * Prepares to look at fresh examples in single precision.
 *
 * A sum of K c_l and three other terms, whose sizes add up to S, is off by (K + 12) 2^-24 S at most in single precision: K + 3 additions, a product,
 * and what is rounded before. In double precision, whichever way it is summed, a few units for every entry are enough. So the two differ by `slack` S.
 * Where lanes are combined from what they were, what the combination leaves is added (`newMemory`).
 *
 * @param network whose sigma is a power q >= 2
 * @param labels of the fresh examples
 * @param prepared what the examples see of start and directions
 * @returns a function of the state: a look at the examples then, or undefined where numbers are so large or small that the bounds do not hold
 * Source: ours; docs/notes/sketch.md.
 */
export function newSketch({ neurons, q }: Network, labels: Int8Array, prepared: Prepared) {
  const { begun, remainders, features, bounds, columns, products, most } = prepared;
  const { length: count } = features;
  const width = 2 * neurons;
  const vectors = Math.ceil(neurons / 4);
  const row = 8 * vectors;
  const rounding = roundingOf(most);
  const kernel = newKernel();
  const arena = newArena(kernel);
  // What meets nothing but zeros may be too large for single precision: it is left out.
  const scaleOf = (size: number) => size && powerAbove(size);
  const scales = { remainders: scaleOf(most.remainders), features: scaleOf(most.features), along: scaleOf(most.along) };
  const { used, places } = columnsOf(prepared);
  const entries = new Int32Array(2 * columns.length);
  const inEntries = new Float32Array(entries.buffer);
  columns.forEach((l, p) => {
    entries[2 * p] = 4 * row * (places[l] as number);
    inEntries[2 * p + 1] = (products[p] as number) / (scales.along || 1);
  });
  const remembers = columns.length > OFTEN * used.length;
  const all = Array.from({ length: 2 * vectors }, (_, v) => v);
  const room = 4 * SIDE_BY_SIDE * all.length;
  const moments = Array.from({ length: MOMENTS }, () => (remembers ? arena.reserve(4 * row * count) : 0));
  const out = arena.reserve(24 * count);
  const chosenPlaces = arena.reserve(4 * count);
  const feature = arena.reserve(32);
  const signs = arena.place(labels);
  const setup = {
    vectors,
    power: q,
    begun: arena.place(begun.lanes),
    remainders: most.remainders > 0 ? arena.place(inVectors(remainders, neurons, 1 / scales.remainders)) : 0,
    features: arena.place(Float32Array.from(features, (x) => x / (scales.features || 1))),
    rows: arena.place(bounds),
    entries: arena.place(entries),
    along: arena.reserve(4 * row * used.length),
    signal: arena.reserve(4 * row),
    filled: arena.place(new Int32Array(4).map((_, lane) => (4 * (vectors - 1) + lane < neurons ? -1 : 0))),
    lanes: arena.reserve(4 * row),
    summed: arena.reserve(room),
    kept: arena.reserve(room),
    combined: arena.reserve(room),
    factors: arena.reserve(4 * row * MOMENTS),
    ...{ moment0: moments[0] as number, moment1: moments[1] as number, moment2: moments[2] as number },
  };
  configure(kernel, setup);
  const memory = remembers ? newMemory(row, used.length + 3, rounding) : undefined;
  const seen = new Float64Array(used.length * width);
  const now = new Float64Array(remembers ? (used.length + 3) * row : 0);
  const exactly = rounding.single + rounding.double;

  /** Looks with some vectors summed, and the others combined. */
  const look = (sums: readonly number[], keeps: boolean, slack: number, chosen?: Int32Array): Look => {
    const distances = inFives(sums.map((v) => 16 * v));
    const others = Int32Array.from(
      all.filter((v) => !sums.includes(v)),
      (v) => 16 * v,
    );
    const looked = chosen?.length ?? count;
    arena.write(setup.summed, distances);
    arena.write(setup.combined, others);
    if (chosen) arena.write(chosenPlaces, chosen);
    configure(kernel, {
      slack,
      summedEnd: setup.summed + 4 * distances.length,
      combinedEnd: setup.combined + 4 * others.length,
    });
    kernel.look(chosen ? chosenPlaces : 0, looked, keeps ? 1 : 0, out);
    const list = (k: number) => new Float32Array(kernel.memory.buffer, out + 4 * k * looked, looked);
    const side = (k: number): Side => ({ given: list(k), slopes: list(k + 1), largest: list(k + 2) });
    return { sides: [side(0), side(3)], slack, ...(!chosen && { sift }) };
  };

  const listed = (length: number) => new Int32Array(kernel.memory.buffer, chosenPlaces, length).slice();
  const sift: Sift = {
    within(side, low, high) {
      // Rounded, they are still outside.
      const [from, to] = [low - 2 ** -23, high + 2 ** -23];
      const inside = listed(kernel.within(out + 4 * count * (3 * side + 2), count, from, to, chosenPlaces));
      return { inside, below: kernel.below.value };
    },
    decide(slope, rounding) {
      const undecided = listed(kernel.decide(out, signs, count, feature, slope, rounding, chosenPlaces));
      return { undecided, wrong: kernel.wrong.value };
    },
  };

  /** The numbers that lanes are linear in, each times what it is met with at most. */
  const readNow = ({ decayed, size, signal }: State, unit: number): void => {
    now.fill((decayed * most.begun) / unit, 0, row);
    now.fill((size * most.remainders) / unit, row, 2 * row);
    const half = 4 * vectors;
    const write = (to: number, from: Float64Array, at: number, factor: number) => {
      for (let r = 0; r < neurons; r++) {
        now[to + r] = factor * (from[at + r] as number);
        now[to + half + r] = factor * (from[at + neurons + r] as number);
      }
    };
    write(2 * row, signal, 0, most.features / unit);
    for (let l = 0; l < used.length; l++) write((l + 3) * row, seen, l * width, most.norm / unit);
  };

  const lookAtAll = (state: State, unit: number, enough: number): Look => {
    if (!memory) return look(all, false, exactly);
    readNow(state, unit);
    const { factors, off } = memory.combine(now);
    const offOf = (v: number) => off.subarray(4 * v, 4 * v + 4).reduce((most, x) => Math.max(most, x), 0);
    const limit = Math.max(enough / unit, 4 * exactly);
    const sums = all.filter((v) => !(offOf(v) <= limit));
    const others = all.filter((v) => offOf(v) <= limit);
    const kept = memory.keep(now, sums).map((moment) => moments[moment] as number);
    arena.write(setup.kept, inFives(sums.map((v, k) => (kept[k] as number) + 16 * v)));
    arena.write(setup.factors, factors);
    return look(
      sums,
      true,
      others.reduce((most, v) => Math.max(most, offOf(v)), sums.length > 0 ? exactly : 0),
    );
  };

  return (state: State): Sight | undefined => {
    const { decayed, size, signal, along } = state;
    used.forEach((l, place) => {
      for (let r = 0; r < width; r++) seen[place * width + r] = along[l * width + r] as number;
    });
    // The sizes of the terms of <w_r, xi> add up to that at most.
    const whole =
      Math.abs(decayed) * most.begun +
      Math.abs(size) * most.remainders +
      largestSize(signal) * most.features +
      largestSize(seen) * most.along;
    if (!isModerate(whole)) return undefined;
    const unit = powerAbove(whole);
    const fromFeature = givenBy(signal, neurons, q, unit);
    const scaled = integerPower(unit, q);
    if (!isModerate(scaled) || !fromFeature.flat().every((x) => x < 1e250 && x * scaled < 1e250)) return undefined;
    arena.write(setup.along, inVectors(seen, neurons, scales.along / unit));
    arena.write(setup.signal, inVectors(signal, neurons, scales.features / unit));
    arena.write(feature, Float64Array.from(fromFeature.flat()));
    configure(kernel, {
      decayed: (decayed * (most.begun && begun.unit)) / unit,
      size: (size * scales.remainders) / unit,
    });
    return {
      unit,
      fromFeature,
      closest: exactly,
      all: (enough) => lookAtAll(state, unit, enough),
      some: (chosen) => look(all, false, exactly, chosen),
    };
  };
}
