import { integerPower } from "../../numeric/integerPower.ts";
import { largestSize } from "../../numeric/largestSize.ts";
import type { Network } from "../../setting/network.ts";
import { newArena } from "../../sim/engines/arena.ts";
import { configure } from "../../sim/engines/kernel.ts";
import { newKernel } from "./kernel.ts";
import type { Prepared } from "./prepare.ts";

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

/** Of one class, in units that depend on the moment: sums of sigma over its neurons, and largest <w_r, xi>, [count] each. */
export interface Side {
  readonly given: Float32Array;
  readonly slopes: Float32Array;
  readonly largest: Float32Array;
}

/** What fresh examples about see. */
export interface Look {
  /** What one unit of <w_r, xi> is: a power of two. */
  readonly unit: number;
  readonly sides: readonly [Side, Side];
  /** For labels +1 and -1, what the feature gives to the outputs of both classes, in the same units. */
  readonly fromFeature: readonly [readonly [number, number], readonly [number, number]];
  /** What a largest <w_r, xi> may be off by. */
  readonly slack: number;
}

/** Units of the last place of single and of double precision, halved. */
const SINGLE = 2 ** -24;
const DOUBLE = 2 ** -53;

/** The least power of two that is at least x, which is moderate. */
function powerAbove(x: number): number {
  let power = 1;
  while (power < x) power *= 2;
  while (power / 2 >= x) power /= 2;
  return power;
}

/** Powers of all that is met stay that far from where doubles end. */
const isModerate = (x: number) => x > 1e-250 && x < 1e250;

/**
 * Prepares to look at fresh examples in single precision.
 *
 * A sum of K c_l and three other terms, whose sizes add up to S, is off by (K + 12) 2^-24 S at most in single precision: K + 3 additions, a product,
 * and what is rounded before. In double precision, whichever way it is summed, a few units for every entry are enough. So the two differ by `slack` S.
 *
 * @param network whose sigma is a power q >= 2
 * @param prepared what the examples see of start and directions
 * @returns a function of the state: what the examples see of it, or undefined where numbers are so large or small that the bounds do not hold
 * Source: ours; docs/notes/sketch.md.
 */
export function newSketch({ neurons, q }: Network, prepared: Prepared) {
  const { begun, remainders, features, bounds, columns, products, most } = prepared;
  const factors = [most.begun, most.remainders, most.features, most.along];
  if (!factors.every((x) => x === 0 || isModerate(x))) return () => undefined;
  const { length: count } = features;
  const width = 2 * neurons;
  const vectors = Math.ceil(neurons / 4);
  const row = 8 * vectors;
  const kernel = newKernel();
  const arena = newArena(kernel);
  /** Lanes of one row after the other, each class filled up to whole vectors, in single precision. */
  const rowsOf = (values: Float64Array, scale: number): Float32Array => {
    const out = new Float32Array((values.length / width) * row);
    for (let from = 0, to = 0; from < values.length; from += width, to += row) {
      for (let r = 0; r < neurons; r++) {
        out[to + r] = scale * (values[from + r] as number);
        out[to + 4 * vectors + r] = scale * (values[from + neurons + r] as number);
      }
    }
    return out;
  };
  const units = {
    begun: powerAbove(most.begun || 1),
    remainders: powerAbove(most.remainders || 1),
    features: powerAbove(most.features || 1),
    along: powerAbove(most.along || 1),
  };
  // What meets nothing but zeros may be too large for single precision: it is left out.
  const scales = {
    begun: most.begun && units.begun,
    remainders: most.remainders && units.remainders,
    features: most.features && units.features,
    along: most.along && units.along,
  };
  const used = Int32Array.from(new Set(columns)).sort();
  const places = new Int32Array((used.at(-1) ?? 0) + 1);
  used.forEach((l, place) => {
    places[l] = place;
  });
  const entries = new Int32Array(2 * columns.length);
  const inEntries = new Float32Array(entries.buffer);
  columns.forEach((l, p) => {
    entries[2 * p] = 4 * row * (places[l] as number);
    inEntries[2 * p + 1] = (products[p] as number) / units.along;
  });
  const out = arena.reserve(24 * count);
  const setup = {
    vectors,
    power: q,
    begun: arena.place(rowsOf(begun, 1 / units.begun)),
    remainders: most.remainders > 0 ? arena.place(rowsOf(remainders, 1 / units.remainders)) : 0,
    features: arena.place(Float32Array.from(features, (x) => x / units.features)),
    rows: arena.place(bounds),
    entries: arena.place(entries),
    along: arena.reserve(4 * row * used.length),
    signal: arena.reserve(4 * row),
    filled: arena.place(new Int32Array(4).map((_, lane) => (4 * (vectors - 1) + lane < neurons ? -1 : 0))),
    lanes: arena.reserve(4 * row),
  };
  configure(kernel, setup);
  const slack = 1.01 * ((most.met + 12) * SINGLE + (4 * most.entries + 4 * most.owners + 64) * DOUBLE) + 2 ** -60;
  const seen = new Float64Array(used.length * width);

  return ({ decayed, size, signal, along }: State): Look | undefined => {
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
    const fromFeature = [1, -1].map((y) =>
      [0, neurons].map((first) =>
        signal
          .subarray(first, first + neurons)
          .reduce((sum, u) => sum + integerPower(Math.max(0, (y * u) / unit), q), 0),
      ),
    ) as unknown as Look["fromFeature"];
    const scaled = integerPower(unit, q);
    if (!isModerate(scaled) || !fromFeature.flat().every((x) => x < 1e250 && x * scaled < 1e250)) return undefined;
    arena.write(setup.along, rowsOf(seen, scales.along / unit));
    arena.write(setup.signal, rowsOf(signal, scales.features / unit));
    configure(kernel, { decayed: (decayed * scales.begun) / unit, size: (size * scales.remainders) / unit, slack });
    kernel.look(count, out);
    const list = (k: number) => new Float32Array(kernel.memory.buffer, out + 4 * k * count, count);
    const side = (k: number): Side => ({ given: list(k), slopes: list(k + 1), largest: list(k + 2) });
    return { unit, sides: [side(0), side(3)], fromFeature, slack };
  };
}
