import { mustBeDisjoint } from "../dynamics/conditions.ts";
import { problemOf } from "../dynamics/problem.ts";
import type { DynamicsRun } from "../dynamics/run.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { mustBePapers } from "../setting/mustBePapers.ts";
import type { PerClass } from "../sim/trajectory.ts";
import { quantile } from "../statistics/quantile.ts";
import { disjointness } from "./hypotheses/disjointness.ts";
import { forgetting } from "./hypotheses/forgetting.ts";
import { type Constants, type Margin, marginsOf } from "./hypotheses/margin.ts";
import { momentRatio } from "./hypotheses/momentRatio.ts";
import { movement } from "./hypotheses/movement.ts";
import { assumedBy, SHARED, THEOREMS } from "./hypotheses/theorems.ts";
import { valuesOf } from "./hypotheses/values.ts";
import { type TheoremVerdict, verdictOf } from "./hypotheses/verdict.ts";
import { failingDecay } from "./thresholds/feature/failingDecay.ts";
import { type FeatureStart, featureThresholds } from "./thresholds/feature/featureThreshold.ts";
import { type FlipRace, flipRace } from "./thresholds/feature/flipRace.ts";
import { signalBound } from "./thresholds/feature/signalBound.ts";
import { signalFixedPoints } from "./thresholds/feature/signalFixedPoints.ts";
import { noiseThresholds } from "./thresholds/noise/noiseThresholds.ts";

/** Least, median and greatest. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly greatest: number;
}

/** What the theory says of one run before it is run. */
export interface Audit {
  readonly run: Pick<DynamicsRun, "network" | "setting" | "optimizer" | "seed"> & { readonly batchSize: number };
  readonly supports: {
    /** Of this start. */
    readonly disjoint: boolean;
    /** Decimal texts: P(disjoint), 1 - P, and the union bound on 1 - P. */
    readonly probability: string;
    readonly complement: string;
    readonly unionBound: string;
  };
  /** n/B, beside how long the moments remember; of optimizers that keep moments. */
  readonly stepsPerEpoch: number;
  readonly moments?: {
    /** As `Forgetting` has them, in steps; null where a moment never forgets so far. */
    readonly firstMoment: number | null;
    readonly secondMoment: number | null;
    /** The bound on |mom|/sqrt(sec); absent where b1^2 >= b2, for which there is none. */
    readonly momentRatio?: number;
    /** In learning rates an epoch: how far an example's noise coordinate moves, of n/B that the feature moves. */
    readonly movement?: number;
  };
  /** Of a cnn with feature noise, for optimizers that normalize each coordinate: whether the feature wins the race against noise of typical size, supports taken as disjoint. */
  readonly race?: FlipRace;
  /** Of a cnn: weight decays of this start above which nothing is learnt or memorized, for Adam (coupled decay). */
  readonly thresholds?: {
    readonly feature: PerClass<FeatureStart>;
    /** Over examples of the full batch, largest neuron: the explicit mean-field value, and that with the start's fluctuations. */
    readonly noise: { readonly mean: Spread; readonly flow: Spread };
  };
  /** Of a cnn under AdamW: how far weight decay lets the feature go. */
  readonly steadyState?: {
    /** No weight stays larger, whatever the gradients; null where no bound exists. */
    readonly bound: number | null;
    /** Fixed points of one neuron a class with half of the examples, and the decay above which there are none; small steps. */
    readonly unstable: number | null;
    readonly stable: number | null;
    readonly failingDecay: number | null;
  };
  /** Of the shared conditions and of everything that theorems about this optimizer assume. */
  readonly hypotheses: readonly Margin[];
  readonly theorems: readonly TheoremVerdict[];
}

const spreadOf = (values: Float64Array): Spread => ({
  least: quantile(values, 0),
  median: quantile(values, 0.5),
  greatest: quantile(values, 1),
});

/** JSON has no Infinity. */
const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** Whether normalized steps have a bound: the moment ratio's condition. */
const bounded = ([b1, b2]: readonly [number, number]) => b1 * b1 < b2;

function steadyStateOf({ optimizer, setting, network }: DynamicsRun): Audit["steadyState"] {
  const { name, betas, eps, lr, weightDecay } = optimizer;
  if (name !== "adamw" || network !== "cnn" || betas === undefined || eps === undefined) return undefined;
  const balance = { q: setting.q, classShare: 0.5, activeNeurons: 1, eps };
  const points = weightDecay > 0 ? signalFixedPoints(balance, weightDecay) : undefined;
  return {
    bound: bounded(betas) ? finite(signalBound(lr, weightDecay, betas)) : null,
    unstable: points?.unstable ?? null,
    stable: points?.stable ?? null,
    failingDecay: finite(failingDecay(balance)),
  };
}

function momentsOf({ optimizer, setting }: DynamicsRun, batchSize: number): Audit["moments"] {
  const { betas, eps, lr, weightDecay, name } = optimizer;
  if (!optimizerNamed(name).adaptive || betas === undefined || eps === undefined) return undefined;
  const [b1, b2] = betas;
  const { firstMoment, secondMoment } = forgetting(b1, b2, eps, weightDecay * lr);
  return {
    firstMoment: finite(firstMoment),
    secondMoment: finite(secondMoment),
    ...(bounded(betas) && {
      momentRatio: momentRatio(betas),
      movement: movement(b1, b2, Math.max(1, Math.round(setting.n / batchSize))),
    }),
  };
}

/** Beyond it batches of sign steps are taken as alike: the constant's cost is of order b^4. */
const MOST_DRAWN = 32;

function raceOf({ optimizer, setting, network }: DynamicsRun, batchSize: number): Audit["race"] {
  if (network !== "cnn" || !(setting.alpha > 0) || !(setting.q > 1)) return undefined;
  const alike = !optimizerNamed(optimizer.name).adaptive && batchSize > MOST_DRAWN;
  const race = flipRace({ setting, optimizer, batchSize, alike });
  return race && Number.isFinite(race.ratio) ? race : undefined;
}

/**
 * What the theory says of a run: which hypotheses its numbers meet and by how much, which theorems apply, and this start's own thresholds.
 *
 * @param run a checked run (`parseDynamics`); one whose batches are given is audited at the size of the first
 * @param constants c by hypothesis, where the orders leave it open
 * @returns the audit; nothing is trained
 * @throws InputError for a run beyond the papers' model
 * Source: docs/theory.md 3 to 5; docs/notes/thresholds.md.
 */
export function audit(run: DynamicsRun, constants: Constants = {}): Audit {
  mustBePapers(run, "theorems");
  const { setting, optimizer, seed, network } = run;
  const batchSize = run.batchSize ?? (run.batches?.[0] as number[]).length;
  const problem = problemOf(run);
  const shared = mustBeDisjoint(problem);
  const values = valuesOf(setting, optimizer, batchSize);
  const about = THEOREMS.filter(
    ({ optimizers, networks }) => optimizers.includes(optimizer.name) && networks.includes(network),
  );
  const ids = [...new Set([...SHARED, ...about.flatMap(({ hypotheses }) => hypotheses)])];
  const hypotheses = marginsOf(ids, values, constants);
  const { probability, complement, unionBound } = disjointness(setting.n, setting.s, setting.d);
  const moments = momentsOf(run, batchSize);
  const noise = network === "cnn" ? noiseThresholds(problem.network, problem.start) : undefined;
  const steadyState = steadyStateOf(run);
  const race = raceOf(run, batchSize);
  return {
    run: { network, setting, optimizer, batchSize, seed },
    supports: {
      disjoint: shared === undefined,
      probability: probability.toString(),
      complement: complement.toString(),
      unionBound: unionBound.toString(),
    },
    stepsPerEpoch: setting.n / batchSize,
    ...(moments && { moments }),
    ...(race && { race }),
    ...(noise && {
      thresholds: {
        feature: featureThresholds(problem.network, problem.start),
        noise: { mean: spreadOf(noise.mean), flow: spreadOf(noise.flow) },
      },
    }),
    ...(steadyState && { steadyState }),
    hypotheses,
    theorems: THEOREMS.map((theorem) =>
      verdictOf(theorem, {
        optimizer: optimizer.name,
        network,
        margins: hypotheses.filter(({ name }) => assumedBy(theorem).includes(name)),
        ...(theorem.sharesConditions && shared !== undefined && { shared }),
      }),
    ),
  };
}
