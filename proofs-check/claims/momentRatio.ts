import fc from "fast-check";
import { add, sub } from "../../src/bounds/interval/add.ts";
import { div } from "../../src/bounds/interval/div.ts";
import { type Interval, point } from "../../src/bounds/interval/interval.ts";
import { mul } from "../../src/bounds/interval/mul.ts";
import { pown } from "../../src/bounds/interval/pown.ts";
import { momentRatio as bound } from "../../src/bounds/momentRatio.ts";
import { integerPower } from "../../src/numeric/integerPower.ts";
import { CONVENTIONS, type Convention } from "../../src/optimizers/optimizer.ts";
import { OPTIMIZERS, optimizerNamed } from "../../src/optimizers/registry.ts";
import { proof } from "../checks/proof.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { bounded, boundedCorrected, sharp } from "../normalizedStep.ts";

/** Longest sequence: (b1^2/b2)^20 >= 0.36^20 > 1e-9, by which the bound at t lies below its limit, far above any rounding here. */
const LONGEST = 20;

/** b1^2/b2 in [0.36, 0.94]. */
const betas = fc
  .tuple(fc.double({ min: 0.6, max: 0.97, noNaN: true }), fc.double({ min: 0.1, max: 0.999, noNaN: true }))
  .map(([share, b2]): [number, number] => [share * Math.sqrt(b2), b2]);

/** Multiples of 2^-10, whose squares are exact. */
const random = fc.array(
  fc.integer({ min: -1024, max: 1024 }).map((k) => k / 1024),
  { minLength: 1, maxLength: LONGEST },
);

/** g_{t-tau} = (b1/b2)^tau, in order. */
const extremal = (length: number, [b1, b2]: readonly [number, number]) =>
  Array.from({ length }, (_, k) => integerPower(b1 / b2, length - 1 - k));

const sequences = betas.chain((pair) =>
  fc.record({
    betas: fc.constant(pair),
    gradients: fc.oneof(
      random,
      fc.integer({ min: 1, max: LONGEST }).map((length) => extremal(length, pair)),
    ),
  }),
);

/** mom^2 and factor^2 C^2 sec at the end, enclosed. */
function enclosed(b1: number, b2: number, gradients: readonly number[], factor: number): [Interval, Interval] {
  const [one, first, second] = [point(1), point(b1), point(b2)];
  const [freshMom, freshSec] = [sub(one, first), sub(one, second)];
  let [mom, sec] = [point(0), point(0)];
  for (const g of gradients) {
    mom = add(mul(first, mom), mul(freshMom, point(g)));
    sec = add(mul(second, sec), mul(freshSec, pown(point(g), 2)));
  }
  const square = div(mul(pown(freshMom, 2), second), mul(freshSec, sub(second, pown(first, 2))));
  return [pown(mom, 2), mul(mul(square, pown(point(factor), 2)), sec)];
}

/** C sqrt(1 - x^t), with bias correction times sqrt(1-b2^t)/(1-b1^t): the largest step number t. */
function largestStep(t: number, [b1, b2]: readonly [number, number], convention: Convention): number {
  const x = (b1 * b1) / b2;
  const correction = Math.sqrt(1 - integerPower(b2, t)) / (1 - integerPower(b1, t));
  return bound([b1, b2]) * Math.sqrt(1 - integerPower(x, t)) * (convention === "pytorch" ? correction : 1);
}

/** The step that an optimizer takes from weight 0 with lr 1 and eps 0 after these gradients. */
function stepOf(name: string, convention: Convention, pair: readonly [number, number], gradients: readonly number[]) {
  const optimizer = optimizerNamed(name);
  const hyper = { lr: 1, weightDecay: 0, betas: pair, eps: 0, convention };
  let at = optimizer.init(Float64Array.of(0));
  for (const g of gradients) at = optimizer.update(hyper, { ...at, weights: Float64Array.of(0) }, Float64Array.of(g));
  return Math.abs(at.weights[0] as number);
}

/**
 * How far rounding may move step over bound, relatively: every term of both moments is rounded 3 times a step and powers once a step;
 * 1 - b^t, 1 - b and 1 - x lose as many digits as 1/(1-b) and 1/(1-x) have. u = 2^-53.
 */
function slack(t: number, [b1, b2]: readonly [number, number]): number {
  const lost = (2 * t) / (1 - b1) + (2 * t) / (1 - b2) + 20 / (1 - (b1 * b1) / b2);
  return (12 * t + 20 + lost) * 2 ** -53;
}

const adaptive = OPTIMIZERS.filter((optimizer) => optimizer.adaptive).map(({ name }) => name);

/**
 * Adam's normalized step is bounded whatever the gradients.
 *
 * |mom_t|/sqrt(sec_t) <= C = (1-b1)/sqrt(1-b2) / sqrt(1 - b1^2/b2) where b1^2 < b2; the bound at t, C sqrt(1 - (b1^2/b2)^t), is attained by
 * g_{t-tau} = (b1/b2)^tau, so that C is the supremum
 *
 * @param options factor: factor C in place of C; 1 is the claim
 * Source: [T25] Lemma C.1; the proof and what bias correction does are ours.
 */
export const momentRatio = ({ factor = 1 } = {}): Claim =>
  defineClaim({
    id: "moment-ratio",
    source: "T25 C.1",
    kind: "identity",
    statement:
      "where b1^2 < b2, Adam's normalized step |mom_t|/sqrt(sec_t) is at most C = (1-b1)/sqrt(1-b2)/sqrt(1 - b1^2/b2) for every sequence of gradients, with and without bias correction, and no smaller bound holds",
    latex: String.raw`\beta_1^2 < \beta_2 \implies \sup_{g,t} \frac{|m_t|}{\sqrt{v_t}} = \frac{1-\beta_1}{\sqrt{1-\beta_2}\,\sqrt{1-\beta_1^2/\beta_2}}`,
    hypotheses: hypothesesOf("moment-ratio"),
    checks: [
      proof({
        name: "induction",
        about: "exact algebra: Cauchy-Schwarz step by step, for all t, all gradients and all b1^2 < b2",
        part: "bound",
        prove: () => bounded(factor),
      }),
      property({
        name: "enclosed",
        about: "mom^2 <= C^2 sec with outward rounding, for random gradients and those that come nearest, up to 20",
        part: "bound",
        grade: "certified",
        cases: sequences,
        block: 100,
        violation({ betas: [b1, b2], gradients }) {
          const [mom, most] = enclosed(b1, b2, gradients, factor);
          // The bound at t lies below C by more than all rounding together: what is not certified exceeds it.
          return mom.hi <= most.lo ? undefined : `b1 = ${b1}, b2 = ${b2}: mom^2 = ${mom.hi} against ${most.lo}`;
        },
      }),
      proof({
        name: "correction",
        about: "exact algebra: what bias correction (the pytorch convention) does to the bound at t",
        part: "bias correction",
        prove: () => boundedCorrected(factor),
      }),
      proof({
        name: "attained",
        about: "exact algebra: the bound at t is attained at every t",
        part: "supremum",
        prove: () => sharp(factor),
      }),
      property({
        name: "optimizers",
        about: "the optimizers' own steps are at most the bound at their t, in both conventions",
        part: "bound",
        cases: fc.tuple(sequences, fc.constantFrom(...adaptive), fc.constantFrom(...CONVENTIONS)),
        block: 200,
        violation([{ betas: pair, gradients }, name, convention]) {
          const t = gradients.length;
          const share = stepOf(name, convention, pair, gradients) / (factor * largestStep(t, pair, convention));
          return share <= 1 + slack(t, pair)
            ? undefined
            : `${name}, ${convention}, b1, b2 = ${pair}: ${share} of the bound at t = ${t}`;
        },
      }),
      property({
        name: "extremal",
        about: "g_{t-tau} = (b1/b2)^tau takes the optimizers to the bound at t, in both conventions",
        part: "supremum",
        cases: fc.tuple(
          betas,
          fc.integer({ min: 1, max: LONGEST }),
          fc.constantFrom(...adaptive),
          fc.constantFrom(...CONVENTIONS),
        ),
        block: 200,
        violation([pair, t, name, convention]) {
          const share = stepOf(name, convention, pair, extremal(t, pair)) / (factor * largestStep(t, pair, convention));
          const near = Math.abs(share - 1) <= slack(t, pair);
          return near ? undefined : `${name}, ${convention}, b1, b2 = ${pair}: ${share} of the bound at t = ${t}`;
        },
      }),
    ],
  });
