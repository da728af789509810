import { flush, TINY } from "../numeric/flush.ts";
import { biasCorrection } from "./biasCorrection.ts";
import { type Decay, decayFactors } from "./decay.ts";
import { nextMom, nextSec } from "./moments.ts";
import {
  type Convention,
  type Formulas,
  type Hyperparameters,
  type Iterate,
  initMoments,
  type Moments,
} from "./optimizer.ts";

const MOMENTS = { mom: "b1*mom + (1-b1)*g", sec: "b2*sec + (1-b2)*g^2" };

/** Adam and AdamW as formulas, operation for operation. */
export const ADAPTIVE: Readonly<Record<Convention, Formulas>> = {
  paper: { memory: MOMENTS, step: "eta*mom/(sqrt(sec) + eps)" },
  pytorch: { memory: MOMENTS, step: "eta/(1 - b1^t)*mom/(sqrt(sec)*(1/sqrt(1 - b2^t)) + eps)" },
};

/**
 * One step of Adam (coupled decay) or AdamW (decoupled decay).
 *
 *   g   = gradient + lambda w (coupled)  |  gradient (decoupled)
 *   mom = b1 mom + (1-b1) g,  sec = b2 sec + (1-b2) g^2
 *   w'  = rho w - eta (mom/(1-b1^t)) / (sqrt(sec/(1-b2^t)) + eps),  rho = 1 (coupled) | 1 - eta lambda (decoupled)
 *   without the two corrections 1-b^t in the `paper` convention; 0/0 is taken as 0 (eps = 0 and no gradient so far).
 *
 * @param decay where lambda enters
 * @param hyper eta, lambda, betas in [0, 1), eps >= 0, convention
 * @param at iterate with moments, arrays of one length
 * @param gradient of the loss alone, same length
 * @param into receives the result; `at` itself is allowed
 * @returns the next iterate
 * Source: [T25] 3.4-3.6 (`paper`); torch.optim.Adam and AdamW (`pytorch`). Weights and moments below 2^-500 (sec: 2^-1000) count as zero, so with eps = 0 such a gradient counts as none.
 */
export function adaptiveUpdate(
  decay: Decay,
  hyper: Hyperparameters,
  at: Iterate,
  gradient: Float64Array,
  into: Iterate = initMoments(at.weights),
): Iterate {
  const [b1, b2] = hyper.betas as readonly [number, number];
  const eps = hyper.eps as number;
  const { weights, moments } = at;
  const { mom, sec } = moments as Moments;
  const { mom: intoMom, sec: intoSec } = into.moments as Moments;
  const nextWeights = into.weights;
  const { coupled, rho } = decayFactors(decay, hyper);
  const step = at.step + 1;
  const { stepSize, rootScale } = biasCorrection(hyper, step);
  for (let k = 0; k < gradient.length; k++) {
    const w = weights[k] as number;
    const g = (gradient[k] as number) + coupled * w;
    const first = nextMom(b1, mom[k] as number, g);
    const second = nextSec(b2, sec[k] as number, g);
    const denominator = Math.sqrt(second) * rootScale + eps;
    intoMom[k] = first;
    intoSec[k] = second;
    nextWeights[k] = flush(rho * w - (denominator === 0 ? 0 : (stepSize * first) / denominator), TINY);
  }
  return { ...into, step };
}
