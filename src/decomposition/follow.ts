import { TooFewImages } from "../data/images/choose.ts";
import { loadOf, type Origin } from "../optimizers/origin.ts";
import { InputError } from "../setting/inputError.ts";
import { networkOf } from "../setting/network.ts";
import type { Engine } from "../sim/engine.ts";
import { patchTable } from "../sim/patchTable.ts";
import type { Run } from "../sim/run.ts";
import { simulation } from "../sim/simulate.ts";
import type { Moment, Trajectory } from "../sim/trajectory.ts";
import { correlation } from "../statistics/correlation.ts";
import { directionsOf, type SignalBy } from "./directions.ts";
import { type MeasuredParts, partsOf } from "./parts.ts";
import { vectorsOf } from "./patches.ts";

/** Where class means are taken. */
export const MEANS_OF: readonly MeansOf[] = ["heldOut", "training"];
/** Of which examples the class means are taken. */
export type MeansOf = "heldOut" | "training";

/** The parts of the weights at a recorded moment, beside the true coefficients. */
export interface DecomposedMoment
  extends Pick<Moment, "epoch" | "step" | "trainLoss" | "trainError" | "testError" | "featureLearning"> {
  /** As measured, a class each, +1 first. */
  readonly measured: readonly MeasuredParts[];
  /** max over the class's examples of max_r <w_{j,r}, xi_i>. */
  readonly noiseMemorization: Moment["noiseMemorization"]["max"];
}

/** How a measured number goes with the true one over training: Pearson's correlation, of class +1 and -1; null where one of them does not move. */
export type Agreement = readonly (number | null)[];

/** A training, its weights taken apart. */
export interface DecomposedResult {
  readonly config: Run;
  readonly engine: Trajectory["engine"];
  /** The file that an optimizer of the user's own comes from. */
  readonly load?: Origin;
  readonly meansOf: MeansOf;
  /** "means" where absent. */
  readonly signalBy?: SignalBy;
  /** Dimensions of the measured signal and noise, and |<u_{+1}, v>|, how far the measured direction is the feature's; 0 where it is orthogonal to it. */
  readonly directions: { readonly signal: number; readonly noise: number; readonly alongFeature: number | null };
  readonly history: readonly DecomposedMoment[];
  readonly final: DecomposedMoment;
  /** Of `measured.signal` with featureLearning, and of `measured.noise` with noiseMemorization. */
  readonly agreement: { readonly signal: Agreement; readonly noise: Agreement };
  readonly diverged?: NonNullable<Trajectory["diverged"]>;
  readonly interrupted?: boolean;
}

/** Numbers of written-out patches and of a basis of their span that are held: 800 MB in all. */
const MOST_NUMBERS = 5e7;

/** As many fresh examples as are trained on; of images there may be fewer. */
function freshOf(run: Run) {
  const { n } = run.setting;
  try {
    return patchTable(run, n);
  } catch (error) {
    if (!(error instanceof TooFewImages)) throw error;
    throw new InputError(
      `meansOf must be "training" where there are fewer test images than the ${n} that are trained on, but is "heldOut"; change it, or lower setting.n`,
    );
  }
}

/** What is measured of a run's data, before it trains. */
function measuredOf(run: Run, { meansOf, signalBy }: { readonly meansOf: MeansOf; readonly signalBy: SignalBy }) {
  const { n, d, patches = 2 } = run.setting;
  const numbers = n * patches * d;
  if (numbers > MOST_NUMBERS) {
    throw new InputError(
      `setting must have at most ${MOST_NUMBERS} numbers in its patches, n P d, to be decomposed, but has ${numbers}; lower n or d`,
    );
  }
  if (run.start && meansOf === "heldOut") {
    throw new InputError(
      'meansOf must be "training" where start is given, which has no fresh examples, but is "heldOut"; change it',
    );
  }
  const training = vectorsOf(patchTable(run));
  const of = meansOf === "heldOut" ? vectorsOf(freshOf(run)) : training;
  const { neurons: m } = networkOf(run.network, run.setting);
  return { directions: directionsOf(training, of, signalBy), d, lanes: training.classes * m, m };
}

/** |<u, v>| in the papers' model, where the feature is coordinate 1; data that are not drawn have none. */
const alongFeature = ({ setting }: Run, [first]: readonly Float64Array[]): number | null =>
  setting.data === undefined &&
  setting.features === undefined &&
  setting.basis !== "rotated" &&
  (setting.featureSupport ?? 1) === 1 &&
  first
    ? Math.abs(first[0] as number)
    : null;

/** How weights are taken apart: by what engine they are trained, where class means are taken, and what of them is signal. */
interface FollowOptions {
  readonly engine?: Engine;
  readonly meansOf?: MeansOf;
  readonly signalBy?: SignalBy;
}

/**
 * Trains the network and takes its weights apart at every record, by what is measured of the data.
 *
 * @param run a checked run
 * @param options engine, where class means are taken, what of them is signal
 * @returns a generator, as `simulation`; its value is the result
 * @throws InputError where there is too much to hold, or class means say nothing
 * Source: ours (docs/notes/decomposition.md).
 */
export function* followDecomposition(
  run: Run,
  { engine, meansOf = "heldOut", signalBy = "means" }: FollowOptions = {},
): Generator<number, DecomposedResult, boolean | undefined> {
  const { directions, d, lanes, m } = measuredOf(run, { meansOf, signalBy });
  const history: DecomposedMoment[] = [];
  const onRecord = (moment: Moment, weights: Float64Array) => {
    const vectors = Array.from({ length: lanes }, (_, lane) =>
      new Float64Array(d).map((__, k) => weights[k * lanes + lane] as number),
    );
    const { epoch, step, trainLoss, trainError, testError, featureLearning, noiseMemorization } = moment;
    history.push({
      ...{ epoch, step, trainLoss, trainError, testError, featureLearning },
      noiseMemorization: noiseMemorization.max,
      measured: directions.classes.map((_, c) => partsOf(vectors.slice(c * m, (c + 1) * m), c, directions)),
    });
  };
  const { engine: by, diverged, interrupted } = yield* simulation(run, { ...(engine && { engine }), onRecord });
  const agreed = (of: "signal" | "noise", truth: "featureLearning" | "noiseMemorization"): Agreement =>
    (["+1", "-1"] as const).map((j, c) => {
      const pairs = history.map((moment) => [moment.measured[c]?.[of], moment[truth][j]] as const);
      const whole = pairs.filter((pair): pair is readonly [number, number] => pair.every(Number.isFinite));
      return correlation(
        whole.map(([one]) => one),
        whole.map(([, other]) => other),
      );
    });
  return {
    config: run,
    engine: by,
    ...loadOf(run.optimizer.name),
    meansOf,
    // Absent in results that know no other.
    ...(signalBy !== "means" && { signalBy }),
    directions: {
      signal: directions.signal.length,
      noise: directions.noise.length,
      alongFeature: alongFeature(run, directions.classes),
    },
    history,
    final: history.at(-1) as DecomposedMoment,
    agreement: { signal: agreed("signal", "featureLearning"), noise: agreed("noise", "noiseMemorization") },
    ...(diverged && { diverged }),
    ...(interrupted && { interrupted }),
  };
}
