import type { ActiveStart } from "../data/activeStart.ts";
import { featureNoise, noiseEntries } from "../dynamics/entries.ts";
import type { Direction } from "../dynamics/recurrence.ts";
import type { Enclosures } from "../interval/enclosures.ts";

/** A share of a carrier. */
export interface Term<T> {
  readonly carrier: number;
  readonly factor: T;
}

/**
 * Numbers that an optimizer moves as if they were weights, K of them a lane, the feature coordinate u first.
 *
 *   x_i = rho^t fixed_i + sum of `seen_i` over carriers,   gradient of a carrier = sum over i of its factor in `pulled_i` times the coefficient of xi_i
 */
export interface Carriers<T> {
  readonly count: number;
  /** [K * 2m] at step 0. */
  readonly starts: readonly T[];
  /** [n] */
  readonly seen: readonly (readonly Term<T>[])[];
  /** [n] */
  readonly pulled: readonly (readonly Term<T>[])[];
  /** [n * 2m]; absent where carriers are all there is. */
  readonly fixed?: readonly T[];
  /** Of each active coordinate but the feature's [A], what its weight is made of beside rho^t w_0, or in full where nothing is fixed. */
  readonly on: readonly (readonly Term<T>[])[];
}

type Start = Pick<ActiveStart, "examples" | "weights" | "coordinates">;

/**
 * Every active coordinate a carrier: any optimizer, any supports.
 *
 * @param start examples and weights, doubles that mean themselves
 * @param arithmetic what encloses them
 * @returns carriers, A a lane
 * Source: docs/theory.md 1.4, 2.
 */
export function coordinateCarriers<T>({ examples, weights, coordinates }: Start, arithmetic: Enclosures<T>) {
  const { rows } = examples;
  const seen = Array.from({ length: examples.count }, (_, i) =>
    Array.from({ length: (rows[i + 1] as number) - (rows[i] as number) }, (__, at): Term<T> => {
      const e = (rows[i] as number) + at;
      return { carrier: examples.coordinates[e] as number, factor: arithmetic.number(examples.values[e] as number) };
    }),
  );
  const starts = Array.from(weights, arithmetic.number);
  const on = Array.from(coordinates, (_, carrier): Term<T>[] => [{ carrier, factor: arithmetic.number(1) }]);
  return { count: coordinates.length, starts, seen, pulled: seen, on } satisfies Carriers<T>;
}

/**
 * One carrier an example, along a direction on its support: SGD on any supports, normalized steps on disjoint ones.
 *
 *   w = rho^t w_0 + sum_i c_i dir_i off the feature coordinate,   z_i = rho^t z_i(0) + sum_l <zeta_i, dir_l> c_l,   c_i(0) = 0
 *
 * @param start examples and weights, doubles that mean themselves
 * @param width 2m
 * @param arithmetic what encloses all sums
 * @param direction what makes dir_i of an entry of zeta_i, exactly: the identity for SGD, the sign for normalized steps
 * @returns carriers, n + 1 a lane
 * Source: docs/notes/coefficients.md.
 */
export function directionCarriers<T>(
  { examples, weights, coordinates }: Start,
  width: number,
  arithmetic: Enclosures<T>,
  direction: Direction,
): Carriers<T> {
  const { add, mul, number } = arithmetic;
  const zero = number(0);
  const product = (a: number, b: number) => mul(number(a), number(b));
  const noise = Array.from({ length: examples.count }, (_, i) => {
    const [first, end] = noiseEntries(examples, i);
    const places = Array.from({ length: end - first }, (__, at) => first + at);
    return new Map(places.map((e) => [examples.coordinates[e] as number, examples.values[e] as number]));
  });
  const feature = (i: number): Term<T>[] => {
    const x = featureNoise(examples, i);
    return x === 0 ? [] : [{ carrier: 0, factor: number(x) }];
  };
  const seen = noise.map((own, i) => {
    const terms = feature(i);
    noise.forEach((other, l) => {
      const shared = [...own.keys()].filter((k) => other.has(k));
      if (shared.length === 0) return;
      const factor = shared
        .map((k) => product(own.get(k) as number, direction(other.get(k) as number)))
        .reduce(add, zero);
      terms.push({ carrier: l + 1, factor });
    });
    return terms;
  });
  const fixed = noise.flatMap((own) =>
    Array.from({ length: width }, (_, r) =>
      [...own].map(([k, x]) => product(x, weights[k * width + r] as number)).reduce(add, zero),
    ),
  );
  const starts = Array.from({ length: (examples.count + 1) * width }, (_, at) =>
    at < width ? number(weights[at] as number) : zero,
  );
  const on = Array.from(coordinates, (): Term<T>[] => []);
  noise.forEach((own, i) => {
    for (const [k, x] of own) on[k]?.push({ carrier: i + 1, factor: number(direction(x)) });
  });
  const pulled = noise.map((_, i) => [...feature(i), { carrier: i + 1, factor: number(1) }]);
  return { count: examples.count + 1, starts, seen, pulled, fixed, on };
}
