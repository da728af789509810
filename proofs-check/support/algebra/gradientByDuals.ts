import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type Dual, dualsOver } from "./dual.ts";
import type { GradientFormula } from "./gradientProof.ts";

/** A batch on a network, in numbers with few bits: preactivations, sigma, sigma' and margins are exact in doubles. */
export interface GradientCase {
  readonly q: number;
  readonly labels: number[];
  /** [n][d] */
  readonly noisePatches: number[][];
  /** [2][m][d] */
  readonly weights: number[][][];
  readonly batch: number[];
}

/** A weight: class 0 for +1, 1 for -1. */
export interface Place {
  readonly cls: number;
  readonly r: number;
  readonly k: number;
}

/** Multiples of 1/denominator up to bound/denominator. */
const dyadic = (bound: number, denominator: number) =>
  fc.integer({ min: -bound, max: bound }).map((k) => k / denominator);

const listOf = <T>(length: number, member: fc.Arbitrary<T>) =>
  fc.array(member, { minLength: length, maxLength: length });

/** Preactivations are multiples of 1/64 below 4: their 5th powers have at most 40 bits. Supports overlap or not; batches repeat examples or not. */
export const gradientCases: fc.Arbitrary<GradientCase> = fc
  .record({
    n: fc.integer({ min: 1, max: 3 }),
    d: fc.integer({ min: 2, max: 5 }),
    m: fc.integer({ min: 1, max: 2 }),
    alpha: fc.integer({ min: 0, max: 2 }).map((k) => k / 2),
  })
  .chain(({ n, d, m, alpha }) =>
    fc
      .record({
        q: fc.integer({ min: 3, max: 5 }),
        labels: listOf(n, fc.constantFrom(1, -1)),
        noise: listOf(n, listOf(d - 1, dyadic(2, 2))),
        weights: listOf(2, listOf(m, listOf(d, dyadic(24, 32)))),
        batch: fc.array(fc.nat({ max: n - 1 }), { minLength: 1, maxLength: 4 }),
      })
      .map(({ labels, noise, ...rest }) => ({
        ...rest,
        labels,
        noisePatches: noise.map((values, i) => [-alpha * (labels[i] as number), ...values]),
      })),
  );

const Exact = Decimal.clone({ precision: 40, minE: -9e15, maxE: 9e15 });
const number = (x: number) => new Exact(x);
const [ZERO, ONE] = [number(0), number(1)];
const { still, moving, sum, product, power } = dualsOver<Decimal>({
  zero: ZERO,
  one: ONE,
  plus: (a, b) => a.add(b),
  times: (a, b) => a.mul(b),
});

const exp = ({ value, slope }: Dual<Decimal>): Dual<Decimal> => ({ value: value.exp(), slope: slope.mul(value.exp()) });
const log = ({ value, slope }: Dual<Decimal>): Dual<Decimal> => ({ value: value.ln(), slope: slope.div(value) });

/** The two patches of an example, dense. */
const patchesOf = ({ labels, noisePatches }: GradientCase, i: number): readonly (readonly number[])[] => {
  const noise = noisePatches[i] as number[];
  return [noise.map((_, k) => (k === 0 ? (labels[i] as number) : 0)), noise];
};

/** The loss of an example, log(1 + e^(F_-y - F_y)), by the network's definition; `place` moves. */
function loss(given: GradientCase, i: number, place: Place): Dual<Decimal> {
  const outputs = given.weights.map((neurons, cls) => {
    let output = still(ZERO);
    neurons.forEach((weights, r) => {
      for (const patch of patchesOf(given, i)) {
        const inner = weights
          .map((w, k) => {
            const moves = cls === place.cls && r === place.r && k === place.k;
            return product(moves ? moving(number(w)) : still(number(w)), still(number(patch[k] as number)));
          })
          .reduce(sum);
        if (inner.value.gt(0)) output = sum(output, power(inner, given.q));
      }
    });
    return output;
  }) as [Dual<Decimal>, Dual<Decimal>];
  const [own, other] = given.labels[i] === 1 ? outputs : outputs.toReversed();
  const gap = sum(other as Dual<Decimal>, product(still(number(-1)), own as Dual<Decimal>));
  return log(sum(still(ONE), exp(gap)));
}

/** The derivative of the batch's mean loss in one weight, to about 38 digits of its largest term. */
export const byDuals = (given: GradientCase, place: Place): Decimal =>
  given.batch.reduce((total, i) => total.add(loss(given, i, place).slope), ZERO).div(given.batch.length);

/** Section 1's formula for the same, and the sum of the sizes of its terms. */
export function byFormula(given: GradientCase, { cls, r, k }: Place, { featureNoise, drop }: GradientFormula) {
  const { q, weights, labels, batch } = given;
  const j = cls === 0 ? 1 : -1;
  const own = (weights[cls] as number[][])[r] as number[];
  const slope = (z: Decimal) => (z.gt(0) ? z.pow(q - drop).mul(q) : ZERO);
  const inner = (w: readonly number[], patch: readonly number[]) =>
    w.reduce((total, x, at) => total.add(number(x).mul(patch[at] as number)), ZERO);
  let [value, size] = [ZERO, ZERO];
  for (const i of batch) {
    const y = labels[i] as number;
    const patches = patchesOf(given, i);
    const [plus, minus] = weights.map((neurons) =>
      neurons
        .flatMap((w) => patches.map((patch) => Exact.max(inner(w, patch), 0).pow(q)))
        .reduce((total, output) => total.add(output)),
    ) as [Decimal, Decimal];
    const margin = plus.sub(minus).mul(y);
    const residual = ONE.div(margin.exp().add(1)).mul(y === j ? 1 : -1);
    const [signal, noise] = patches.map((patch) => slope(inner(own, patch))) as [Decimal, Decimal];
    const entry = (patches[1] as number[])[k] as number;
    const terms = k === 0 ? [signal.mul(y), noise.mul(entry).mul(featureNoise)] : [noise.mul(entry)];
    value = terms.reduce((total, term) => total.sub(residual.mul(term)), value);
    size = terms.reduce((total, term) => total.add(residual.mul(term).abs()), size);
  }
  return { value: value.div(batch.length), size: size.div(batch.length) };
}
