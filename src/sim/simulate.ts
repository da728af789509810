import { drawExamples } from "../data/examples.ts";
import { drawStart, startFromFile } from "../data/start.ts";
import { type Weights, weightsToNested } from "../data/weights.ts";
import { loadOf, type Origin } from "../optimizers/origin.ts";
import { InputError } from "../setting/inputError.ts";
import { isPapers } from "../setting/mustBePapers.ts";
import { lanesIn, networkOf } from "../setting/network.ts";
import type { Keeper } from "./checkpoint/snapshot.ts";
import type { Engine } from "./engine.ts";
import { ENGINES } from "./engines/registry.ts";
import { finish, follow, type Subject } from "./follow.ts";
import { labelNoiseOf } from "./labelNoise.ts";
import { lossKeys, lossOf } from "./losses/registry.ts";
import { featuresOf, learntOf, measure, seenBy, tested } from "./metrics.ts";
import { metricsFrom } from "./ownMetrics.ts";
import { settingFrom } from "./ownParts.ts";
import type { Run } from "./run.ts";
import { rateOf } from "./schedules/course.ts";
import type { Moment, Trajectory } from "./trajectory.ts";

/** Beyond this a result would not fit into one JSON text. */
const SAVED_WEIGHTS_LIMIT = 1e7;

export interface SimulateOptions {
  readonly engine?: Engine;
  readonly saveWeights?: boolean;
  /** Whether nobody looks, keeps or stops it between two records: short epochs are then gone through in one call, and the share done is told less often. */
  readonly unwatched?: boolean;
  /** Called at every recorded moment; the weights are valid during the call. */
  readonly onRecord?: (moment: Moment, weights: Weights) => void;
  /** Where the run goes on from, and who keeps it on its way; no moment before that is recorded again. */
  readonly keeper?: Keeper | undefined;
}

/** A run's outcome: its configuration as it was understood, and its trajectory. */
export interface Result extends Trajectory {
  config: Run;
  /** The file that an optimizer of the user's own comes from. */
  load?: Origin;
  /** The files that metrics of the user's own come from. */
  metricsFrom?: readonly Origin[];
  /** The files that an activation or data of the user's own come from. */
  settingFrom?: readonly Origin[];
}

/**
 * Trains the network leg by leg: the full simulation, every weight, as something that can be watched and stopped.
 *
 * w_{t+1} = update(w_t, (1/b) sum_{i in I_t} grad L_i(w_t)),  I_t from fresh shuffles without replacement or as given.
 *
 * @param run a checked run (`parseRun`)
 * @param options engine (default: the first of the registry), whether final weights are kept, a callback
 * @returns a generator, as `follow`; its value is the result
 * @throws InputError if the start itself gives numbers that are not finite
 * Source: [T25] section 3 and App. D; the result depends on (run, engine version) alone.
 */
export function* simulation(run: Run, options: SimulateOptions = {}): Generator<number, Result, boolean | undefined> {
  const { engine = ENGINES[0], saveWeights = false, unwatched = false, onRecord, keeper } = options;
  const { setting, optimizer, seed } = run;
  const network = networkOf(run.network, setting);
  const { examples, weights } = run.start ? startFromFile(run.start) : drawStart(setting, network, seed);
  if (saveWeights && weights.length > SAVED_WEIGHTS_LIMIT) {
    throw new InputError(
      `saved weights must be at most ${SAVED_WEIGHTS_LIMIT} numbers, but 2 m d is ${weights.length}; leave --save-weights out`,
    );
  }
  const fresh = drawExamples(setting, seed, "testExample", run.testSize);
  const judgeTest = engine.judge(network, setting.d, fresh);
  const keys = lossKeys(run);
  const rate = rateOf(run);
  const labelNoise = labelNoiseOf(run);
  const training = engine.start({
    network,
    optimizer,
    examples,
    weights,
    ...(keys && { loss: keys }),
    ...(rate && { rate }),
    ...(labelNoise && { labelNoise }),
  });
  const { truths } = examples;
  const wider = isPapers(run) ? undefined : { ...(truths && { truths }), test: fresh };
  const several = learntOf(fresh.shown) > 1 ? fresh.shown : undefined;
  const seen = () => {
    const features = several && {
      neurons: network.neurons,
      signals: featuresOf(lanesIn(network), training.weights, several),
      shown: several.features,
    };
    return {
      ...seenBy(network, training.weights, examples),
      ...(keys && { loss: lossOf(keys) }),
      ...(wider && { wider: { ...wider, ...(features && { features }) } }),
    };
  };
  try {
    const subject: Subject = {
      get step() {
        return training.step;
      },
      run: (batches) => training.run(batches),
      measure: () => measure(seen(), tested(judgeTest(training.weights))),
      seen,
      notFinite: () => (training.weights.every(Number.isFinite) ? undefined : "weights"),
      onRecord: (moment) => onRecord?.(moment, training.weights),
      training,
      keepLast: saveWeights,
      moved: weights.length,
      unwatched,
    };
    const { final, last, ...rest } = yield* follow(run, subject, keeper);
    const [kept] = last?.numbers ?? [];
    return {
      config: run,
      engine: { name: training.by.name, version: training.by.version },
      ...loadOf(optimizer.name),
      ...metricsFrom(),
      ...settingFrom(setting),
      history: rest.history,
      final: { ...final, ...(kept && { weights: weightsToNested(kept, network.neurons, setting.classes) }) },
      ...(rest.diverged && { diverged: rest.diverged }),
      ...(rest.interrupted && { interrupted: rest.interrupted }),
    };
  } finally {
    training.end?.();
  }
}

/**
 * Trains the network and records its metrics, without a stop.
 *
 * @param run a checked run (`parseRun`)
 * @param options as for `simulation`, and `onProgress`, told the share of the training done, in (0, 1]
 * @returns the result of `simulation`
 * @throws InputError as `simulation`
 * Source: ours.
 */
export function simulate(
  run: Run,
  { onProgress, ...options }: SimulateOptions & { readonly onProgress?: (done: number) => void } = {},
): Result {
  return finish(simulation(run, { unwatched: onProgress === undefined, ...options }), onProgress);
}
