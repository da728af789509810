import { drawStart, startFromFile } from "../data/start.ts";
import { type NestedWeights, weightsToNested } from "../data/weights.ts";
import { loadOf, type Origin } from "../optimizers/origin.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { networkOf } from "../setting/network.ts";
import type { Engine } from "../sim/engine.ts";
import { lossKeys, lossOf } from "../sim/losses/registry.ts";
import type { Run } from "../sim/run.ts";
import { simulation } from "../sim/simulate.ts";
import type { Moment, Trajectory } from "../sim/trajectory.ts";
import { type Constrained, constrainedAt } from "./constrained.ts";
import { degreeOf } from "./degree.ts";
import { type Margins, marginsOf, passOver, type Told } from "./margins.ts";
import type { LargestMargins } from "./reference/largest.ts";

/** Margins at a recorded moment. */
export interface MarginMoment extends Pick<Moment, "epoch" | "step" | "trainLoss" | "trainError">, Margins {
  /** Of decoupled decay above 0. */
  readonly constrained?: Constrained;
}

/** A training, seen by its margins. */
export interface MarginResult {
  readonly config: Run;
  readonly engine: Trajectory["engine"];
  /** The file that an optimizer of the user's own comes from. */
  readonly load?: Origin;
  /** L, by which margins are normalized: |W|^L. */
  readonly degree: number;
  readonly history: readonly MarginMoment[];
  readonly final: MarginMoment & {
    /** [2][m][d], where they were asked for. */
    readonly weights?: NestedWeights;
    /** Of the loss over the training set, decay not included: [2][m][d]. */
    readonly gradient?: NestedWeights;
  };
  /** Between which numbers the largest normalized margins of the linear network lie, where they were asked for. */
  readonly largest?: LargestMargins;
  readonly diverged?: NonNullable<Trajectory["diverged"]>;
  readonly interrupted?: boolean;
}

/** How a training is followed by its margins. */
export interface FollowMargins {
  readonly engine?: Engine;
  /** Whether the final weights are kept, and the gradient there. */
  readonly saveWeights?: boolean;
}

/**
 * What the margins of a run are taken of: its training set, network and loss.
 *
 * @param run a checked run
 * @returns all that does not change while it trains
 * @throws InputError where the network is not homogeneous
 */
export function toldOf(run: Run): Told {
  const degree = degreeOf(run);
  const network = networkOf(run.network, run.setting);
  const { examples, weights } = run.start ? startFromFile(run.start) : drawStart(run.setting, network, run.seed);
  return { network, examples, loss: lossOf(lossKeys(run) ?? {}), degree, size: weights.length };
}

/**
 * Trains the network and follows the margins of its training set.
 *
 * @param run a checked run
 * @param options engine, whether final weights and gradient are kept
 * @returns a generator, as `simulation`; its value is the result
 * @throws InputError where the network is not homogeneous
 * Source: ours (docs/notes/margins.md).
 */
export function* followMargins(
  run: Run,
  { engine, saveWeights = false }: FollowMargins = {},
): Generator<number, MarginResult, boolean | undefined> {
  const told = toldOf(run);
  const { weightDecay } = run.optimizer;
  const held = weightDecay > 0 && optimizerNamed(run.optimizer.name).decay === "decoupled";
  const history: MarginMoment[] = [];
  let kept: { weights: NestedWeights; gradient: NestedWeights } | undefined;
  const onRecord = ({ epoch, step, trainLoss, trainError }: Moment, weights: Float64Array) => {
    const pass = passOver(told, weights);
    const { gradient } = pass;
    history.push({
      ...{ epoch, step, trainLoss, trainError },
      ...marginsOf(told, weights, pass),
      ...(held && { constrained: constrainedAt(weights, gradient, weightDecay) }),
    });
    if (!saveWeights) return;
    const nested = (values: Float64Array) => weightsToNested(values, told.network.neurons);
    kept = { weights: nested(weights), gradient: nested(gradient) };
  };
  const { engine: by, diverged, interrupted } = yield* simulation(run, { ...(engine && { engine }), onRecord });
  return {
    config: run,
    engine: by,
    ...loadOf(run.optimizer.name),
    degree: told.degree,
    history,
    final: { ...(history.at(-1) as MarginMoment), ...kept },
    ...(diverged && { diverged }),
    ...(interrupted && { interrupted }),
  };
}
