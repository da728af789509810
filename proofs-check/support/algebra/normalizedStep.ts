import { Fraction } from "../../../src/algebra/mathjs.ts";
import type { Finding } from "../../claim.ts";
import { argue, identical, type Step } from "./algebra.ts";

/** Steps after which a bound that no sequence has exceeded is left alone. */
const MOST_STEPS = 100;

/*
 * Proofs about |mom_t|/sqrt(sec_t), for mom' = b1 mom + (1-b1) g and sec' = b2 sec + (1-b2) g^2 from mom = sec = 0.
 *
 * With x = b1^2/b2 < 1 and c = (1-b1)^2/(1-b2) let K_0 = 0, K' = x K + c, hence K_t = C^2 (1 - x^t), C^2 = c/(1-x). Then mom_t^2 <= K_t sec_t, with
 * equality for one sequence of gradients up to a factor. Letters of the identities: m = mom, sec = m^2/K + r.
 */
/** b2 (1-b2) K'. */
const K1 = "(b1^2*(1-b2)*K + (1-b1)^2*b2)";
/** K b2 (1-b2) (K' sec' - mom'^2). */
const excess = (m: string, g: string, r: string) =>
  `${K1}*(b2*${m}^2 + b2*K*${r} + (1-b2)*K*${g}^2) - K*b2*(1-b2)*(b1*${m} + (1-b1)*${g})^2`;

const INDUCTION: readonly Step[] = [
  {
    says: "mom_1^2 = K_1 sec_1 at t = 1, for (1-b1)^2 g^2 (1-b2) = (1-b1)^2 (1-b2) g^2",
    true: identical("(1-b1)^2*g^2*(1-b2)", "(1-b1)^2*(1-b2)*g^2"),
  },
  {
    says: "K b2 (1-b2) (K' sec' - mom'^2) = b2 (1-b2) K' b2 K (sec - mom^2/K) + (b1 (1-b2) K g - (1-b1) b2 mom)^2 >= 0 for K > 0",
    true: identical(excess("m", "g", "r"), `${K1}*b2*K*r + (b1*(1-b2)*K*g - (1-b1)*b2*m)^2`),
  },
  {
    says: "K' = x K + c with K = C^2 (1-X), c = C^2 (1-x) is C^2 (1 - x X), so that K_t = C^2 (1 - x^t) <= C^2",
    true: identical("x*(1-X) + (1-x)", "1 - x*X"),
  },
];

const one = new Fraction(1);
const oneMinus = (b: Fraction) => one.add(b.neg());

/** Gradients in exact numbers, proportional to (b1/b2)^tau, after which mom^2/sec is above factor^2 C^2; factor < 1. */
function witness(factor: number, correct: boolean): Finding {
  const [b1, b2] = [new Fraction("1/2"), new Fraction("3/4")];
  const bound = oneMinus(b1)
    .pow(2)
    .mul(b2)
    .div(oneMinus(b2))
    .div(b2.add(b1.pow(2).neg()));
  let [mom, sec, g] = [new Fraction(0), new Fraction(0), one];
  for (let t = 1; t <= MOST_STEPS; t++) {
    // tau counts back from the last gradient, so each is b2/b1 times the one before it.
    g = g.mul(b2).div(b1);
    mom = mom.mul(b1).add(g.mul(oneMinus(b1)));
    sec = sec.mul(b2).add(g.pow(2).mul(oneMinus(b2)));
    const corrected = correct ? oneMinus(b2.pow(t)).div(oneMinus(b1.pow(t)).pow(2)) : one;
    const square = mom.pow(2).div(sec).mul(corrected);
    if (square.compare(bound.mul(new Fraction(factor).pow(2))) > 0) {
      const reason = `with b1 = 1/2, b2 = 3/4 and ${t} gradients proportional to (b1/b2)^tau the squared step is ${square.div(bound).toFraction()} of C^2 in exact numbers, above (${factor})^2`;
      return { verdict: "contradicted", reason };
    }
  }
  return { verdict: "inconclusive", reason: `no ${MOST_STEPS} gradients were found that exceed the bound` };
}

/**
 * That |mom_t|/sqrt(sec_t) <= factor C for all gradients, all t and all b1^2 < b2.
 *
 * @param factor 1 for the claim
 * @returns proved by induction for factor >= 1, else refuted by a sequence
 * Source: ours: Cauchy-Schwarz, one step at a time.
 */
export const bounded = (factor: number): Finding =>
  factor >= 1 ? argue(INDUCTION, "mom_t^2 <= K_t sec_t <= C^2 sec_t at every t") : witness(factor, false);

/** That the same holds with bias correction. */
export const boundedCorrected = (factor: number): Finding =>
  factor >= 1
    ? argue(
        [
          ...INDUCTION,
          {
            says: "(1 - p r)^2 - (1 - p^2)(1 - r^2) = (p - r)^2 with p^2 = b2^t, r^2 = x^t, p r = b1^t: correction multiplies K_t by (1-b2^t)/(1-b1^t)^2, and C^2 (1-x^t)(1-b2^t)/(1-b1^t)^2 <= C^2",
            true: identical("(1-p*r)^2 - (1-p^2)*(1-r^2)", "(p-r)^2"),
          },
        ],
        "the corrected step is at most C at every t, too (1 at t = 1, where it is a sign)",
      )
    : witness(factor, true);

/** That factor C is the least such bound. */
export function sharp(factor: number): Finding {
  if (factor < 1) return witness(factor, false);
  if (factor > 1) {
    return {
      verdict: "contradicted",
      reason: `mom_t^2 <= K_t sec_t <= C^2 sec_t, so that ${factor} C is not approached`,
    };
  }
  const attained = {
    says: "K' sec' = mom'^2 again where sec = mom^2/K and the next gradient is g = (1-b1) b2 mom/(b1 (1-b2) K)",
    true: identical(excess("(b1*(1-b2)*K*h)", "((1-b1)*b2*h)", "0"), "0"),
  };
  return argue(
    [...INDUCTION, attained],
    "K_t = C^2 (1 - x^t) is attained at every t and tends to C^2 as x^t tends to 0",
  );
}
