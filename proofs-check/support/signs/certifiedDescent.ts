import fc from "fast-check";
import { INTERVALS } from "../../../src/interval/arithmetic.ts";
import { exp } from "../../../src/interval/exp.ts";
import { type Interval, point } from "../../../src/interval/interval.ts";
import { log } from "../../../src/interval/log.ts";
import { property } from "../../checks/property.ts";
import type { Check } from "../../claim.ts";
import type { Objective } from "./descent.ts";

const { add, sub, mul, div, neg, abs, square, max, sign, power } = INTERVALS;
const [ZERO, ONE] = [point(0), point(1)];

const sum = (all: readonly Interval[]): Interval => all.reduce(add, ZERO);
const product = (x: readonly Interval[], y: readonly Interval[]): Interval =>
  sum(x.map((a, k) => mul(a, y[k] as Interval)));
const total = (x: readonly Interval[]): Interval => sum(x.map(abs));

/** A training set and weights, any at all: doubles that mean themselves. */
export interface DescentCase {
  readonly q: number;
  readonly lr: number;
  readonly weightDecay: number;
  /** [n] */
  readonly labels: readonly (1 | -1)[];
  /** xi_i, [n][d] */
  readonly patches: readonly (readonly number[])[];
  /** [2][m][d], class +1 first */
  readonly weights: readonly (readonly (readonly number[])[])[];
}

const number = fc.double({ min: -1, max: 1, noNaN: true });

/** Small ones: supports of any kind, examples that repeat, neurons that nothing moves. */
export const descentCases: fc.Arbitrary<DescentCase> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 2 }))
  .chain(([n, d, m]) => {
    const list = <T>(of: fc.Arbitrary<T>, length: number) => fc.array(of, { minLength: length, maxLength: length });
    return fc.record({
      q: fc.constantFrom(3, 4),
      // The signal patch alone leaves eta^q then, far above the width of enclosures.
      lr: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      weightDecay: fc.double({ min: 0, max: 0.5, noNaN: true }),
      labels: list(fc.constantFrom(1, -1), n),
      patches: list(list(number, d), n),
      weights: list(list(list(number, d), m), 2),
    });
  });

type Lanes = readonly { readonly j: 1 | -1; readonly w: readonly Interval[] }[];

/** <w, x> of every lane on both patches of every example, [n][2][2m], and the margins [n]. */
function look(lanes: Lanes, { q, labels, patches }: DescentCase) {
  return labels.map((y, i) => {
    const inputs = [
      (patches[i] as readonly number[]).map((_, k) => point(k === 0 ? y : 0)),
      (patches[i] as readonly number[]).map(point),
    ] as const;
    const products = inputs.map((x) => lanes.map(({ w }) => product(w, x)));
    const outputs = products.map((own) =>
      sum(own.map((z, r) => mul(point(y * (lanes[r] as Lanes[number]).j), power(max(z, ZERO), q)))),
    );
    return { inputs, products, margin: sum(outputs) };
  });
}

const lossOf = (margins: readonly Interval[]): Interval =>
  div(sum(margins.map((margin) => log(add(ONE, exp(neg(margin)))))), point(margins.length));

/** So many open signs are told apart; of smaller weights, which a step of either sign makes alike, they stay [-1, 1]. */
const TOLD_APART = 4;

/** Every choice that is left where an enclosure of a gradient does not tell its sign: -1, 0 or 1. */
function choices(signs: readonly Interval[], weights: readonly Interval[]): readonly (readonly Interval[])[] {
  const size = (k: number) => Math.abs((weights[k] as Interval).lo);
  const open = [...signs.keys()].filter((k) => (signs[k] as Interval).lo < (signs[k] as Interval).hi);
  const apart = open.sort((a, b) => size(b) - size(a)).slice(0, TOLD_APART);
  return apart.reduce<readonly (readonly Interval[])[]>(
    (all, k) => all.flatMap((list) => [-1, 0, 1].map((one) => list.with(k, point(one)))),
    [signs],
  );
}

/**
 * How a sign step descends by less than what Taylor's formula leaves it.
 *
 *   J(w + D) - J(w) <= -eta |grad J|_1 + K/2 + (lambda/2) eta^2 #(weights),   D = -eta sgn(grad J), J = L + (lambda/2)|W|^2   (coupled decay)
 *   L(w + D) - L(w) <= -eta |grad L|_1 - eta lambda <grad L, w> + K/2,        D = -eta sgn(grad L) - eta lambda w             (decoupled)
 *
 *   K = (1/n) sum_i [ (1/4) (sum q R^(q-1) D_x)^2 + sum q (q-1) R^(q-2) D_x^2 ],   D_x = eta |x|_1 (+ eta lambda |<w,x>|),   R = max(<w,x>, 0) + D_x
 *
 * sums over neurons and both patches: |l| <= 1 and |l| (1 - |l|) <= 1/4 on the whole way. Everything in intervals, rounded outward.
 *
 * @param drawn any case
 * @param objective L where decay is decoupled, J where it is coupled
 * @param rate of eta |grad J|_1; 1
 * @returns what is not certified; undefined where all is
 * Source: ours.
 */
export function descentFalls(drawn: DescentCase, objective: Objective, rate = 1): string | undefined {
  const { q, labels } = drawn;
  const [eta, lambda] = [point(drawn.lr), point(drawn.weightDecay)];
  const coupled = objective === "decayed" ? lambda : ZERO;
  const lanes: Lanes = drawn.weights.flatMap((neurons, side) =>
    neurons.map((w) => ({ j: side === 0 ? 1 : -1, w: w.map(point) }) as const),
  );
  const n = point(labels.length);
  const before = look(lanes, drawn);
  const gradient = lanes.map(({ j, w }, r) =>
    w.map((own, k) => {
      const pulls = before.map(({ inputs, products, margin }, i) => {
        const along = sum(
          products.map((z, p) => mul(power(max(z[r] as Interval, ZERO), q - 1), inputs[p]?.[k] as Interval)),
        );
        return div(mul(point(-q * j * (labels[i] as number)), along), add(ONE, exp(margin)));
      });
      return add(div(sum(pulls), n), mul(coupled, own));
    }),
  );
  const shrink = objective === "decayed" ? ONE : sub(ONE, mul(eta, lambda));
  const half = point(0.5);
  const decayOf = (of: Lanes) => mul(mul(half, coupled), sum(of.flatMap(({ w }) => w.map(square))));
  const objectiveAt = (of: Lanes, looked: ReturnType<typeof look>) =>
    add(lossOf(looked.map(({ margin }) => margin)), decayOf(of));
  const start = objectiveAt(lanes, before);
  /** The highest that a choice of the signs that enclosures leave open can end. */
  const rise = Math.max(
    ...choices(
      gradient.flat().map(sign),
      lanes.flatMap(({ w }) => w),
    ).map((signs) => {
      const moved: Lanes = lanes.map(({ j, w }, r) => ({
        j,
        w: w.map((own, k) => sub(mul(shrink, own), mul(eta, signs[r * w.length + k] as Interval))),
      }));
      return sub(objectiveAt(moved, look(moved, drawn)), start).hi;
    }),
  );

  const bends = before.map(({ inputs, products }) => {
    const terms = products.flatMap((own, p) =>
      own.map((z) => {
        const length = mul(eta, total(inputs[p] as readonly Interval[]));
        const D = objective === "decayed" ? length : add(length, mul(mul(eta, lambda), abs(z)));
        const R = add(max(z, ZERO), D);
        return [
          mul(mul(point(q), power(R, q - 1)), D),
          mul(mul(point(q * (q - 1)), power(R, q - 2)), square(D)),
        ] as const;
      }),
    );
    return add(mul(point(0.25), square(sum(terms.map(([first]) => first)))), sum(terms.map(([, second]) => second)));
  });
  const along = sum(lanes.map(({ w }, r) => product(w, gradient[r] as readonly Interval[])));
  const count = point(lanes.reduce((all, { w }) => all + w.length, 0));
  const decay =
    objective === "decayed" ? mul(mul(half, coupled), mul(square(eta), count)) : neg(mul(mul(eta, lambda), along));
  const norm = sum(gradient.map(total));
  const most = add(sub(div(mul(half, sum(bends)), n), mul(mul(point(rate), eta), norm)), decay);
  return rise <= most.lo
    ? undefined
    : `it rises by ${rise}, where at most ${most.lo} is left of eta |grad|_1 = ${mul(eta, norm).lo}`;
}

/** That a sign step, which Adam's first step is without eps, descends with an explicit constant: for random training sets and weights. */
export const certifiedDescent = (objective: Objective, rate = 1): Check =>
  property<DescentCase>({
    name: "sign step, enclosed",
    part: "a sign step, with explicit constants",
    grade: "certified",
    about:
      "b = n, a sign step, such as Adam's first one in the pytorch convention with eps = 0: it descends by eta |grad|_1 up to an explicit term of order eta^2, for random training sets and weights, in intervals rounded outward",
    cases: descentCases,
    block: 50,
    violation: (drawn) => descentFalls(drawn, objective, rate),
  }) as Check;
