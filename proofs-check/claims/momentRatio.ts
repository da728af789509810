import fc from "fast-check";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { proof } from "../checks/proof.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { bounded, boundedCorrected, sharp } from "../support/algebra/normalizedStep.ts";
import {
  betas,
  enclosed,
  extremal,
  LONGEST,
  largestStep,
  sequences,
  slack,
  stepOf,
} from "../support/signs/gradientSequences.ts";

/** C, the bound. */
export const BOUND = "(1-b1)/sqrt(1-b2)/sqrt(1 - b1^2/b2)";

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
    statement: `where b1^2 < b2, Adam's normalized step |mom_t|/sqrt(sec_t) is at most C = ${BOUND} for every sequence of gradients, with and without bias correction, and no smaller bound holds`,
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
