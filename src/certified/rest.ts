import type { Examples } from "../data/examples.ts";
import { abs, INTERVALS } from "../interval/arithmetic.ts";
import { type Interval, point } from "../interval/interval.ts";
import type { Hyperparameters } from "../optimizers/optimizer.ts";

/** A weight of Adam and its moments. */
export interface Enclosed {
  readonly weight: Interval;
  readonly mom: Interval;
  readonly sec: Interval;
}

/** A region that no step of Adam leaves. */
export interface Rest {
  /** No weight is larger, ever after. */
  readonly weight: number;
  /** By how much at most a step multiplies the distance from 0, in the region's norm: below 1. */
  readonly factor: number;
}

const { add, sub, mul, div, sqrt, square, max, number, power } = INTERVALS;
type Pair = readonly [Interval, Interval];
const norm = ([x, y]: Pair): Interval => sqrt(add(square(x), square(y)));
const dot = ([a, b]: Pair, [x, y]: Pair): Interval => add(mul(a, x), mul(b, y));

/** Pieces that the range of steps is cut into. */
const PIECES = 64;

/** sum_k (A^T)^k A^k, nearly: the norm in which A contracts; as the entries of its Cholesky factor. */
function factorOf(b1: number, h: number): readonly [number, number, number] {
  const [a, b, c, d] = [1 - h * (1 - b1), -h * b1, 1 - b1, b1];
  let [p, r, s] = [1, 0, 1];
  for (let k = 0; k < 2000; k++) {
    const [ap, ar, br, bs] = [a * p + c * r, a * r + c * s, b * p + d * r, b * r + d * s];
    [p, r, s] = [1 + ap * a + ar * c, ap * b + ar * d, 1 + br * b + bs * d];
  }
  const first = Math.sqrt(p);
  return [first, r / first, Math.sqrt(s - (r * r) / p)];
}

/**
 * A region around 0 that holds all weights of Adam with coupled decay, and that no later step leaves, whatever the batches.
 *
 *   m = mom/lambda:  m' = b1 m + (1-b1)(w + p),  w' = w - h m',  h = eta lambda/(sqrt(sec') + eps),  |p| <= (q/lambda) max_i |xi_i[k]| (|xi_i|_1 r)^(q-1)
 *
 * In |L^T (w, m)| all pairs lie below some R, hence |w| <= r = R |first row of L^-T|. With sec below S = max(sec, g^2) each step is A(h) (w, m) + b(h) p,
 * h between eta lambda/(sqrt(S) + eps) and eta lambda/eps, and |A(h)| + |b(h)| |p|/R < 1 over that range says that it stays below R. |A(h)| is the root of
 * the larger eigenvalue of a matrix of two rows. All of it in intervals, for every h at once in pieces.
 *
 * @param optimizer adam in the `paper` convention, weightDecay and eps above 0; of any other there is no region
 * @param q the activation's power, >= 3
 * @param examples supports disjoint
 * @param state of every weight on an active coordinate
 * @returns the region; undefined where this argument does not do
 * Source: ours, docs/notes/certified.md.
 */
export function restOf(
  optimizer: Hyperparameters & { readonly name: string },
  q: number,
  examples: Examples,
  state: readonly Enclosed[],
): Rest | undefined {
  // Bias correction makes steps larger than eta, and decoupled decay is another recurrence.
  if (optimizer.name !== "adam" || optimizer.convention !== "paper") return undefined;
  const [b1] = optimizer.betas as readonly [number, number];
  const [eta, lambda, eps, beta] = [optimizer.lr, optimizer.weightDecay, optimizer.eps ?? 0, b1].map(number) as [
    Interval,
    Interval,
    Interval,
    Interval,
  ];
  if (!(optimizer.weightDecay > 0 && (optimizer.eps ?? 0) > 0)) return undefined;
  const one = point(1);
  const gain = sub(one, beta);
  const largest = div(mul(eta, lambda), eps);
  const [l, m, n] = factorOf(b1, largest.hi);
  if (!(l > 0 && n > 0 && Number.isFinite(m))) return undefined;
  const [a, b, c] = [point(l), point(m), point(n)];
  /** L^T (x, y) */
  const seen = ([x, y]: Pair): Pair => [dot([a, b], [x, y]), mul(c, y)];

  const radius = state
    .map(({ weight, mom }) => norm(seen([weight, div(mom, lambda)])))
    .reduce((x, y) => max(x, y), point(0));
  const R = point(radius.hi);
  if (!(R.hi > 0 && R.hi < Infinity)) return undefined;
  // L^-T = [[1/l, -m/(l n)], [0, 1/n]]
  const back: Pair = [div(one, a), div(INTERVALS.neg(b), mul(a, c))];
  const r = point(mul(R, norm(back)).hi);

  /** The largest pull of the data on a coordinate, as a share of lambda R. */
  let pull = point(0);
  for (let i = 0; i < examples.count; i++) {
    const [first, end] = [examples.rows[i] as number, examples.rows[i + 1] as number];
    const values = Array.from(examples.values.subarray(first, end), (x) => abs(point(x)));
    const length = values.reduce((sum, x) => add(sum, x), point(0));
    const slope = mul(number(q), power(mul(length, r), q - 1));
    const own = values.reduce((most, x) => max(most, x), point(0));
    // On the feature's coordinate the signal pulls, too.
    pull = max(pull, add(mul(own, slope), mul(number(q), power(r, q - 1))));
  }
  const share = div(pull, mul(lambda, R));
  const gradient = add(mul(lambda, r), mul(mul(share, lambda), R));
  const sec = state.reduce((most, one) => max(most, one.sec), square(gradient));
  const smallest = div(mul(eta, lambda), add(sqrt(point(sec.hi)), eps));

  let factor = 0;
  for (let k = 0; k < PIECES; k++) {
    const at = (x: number) => smallest.lo + (largest.hi - smallest.lo) * x;
    const h = { lo: at(k / PIECES), hi: k + 1 === PIECES ? largest.hi : at((k + 1) / PIECES) };
    const A: readonly [Pair, Pair] = [
      [sub(one, mul(h, gain)), INTERVALS.neg(mul(h, beta))],
      [gain, beta],
    ];
    // L^T A L^-T, column by column.
    const columns = (
      [
        [back[0], point(0)],
        [back[1], div(one, c)],
      ] as const
    ).map((column) => seen([dot(A[0], column), dot(A[1], column)])) as [Pair, Pair];
    const [p, o, s] = [dot(columns[0], columns[0]), dot(columns[0], columns[1]), dot(columns[1], columns[1])];
    // Of [[p, o], [o, s]] the larger eigenvalue: (p + s)/2 + sqrt(((p - s)/2)^2 + o^2).
    const half = point(0.5);
    const eigenvalue = add(mul(half, add(p, s)), norm([mul(half, sub(p, s)), o]));
    const moved = norm(seen([INTERVALS.neg(mul(h, gain)), gain]));
    factor = Math.max(factor, add(sqrt(eigenvalue), mul(moved, share)).hi);
  }
  return factor < 1 ? { weight: r.hi, factor } : undefined;
}
