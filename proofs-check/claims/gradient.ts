import fc from "fast-check";
import { startFromFile } from "../../src/data/start.ts";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { proof } from "../checks/proof.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { byDuals, byFormula, type GradientCase, gradientCases } from "../support/algebra/gradientByDuals.ts";
import { decayProof, gradientProof } from "../support/algebra/gradientProof.ts";

/** Factor of the alpha term; sigma'(z) = q z^(q - drop); factor of the lambda term. */
export const FORMULA = { featureNoise: 1, drop: 1, decay: 1 };

/** Coupled decay is part of the gradient; decoupled decay is a factor on the weights. */
const DECOUPLED: Readonly<Record<string, boolean>> = {
  sgd: false,
  adam: false,
  signsgd: false,
  adamw: true,
  signsgdw: true,
};

const placesOf = ({ weights }: GradientCase) =>
  weights.flatMap((neurons, cls) => neurons.flatMap((w, r) => w.map((_, k) => ({ cls, r, k }))));

/**
 * How far rounding may move an entry of the network's gradient, relative to the sum of its terms' sizes: 8 for the residual, 1 each for 1/b, its
 * product with the residual, that with sigma' and that with xi[k], one a sum; margins and sigma' are exact. u = 2^-53.
 */
const slack = (batchSize: number) => (16 + 2 * batchSize) * 2 ** -53;
/** Residuals below 2^-1000 are near the end of the doubles, where digits are lost. */
const TINY = 2 ** -1000;

/** The weight after one step from fresh moments, with b1 = 1/2, b2 = 3/4: (1-b1)/sqrt(1-b2) = 1, so that it is a sign with and without bias correction. */
function stepped(name: string, w: number, g: number, lr: number, lambda: number, decay: number): number {
  const decoupled = DECOUPLED[name] as boolean;
  const whole = g + (decoupled ? 0 : decay * lambda * w);
  const kept = decoupled ? w - lr * decay * lambda * w : w;
  return kept - lr * (name === "sgd" ? whole : Math.sign(whole));
}

const few = (bound: number) => fc.integer({ min: -bound, max: bound }).map((k) => k / 16);

/**
 * The gradient, coordinate by coordinate.
 *
 * k = 1: g = -(1/b) sum_i y_i l_{j,i} [sigma'(y_i w[1]) - alpha sigma'(<w,xi_i>)];  k in B_i: g = -(1/b) sum_i l_{j,i} sigma'(<w,xi_i>) xi_i[k];
 * else 0; plus lambda w[k] for coupled decay
 *
 * @param options another formula than the claim's
 * Source: [T25] Lemmas A.5, A.7, A.8; without the disjointness that leaves at most one term on each k > 1.
 */
export const gradient = (options: Partial<typeof FORMULA> = {}): Claim => {
  const { featureNoise, drop, decay } = { ...FORMULA, ...options };
  return defineClaim({
    id: "gradient",
    source: "T25 A.5, A.7, A.8",
    kind: "identity",
    statement:
      "the gradient of the loss is, on the feature's coordinate, a pull of every example along the feature less its feature noise; on a coordinate of a noise support, the pulls of the examples that have it; coupled decay adds lambda w, decoupled decay does not",
    latex: String.raw`\nabla_{w_{j,r}} L_i = -\ell_{j,i}\left[\sigma'(\langle w, y_i v\rangle)\, y_i v + \sigma'(\langle w, \xi_i\rangle)\, \xi_i\right]`,
    checks: [
      proof({
        name: "algebra",
        about: "dual numbers over polynomials: every coordinate, any d, m, s, supports, q",
        part: "loss",
        prove: () => gradientProof({ featureNoise, drop }),
      }),
      property({
        name: "autodiff",
        about:
          "the network's gradient and the formula against automatic differentiation in 40 digits, every weight; supports overlap, examples repeat",
        part: "loss",
        cases: gradientCases,
        block: 5,
        violation(given) {
          const { examples, weights } = startFromFile(given);
          const neurons = given.weights[0]?.length as number;
          const own = batchGradient({ name: "cnn", neurons, q: given.q }, weights, examples, given.batch);
          for (const place of placesOf(given)) {
            const exact = byDuals(given, place);
            const { value, size } = byFormula(given, place, { featureNoise, drop });
            const lane = place.cls * neurons + place.r;
            const entry = own[place.k * 2 * neurons + lane] as number;
            const [formulaOff, ownOff] = [value, exact.mul(0).add(entry)].map((one) => one.sub(exact).abs());
            const where = `class ${place.cls === 0 ? 1 : -1}, neuron ${place.r + 1}, k = ${place.k + 1}`;
            if (formulaOff?.gt(size.mul(1e-30)))
              return `${where}: the formula gives ${value.toNumber()}, not ${exact.toNumber()}`;
            if (ownOff?.gt(size.mul(slack(given.batch.length)).add(TINY))) {
              return `${where}: the network gives ${entry}, not ${exact.toNumber()}`;
            }
          }
          return undefined;
        },
      }),
      proof({
        name: "coupling",
        about: "coupled decay is the derivative of lambda |w|^2/2",
        part: "decay",
        prove: () => decayProof(decay),
      }),
      property({
        name: "optimizers",
        about:
          "one step of every optimizer from fresh moments, to the bit: lambda w within the gradient or beside it, as its name says",
        part: "decay",
        cases: fc.record({
          name: fc.constantFrom(...Object.keys(DECOUPLED)),
          convention: fc.constantFrom(...CONVENTIONS),
          w: few(64),
          g: few(64),
          lr: fc.constantFrom(1 / 4, 1 / 64),
          lambda: fc.constantFrom(0, 1 / 8, 1),
        }),
        block: 200,
        violation({ name, convention, w, g, lr, lambda }) {
          const optimizer = optimizerNamed(name);
          const adaptive = optimizer.adaptive && { betas: [1 / 2, 3 / 4] as const, eps: 0 };
          const hyper = { lr, weightDecay: lambda, convention, ...adaptive };
          const own = optimizer.update(hyper, optimizer.init(Float64Array.of(w)), Float64Array.of(g)).weights[0];
          const due = stepped(name, w, g, lr, lambda, decay);
          return own === due
            ? undefined
            : `${name}, ${convention}: w = ${w}, g = ${g}, lr = ${lr}, lambda = ${lambda} goes to ${own}, not ${due}`;
        },
      }),
    ],
  });
};
