import { FORMULA } from "../../claims/gradient.ts";
import { times } from "../expression.ts";
import type { CoqProof } from "../theorem.ts";

const { featureNoise, drop, decay } = FORMULA;
const NEURON = "(3 <= q)%nat -> (1 <= r <= m)%nat ->";
const RESIDUAL = "residual (output d m q W e) (label e) j";
const SIGNAL = "slope q (inner d (W j r) (signal e))";
const NOISE = "slope q (inner d (W j r) (noise e))";
const batch = (k: string, derivative: string) =>
  `is_derive (fun w => batch_loss d m q (put W j r ${k} w) batch) (W j r ${k === "1" ? "1%nat" : k}) (- (1 / INR (length batch)) * total (fun e => ${derivative}) batch)`;

/** Lemmas A.5, A.7, A.8, without the disjointness that leaves at most one term on each k > 1. */
export const gradientProof: CoqProof = {
  claim: "gradient",
  file: "gradient",
  needs: ["classes", "network"],
  definitions: {
    gradient: [`Definition slope (q : nat) (z : R) : R := INR q * Rmax z 0 ^ (q - ${drop}).`],
  },
  theorems: [
    {
      name: "of_loss",
      about: "the loss of one example in one weight: derivation rules, any d, m, q, weights and noise",
      part: "loss",
      statement: `forall (d m q : nat) (W : weights) (e : example) (j : class) (r k : nat), ${NEURON} (1 <= k <= d)%nat -> is_derive (fun w => loss d m q (put W j r k w) e) (W j r k) (- ${RESIDUAL} * (${SIGNAL} * signal e k + ${NOISE} * noise e k))`,
    },
    {
      name: "on_feature",
      about: "the loss of a batch in a weight on the feature's coordinate",
      part: "loss",
      statement: `forall (d m q : nat) (W : weights) (batch : list example) (alpha : R) (j : class) (r : nat), ${NEURON} (1 <= d)%nat -> (forall e, In e batch -> noise e 1%nat = - alpha * sign_of (label e)) -> ${batch("1", `sign_of (label e) * ${RESIDUAL} * (slope q (sign_of (label e) * W j r 1%nat) - ${times(featureNoise, "alpha")} * ${NOISE})`)}`,
    },
    {
      name: "on_support",
      about: "the loss of a batch in a weight on any other coordinate; 0 where no example's noise has it",
      part: "loss",
      statement: `forall (d m q : nat) (W : weights) (batch : list example) (j : class) (r k : nat), ${NEURON} (1 < k <= d)%nat -> ${batch("k", `${RESIDUAL} * ${NOISE} * noise e k`)}`,
    },
    {
      name: "of_decay",
      about: "coupled decay is the derivative of lambda |W|^2/2",
      part: "decay",
      statement: `forall (d m : nat) (W : weights) (lambda : R) (j : class) (r k : nat), (1 <= r <= m)%nat -> (1 <= k <= d)%nat -> is_derive (fun w => lambda / 2 * squares d m (put W j r k w)) (W j r k) (${times(decay, "lambda")} * W j r k)`,
    },
  ],
};
