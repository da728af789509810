import { type Origin, originOf } from "../optimizers/origin.ts";
import { InputError, show } from "../setting/inputError.ts";
import { mustReturn } from "../setting/mustBe.ts";
import { newOwnRegistry } from "../setting/ownRegistry.ts";
import type { Setting } from "../setting/setting.ts";
import { newResponse } from "./forward.ts";
import type { MetricHead } from "./metricHead.ts";
import type { Seen } from "./metrics.ts";
import type { Run } from "./run.ts";
import type { Moment } from "./trajectory.ts";

/** What a metric of a user's own is computed from: a moment, and all that the network sees of its training set then. */
export interface Sight {
  /** What is recorded of every run: epoch, step, trainLoss, trainError, testError, featureLearning, noiseMemorization. */
  readonly moment: Moment;
  /** u_{j,r} = <w_{j,r}, v>, [2][m]; class +1 first. */
  readonly signal: readonly (readonly number[])[];
  /** x_{j,r,i} = <w_{j,r}, xi_i>, [2][m][n]. */
  readonly noise: readonly (readonly (readonly number[])[])[];
  /** y_i, 1 or -1, [n]. */
  readonly labels: readonly number[];
  readonly setting: Setting;
}

/** A number of a user's own, recorded at every moment of a run. */
export interface OwnMetric extends MetricHead {
  /** The number of a moment, finite; the same whenever it is asked. */
  of(sight: Sight): number;
}

/** Those that users have defined in this process. */
export const OWN_METRICS = newOwnRegistry<OwnMetric>("a metric");

/** Every metric of users' own that runs record now. */
export const knownMetrics = (): readonly OwnMetric[] => OWN_METRICS.known();

/** The files that they come from, each once, in an order of their own. */
export function metricOrigins(): readonly Origin[] {
  const origins = knownMetrics().flatMap(({ name }) => originOf(name, "metric") ?? []);
  const byHash = new Map(origins.map((origin) => [origin.sha256, origin]));
  return [...byHash.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

/** What a result says of the files that its metrics come from; nothing where none is of a user's own. */
export function metricsFrom(): { readonly metricsFrom?: readonly Origin[] } {
  const from = metricOrigins();
  return from.length === 0 ? {} : { metricsFrom: from };
}

/** Everything anew, so that no metric can change what another one sees, or the result. */
function sightOf({ setting }: Run, moment: Moment, { network, labels, signal, respond }: Seen): Sight {
  const { neurons } = network;
  const response = newResponse(network);
  const { length: classes } = response.outputs;
  const lanes = <T>(of: (lane: number) => T): T[][] =>
    Array.from({ length: classes }, (_, c) => Array.from({ length: neurons }, (__, r) => of(c * neurons + r)));
  const noise = lanes(() => new Array<number>(labels.length));
  for (let i = 0; i < labels.length; i++) {
    respond(i, response);
    for (let lane = 0; lane < classes * neurons; lane++) {
      const side = noise[Math.floor(lane / neurons)] as number[][];
      (side[lane % neurons] as number[])[i] = response.noise[lane] as number;
    }
  }
  return {
    moment: structuredClone(moment),
    signal: lanes((lane) => signal[lane] as number),
    noise,
    labels: Array.from(labels),
    setting: { ...setting },
  };
}

function valueOf({ name, of }: OwnMetric, sight: Sight): number {
  const what = `of of metric ${name}`;
  let value: unknown;
  try {
    value = of(sight);
  } catch (error) {
    const { message = String(error) } = error as Partial<Error>;
    throw new InputError(`${what} must give a number for every moment, but failed with ${show(message)}; correct it`);
  }
  return mustReturn(Number.isFinite(value), what, "a finite number", value as number);
}

/**
 * The metrics of users' own at a moment.
 *
 * @param run whose moment it is
 * @param moment that was recorded
 * @param seen the network on its training set, at that moment
 * @returns their values by name; undefined where none is defined
 * @throws InputError where one fails, gives no finite number, or at the start gives another one when it is asked again
 * Source: ours.
 */
export function measureOwn(run: Run, moment: Moment, seen: Seen): Readonly<Record<string, number>> | undefined {
  const metrics = knownMetrics();
  if (metrics.length === 0) return undefined;
  const values: Record<string, number> = {};
  for (const metric of metrics) {
    const value = valueOf(metric, sightOf(run, moment, seen));
    values[metric.name] = value;
    if (moment.step > 0) continue;
    const again = valueOf(metric, sightOf(run, moment, seen));
    if (Object.is(value, again)) continue;
    throw new InputError(
      `of of metric ${metric.name} must depend on what it is given alone, but gave ${value} and then ${again}; leave out Math.random, the clock, and what changes from call to call`,
    );
  }
  return values;
}
