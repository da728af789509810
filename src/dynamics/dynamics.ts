import { loadOf, type Origin } from "../optimizers/origin.ts";
import { isImages } from "../setting/imageSource.ts";
import { InputError, show } from "../setting/inputError.ts";
import { noisePatchesOf } from "../setting/model.ts";
import { lanesIn, networkOf } from "../setting/network.ts";
import type { Keeper } from "../sim/checkpoint/snapshot.ts";
import type { Engine } from "../sim/engine.ts";
import { ENGINES } from "../sim/engines/registry.ts";
import { follow, type Subject } from "../sim/follow.ts";
import { activate, strengthOf } from "../sim/forward.ts";
import { lossOf } from "../sim/losses/registry.ts";
import { measure, type Seen } from "../sim/metrics.ts";
import { metricsFrom } from "../sim/ownMetrics.ts";
import { settingFrom } from "../sim/ownParts.ts";
import { schedule } from "../sim/schedule.ts";
import type { Moment, Trajectory } from "../sim/trajectory.ts";
import { type Fresh, newJudge } from "./judge.ts";
import { type NestedCoefficients, nest } from "./nest.ts";
import { problemOf } from "./problem.ts";
import { newProductsJudge } from "./productsJudge.ts";
import type { Coefficients, Problem, Recurrence } from "./recurrence.ts";
import { EXACT_METHODS, type Reduction, reduceTo } from "./reduce.ts";
import type { DynamicsRun } from "./run.ts";

/** What the numbers depend on besides the run, of this room and of the engine that active sets and test errors run on. */
export const DYNAMICS_VERSION = `1.${ENGINES[0].version}`;

/** Beyond this a result, which may hold as many of a decomposition again, would not fit into one JSON text. */
const SAVED_COEFFICIENTS_LIMIT = 1e7;

/** The outcome of a run in coefficients: as that of `simulate`, with the method. */
export interface DynamicsResult extends Trajectory {
  config: DynamicsRun;
  /** The file that an optimizer of the user's own comes from. */
  load?: Origin;
  /** The files that metrics of the user's own come from. */
  metricsFrom?: readonly Origin[];
  /** The files that an activation of the user's own comes from. */
  settingFrom?: readonly Origin[];
  method: {
    name: string;
    about: string;
    /** Whether it follows the training exactly, or replaces it by the papers' sign recurrence. */
    exact: boolean;
    /** With "auto": why no stronger method, each with the condition that failed. */
    unmet?: Reduction["unmet"];
  };
  final: Trajectory["final"] & { coefficients?: NestedCoefficients };
}

export interface DynamicsOptions {
  /** What carries it out: the same bytes, not the same speed. The first of the registry unless given. */
  readonly engine?: Engine;
  /** Whether the final coefficients are kept in the result. */
  readonly saveCoefficients?: boolean;
  /**
   * Whether fresh examples are drawn as what they have with the weights alone, which costs nothing in d (`newProductsJudge`); else they are those
   * of the full training.
   */
  readonly byProducts?: boolean;
  /** Whether nobody looks, keeps or stops it between two records: short epochs are then gone through in one call, and the share done is told less often. */
  readonly unwatched?: boolean;
  /** Called at every recorded moment. */
  readonly onRecord?: (moment: Moment) => void;
  /** Where the run goes on from, and who keeps it on its way; no moment before that is recorded again. */
  readonly keeper?: Keeper | undefined;
}

/** Which coefficients have left the finite numbers, if some have. */
export function notFinite({ signal, noise, shown }: Coefficients): string | undefined {
  if (!signal.every(Number.isFinite)) return "featureLearning";
  const all = shown ? [noise, shown.first] : [noise];
  return all.every((some) => some.every(Number.isFinite)) ? undefined : "noiseMemorization";
}

/** The training set as seen through coefficients. */
export function seenThrough(problem: Problem, { signal, noise, extra, shown }: Coefficients): Seen {
  const { network, loss } = problem;
  const { examples } = problem.start;
  const width = signal.length;
  return {
    network,
    labels: examples.labels,
    signal,
    ...(loss && { loss: lossOf(loss) }),
    respond(i, out) {
      const { model, biases, head } = out;
      if (shown) out.signal.set(shown.first.subarray(i * width, (i + 1) * width));
      else {
        const strength = strengthOf(model, examples, i) * Math.sqrt(model.featureSupport);
        for (let r = 0; r < width; r++) out.signal[r] = strength * (signal[r] as number);
      }
      const size = out.noise.length;
      out.noise.set(noise.subarray(i * size, (i + 1) * size));
      if (extra) {
        biases.set(extra.biases);
        head.set(extra.head);
      }
      return activate(examples.labels[i] as number, out);
    },
  };
}

/** What is learnt of several features, and which of them fresh examples show; undefined of one. */
function featuresSeen({ network: { neurons } }: Problem, { shown }: Coefficients, { examples }: Fresh) {
  return shown && shown.features.length > 1 && examples.shown
    ? { neurons, signals: shown.features, shown: examples.shown.features }
    : undefined;
}

/** A training in coefficients at its start, and how it is looked at. */
function prepared(run: DynamicsRun, { engine, byProducts }: Required<Pick<DynamicsOptions, "engine" | "byProducts">>) {
  const problem = problemOf(run);
  const { method, unmet } = reduceTo(run.method, problem);
  const recurrence: Recurrence = method.start(problem, engine);
  if (byProducts && !recurrence.products)
    throw new InputError(
      `byProducts must be left out where the method is ${show(method.name)}, which knows no inner products of the weights`,
    );
  const fresh = (byProducts ? newProductsJudge : newJudge)(run, method.instead?.(problem) ?? problem, engine);
  const { truths } = problem.start.examples;
  const wider = problem.wider && { ...(truths && { truths }), test: fresh.examples };
  const seen = (read: Coefficients): Seen => {
    const features = featuresSeen(problem, read, fresh);
    return {
      ...seenThrough(problem, read),
      ...(wider && { wider: { ...wider, ...(features && { features }) } }),
    };
  };
  const look = { seen, measure: (read: Coefficients) => measure(seen(read), fresh.judge(recurrence, read)) };
  return { problem, method, unmet, recurrence, look };
}

/**
 * The end of a training in coefficients, without the moments on its way.
 *
 * @param run a checked run (`parseDynamics`)
 * @param options engine, and how fresh examples are drawn
 * @returns the metrics that `dynamics` has of its last moment; undefined where a number was not finite
 * @throws InputError as `dynamics`
 * Source: ours.
 */
export function dynamicsEnd(
  run: DynamicsRun,
  { engine = ENGINES[0], byProducts = false }: Pick<DynamicsOptions, "engine" | "byProducts"> = {},
): ReturnType<Subject["measure"]> | undefined {
  const { recurrence, look } = prepared(run, { engine, byProducts });
  for (const { batches } of schedule(run, 0, 1, true)) if (!recurrence.run(batches)) return undefined;
  const read = recurrence.coefficients();
  return notFinite(read) === undefined ? look.measure(read) : undefined;
}

/**
 * Trains in coefficients: the same training as `simulation`, by the strongest exact recurrence or the one asked for.
 *
 * @param run a checked run (`parseDynamics`)
 * @param options engine, whether the final coefficients are kept, a callback
 * @returns a generator, as `follow`; its value is the result
 * @throws InputError if the method's conditions do not hold on the start, the start is not finite, or too many coefficients are to be kept
 * Source: docs/notes/coefficients.md; the result depends on (run, version) alone.
 */
export function* dynamics(
  run: DynamicsRun,
  {
    engine = ENGINES[0],
    saveCoefficients = false,
    byProducts = false,
    unwatched = false,
    onRecord,
    keeper,
  }: DynamicsOptions = {},
): Generator<number, DynamicsResult, boolean | undefined> {
  const patches = noisePatchesOf(run.setting) + (isImages(run.setting.data) ? 1 : 0);
  const saved = lanesIn(networkOf(run.network, run.setting)) * (run.setting.n * patches + 1);
  if (saveCoefficients && saved > SAVED_COEFFICIENTS_LIMIT) {
    throw new InputError(
      `saved coefficients must be at most ${SAVED_COEFFICIENTS_LIMIT} numbers, but 2 m (n + 1) is ${saved}; leave --save-coefficients out`,
    );
  }
  const { problem, method, unmet, recurrence, look } = prepared(run, { engine, byProducts });
  let read: Coefficients;
  const subject: Subject = {
    get step() {
      return recurrence.step;
    },
    run: (batches) => recurrence.run(batches),
    measure() {
      read = recurrence.coefficients();
      return look.measure(read);
    },
    seen: () => look.seen(read),
    notFinite: () => notFinite(read),
    onRecord: (moment) => onRecord?.(moment),
    training: recurrence,
    keepLast: saveCoefficients,
    unwatched,
  };
  const { history, final, diverged, interrupted, last } = yield* follow(run, subject, keeper);
  if (last) recurrence.restore(last);
  return {
    config: run,
    engine: { name: method.name, version: DYNAMICS_VERSION },
    ...loadOf(run.optimizer.name),
    ...metricsFrom(),
    ...settingFrom(run.setting),
    method: { name: method.name, about: method.about, exact: EXACT_METHODS.includes(method), ...(unmet && { unmet }) },
    history,
    final: { ...final, ...(last && { coefficients: nest(problem, method, recurrence) }) },
    ...(diverged && { diverged }),
    ...(interrupted && { interrupted }),
  };
}
