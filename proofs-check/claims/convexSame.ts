import fc from "fast-check";
import { drawStart } from "../../src/data/start.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { type NetworkName, networkOf } from "../../src/setting/network.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { CONVEX_SIZES, type ConvexPair, convexPair } from "../support/choices/convexPair.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

/** Relative to |grad_1 - grad_2| |W_1 - W_2|: an inner product of at most 60 rounded products. */
const ROUNDING = 1e-13;

/** The numbers of the claim. */
export interface ConvexSameNumbers {
  /** Decay with which they reach one solution. */
  readonly weightDecay?: number;
  /** Relative distance up to which two solutions are the same; beyond it, by cosine, they differ. */
  readonly close?: number;
  readonly apart?: number;
  /** The model; only the linear one is convex. */
  readonly network?: NetworkName;
}

interface TwoPoints {
  readonly seed: number;
  readonly other: number;
  readonly sigma0: number;
}

const SMALL = { n: 4, d: 15, s: 4, sigmaP: 0.5, alpha: 0.3, m: 2, q: 3, labels: "rademacher" as const };

/** How the loss fails to be convex between two points: <grad L(W_1) - grad L(W_2), W_1 - W_2> < 0. */
function notConvex({ seed, other, sigma0 }: TwoPoints, name: NetworkName): string | undefined {
  const setting = { ...SMALL, sigma0 };
  const network = networkOf(name, setting);
  const { examples, weights: first } = drawStart(setting, network, seed);
  const { weights: second } = drawStart(setting, network, other);
  const all = Int32Array.from({ length: setting.n }, (_, i) => i);
  const [a, b] = [first, second].map((weights) => batchGradient(network, weights, examples, all));
  const apart = first.map((w, k) => w - (second[k] as number));
  const change = (a as Float64Array).map((g, k) => g - (b?.[k] as number));
  const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, k) => sum + value * (y[k] as number), 0);
  const along = dot(change, apart);
  const size = Math.sqrt(dot(change, change) * dot(apart, apart));
  return along < -ROUNDING * size ? `the gradient falls by ${-along} along the way, of at most ${size}` : undefined;
}

interface Rest {
  readonly weight: number;
  readonly weightDecay: number;
  /** What the gradient of the loss is off -lambda w by. */
  readonly off: number;
}

/** How GD's and Adam's points of rest are not where grad L + lambda W = 0; with w, lambda and the excess powers of two, all is exact. */
function notAtRest({ weight, weightDecay, off }: Rest): string | undefined {
  for (const name of ["sgd", "adam"]) {
    const { init, update } = optimizerNamed(name);
    const hyper = { lr: 0.125, weightDecay, betas: [0.9, 0.999], eps: 1e-8, convention: "pytorch" } as const;
    const [at, gradient] = [Float64Array.of(weight), Float64Array.of(off - weightDecay * weight)];
    const moved = (update(hyper, init(at), gradient).weights[0] as number) - weight;
    if (Math.sign(moved) !== -Math.sign(off) + 0) return `${name} moves by ${moved} where grad L + lambda w = ${off}`;
  }
  return undefined;
}

/** Sizes 2^-8 to 2^3 of both signs. */
const powers = fc
  .tuple(fc.integer({ min: -8, max: 3 }), fc.constantFrom(1, -1))
  .map(([k, sign]) => sign * (k < 0 ? 1 / (1 << -k) : 1 << k));

const seeds = fc.nat({ max: 1e6 });

/**
 * With a convex loss and weight decay, GD and Adam reach one solution; without decay they may not.
 *
 * f(W) = L(W) + (lambda/2) |W|^2 is strongly convex, grad f = 0 has one solution, and both rest there and nowhere else;
 * at lambda = 0 GD goes to a maximum l_2-margin solution, Adam to a maximum l_inf-margin solution
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [Z21] Theorem 4.2; that they are two margins: [Z21]'s discussion, and the finding in docs/findings.md.
 */
export const convexSame = ({
  weightDecay = 0.1,
  close = 0.01,
  apart = 0.9,
  network = "linear",
}: ConvexSameNumbers = {}): Claim => {
  const same = ({ relative, gd, adam }: ConvexPair) =>
    relative <= close && Math.abs(gd.testError - adam.testError) <= close;
  const unlike = ({ cosine, gd, adam }: ConvexPair) =>
    gd.trainError === 0 &&
    adam.trainError === 0 &&
    cosine <= apart &&
    gd.margins.l2 > adam.margins.l2 &&
    gd.margins.lInf < adam.margins.lInf;
  return defineClaim({
    id: "convex-same",
    source: "Z21 4.2",
    kind: "outcome",
    statement:
      "with a convex loss and weight decay, Adam and GD reach the same solution, hence the same test error; without decay they may differ",
    latex: String.raw`\lambda > 0:\ W_{\mathrm{Adam}} = W_{\mathrm{GD}} = \arg\min_W L(W) + \tfrac{\lambda}{2}\|W\|_2^2`,
    hypotheses: hypothesesOf("convex-same"),
    readAs: [WITH_HIGH_PROBABILITY],
    restsOn: ["gradient"],
    checks: [
      property({
        name: "convex",
        part: "one solution",
        about:
          "the gradient of the linear model's loss never falls along a line, so that grad L + lambda W = 0 has one solution",
        cases: fc.record({ seed: seeds, other: seeds, sigma0: fc.constantFrom(0.1, 0.5, 2) }),
        block: 100,
        violation: (points) => notConvex(points, network),
      }),
      property({
        name: "rest",
        part: "one solution",
        about: "GD and Adam with its moments at zero stay where grad L + lambda w = 0, and elsewhere move against it",
        cases: fc.record({ weight: powers, weightDecay: powers.map(Math.abs), off: fc.oneof(fc.constant(0), powers) }),
        block: 200,
        violation: notAtRest,
      }),
      frequency({
        name: "with decay",
        part: "the same solution",
        at: CONVEX_SIZES,
        about: `trained for 1000 epochs with lambda = ${weightDecay}, their weights are within ${close} of their length, and their test errors within ${close}`,
        levels: [0],
        outcome: (seed) => same(convexPair(weightDecay, seed)),
        claimed: [0.5, 1],
      }),
      frequency({
        name: "without decay",
        part: "without decay they may differ",
        at: CONVEX_SIZES,
        about: `trained for 1000 epochs with lambda = 0, both fit, the cosine of their weights is at most ${apart}, GD has the larger margin over the l_2 norm and Adam the larger one over the l_inf norm`,
        levels: [0],
        outcome: (seed) => unlike(convexPair(0, seed)),
        claimed: [0.5, 1],
      }),
    ],
  });
};
