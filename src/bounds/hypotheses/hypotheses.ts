import { plainStatement, type Statement } from "../order/plainStatement.ts";

/** Something a proof assumes of the parameters. */
export interface Hypothesis {
  readonly id: string;
  /** It holds if one of these does; with more than one, the source names them as cases. */
  readonly anyOf: readonly Statement[];
  readonly meaning: string;
  /** Whether it compares constants, of which orders say nothing. */
  readonly constants?: true;
  /** On which side of the constant "polylog n" leaves room: where the source has left = Theta(right polylog n), or Theta(right/polylog n). */
  readonly polylog?: "above" | "below";
}

/** A hypothesis from its text; `defined` are letters beyond [T25]'s. */
export const makeHypothesis = (
  id: string,
  statements: string | readonly string[],
  meaning: string,
  more: Pick<Hypothesis, "constants" | "polylog"> = {},
  defined: ReadonlySet<string> = new Set(),
): Hypothesis => ({ id, anyOf: [statements].flat().map((text) => plainStatement(text, defined)), meaning, ...more });

const hypothesis = makeHypothesis;

/**
 * Every hypothesis, once: the text, the LaTeX, the order and the number of each come from its statement.
 *
 * Source: [T25] Conditions A.1, A.2 and the theorems of sections 4 and B; docs/theory.md 3.2 to 3.4 restates them. eta = 1/poly(n) and d = poly(n)
 * have no row, since at one n they say nothing; how small eta must be the step conditions say.
 */
export const HYPOTHESES: readonly Hypothesis[] = [
  hypothesis("support-size", "s = Theta(sqrt(d)/n^2)", "supports are as large as lets them stay apart"),
  hypothesis("noise-size", "sigmaP^2 = Theta~(1/s)", "the noise is about as long as the feature", { polylog: "below" }),
  hypothesis(
    "feature-noise-size",
    "alpha = Theta~(sigmaP)",
    "the feature noise is as strong as one coordinate of the noise, or somewhat stronger",
    {
      polylog: "above",
    },
  ),
  hypothesis(
    "start-size",
    "sigma0^2 = Theta(d^(-1/2))",
    "initial weights are small, but not too small to grow in time",
  ),
  hypothesis("neurons", "m = Theta~(1)", "there are a few neurons a class", { polylog: "above" }),
  hypothesis(
    "noise-l1",
    "s sigmaP = omega(1)",
    "the noise is long in the l1 norm: a sign step moves <w, xi_i> further than <w, v>",
  ),
  hypothesis(
    "noise-l2",
    "sqrt(s) sigmaP = O~(1)",
    "the noise is no longer than the feature in the l2 norm, up to powers of log n",
  ),
  hypothesis("feature-noise", "alpha = o(1)", "the feature noise is weaker than the feature"),
  hypothesis("noise-step", "eta s sigmaP = o(1)", "one sign step changes <w, xi_i> by little"),
  hypothesis(
    "support-step",
    "eta s = o(sigma0^(q-1))",
    "a step summed over a support is small beside sigma'(sigma0), the slope at the start",
  ),
  hypothesis("single-step", "eta = o(sigma0^(q-1))", "a step is small beside sigma'(sigma0), the slope at the start"),
  hypothesis(
    "sparse-noise",
    "n s^2 sigmaP = O(d)",
    "n s noise coordinates, times the l1 length s sigmaP, are no more than d",
  ),
  hypothesis(
    "sparse-supports",
    "n^2 s^2 = o(d)",
    "supports meet rarely: the union bound on P(some two meet) is n^2 s^2/(2 d)",
  ),
  hypothesis("moment-ratio", "b1^2 < b2", "Adam's step is bounded for every sequence of gradients", {
    constants: true,
  }),
  hypothesis("eps-size", "eps = Theta(lambda eta)", "eps is as small as what decay does in a step"),
  hypothesis("some-decay", "0 < lambda", "there is weight decay"),
  hypothesis(
    "adam-decay",
    "lambda = o(sigma0^(q-2) sigmaP/n)",
    "coupled decay is weaker than the gradient of memorized noise at the start",
  ),
  hypothesis(
    "adam-strong-decay",
    "lambda = omega(sigma0^(q-2))",
    "coupled decay is stronger than the gradient of the feature at the start",
  ),
  hypothesis("gd-decay", "lambda = o(sigma0^(q-2))", "decay is weaker than the gradient of the feature at the start"),
  hypothesis("adamw-decay-least", "lambda = Omega~(min(B^2/n, 1))", "decoupled decay is strong enough to forget"),
  hypothesis("adamw-decay-most", "lambda = O~(1)", "decoupled decay lets the weights reach order 1"),
  hypothesis("full-batch", "n/B = O(1)", "an epoch is one step: with the constant 1, B = n"),
  hypothesis("large-batch", "n/B = Theta(1)", "an epoch is a few steps"),
  hypothesis(
    "adamw-large-batch",
    ["n/B = Theta(1)", "n/B = o(s sigmaP)"],
    "an epoch's steps along the feature are fewer than one along an example's noise is long",
  ),
  hypothesis(
    "mini-batch",
    "n/B = Omega(log(1/eps))",
    "the momentum of an example is forgotten before it is seen again",
  ),
  hypothesis(
    "adam-batch",
    ["n/B = Theta(1)", "n/B = Omega(log(1/eps))"],
    "an epoch is a few steps, or as many as the momentum of an example needs to be forgotten",
  ),
  hypothesis(
    "adamw-mini-batch",
    "n/B = Omega(max(sqrt(n), log(1/eps)))",
    "the momentum of an example is forgotten before it is seen again",
  ),
  hypothesis("feature-outruns", "n/B = omega(s sigmaP)", "an epoch moves <w, v> further than <w, xi_i>"),
  hypothesis(
    "feature-far-outruns",
    "n/B = omega(max(s sigmaP, sqrt(n)))",
    "an epoch moves <w, v> further than <w, xi_i>, and has more than sqrt(n) steps",
  ),
  hypothesis(
    "feature-noise-wins",
    "alpha = Omega~((B s sigmaP/n)^(1-q))",
    "the feature noise outweighs the feature before the noise is fitted",
  ),
];

/** Conditions A.1 and A.2 of [T25] as printed: how large data, start and width are. */
export const PRINTED = ["support-size", "noise-size", "feature-noise-size", "start-size", "neurons"] as const;

/** What the proofs lean on throughout, which A.1 and A.2 imply for large n; in the order of docs/theory.md 3.3. */
export const IMPLIED = [
  "noise-l1",
  "noise-l2",
  "feature-noise",
  "noise-step",
  "support-step",
  "single-step",
  "sparse-noise",
] as const;

/** Both. */
export const CONDITIONS = [...PRINTED, ...IMPLIED] as const;

/** A hypothesis by its name. */
export const hypothesisNamed = (id: string): Hypothesis =>
  HYPOTHESES.find((candidate) => candidate.id === id) as Hypothesis;
