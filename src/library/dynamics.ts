import {
  DYNAMICS_VERSION,
  type DynamicsResult,
  dynamics as training,
  type DynamicsOptions as Watched,
} from "../dynamics/dynamics.ts";
import { parseDynamics } from "../dynamics/run.ts";
import * as z from "../setting/zod.ts";
import type { RunFile } from "../sim/runFile.ts";
import { ENGINE, type EngineName, engineOf } from "./engineOf.ts";
import { inTurns } from "./inTurns.ts";
import { keeperFrom } from "./keeperFrom.ts";
import { callback, checked, flag, TRAINING, type TrainingOptions } from "./options.ts";

/** A run, and the recurrence that carries it out. */
export type DynamicsSpec = RunFile & {
  /** "auto" (the strongest exact one whose conditions hold), "gram", "scalar", "coordinate", "active-set", or the papers' "sign". */
  readonly method?: string;
};

/** What a training in coefficients takes besides its run. */
export interface DynamicsOptions extends TrainingOptions {
  /** "wasm" (default) or "reference": the same bytes, not the same speed. */
  readonly engine?: EngineName | undefined;
  /** Whether the final coefficients are kept: `final.coefficients`. */
  readonly saveCoefficients?: boolean | undefined;
  /** Called at every recorded moment. */
  readonly onRecord?: Watched["onRecord"] | undefined;
}

/** What is seen and kept of a training in coefficients. */
export const DYNAMICS_KEPT = { saveCoefficients: flag(), onRecord: callback<NonNullable<Watched["onRecord"]>>() };

const schema = z.strictObject({ ...TRAINING, engine: ENGINE, ...DYNAMICS_KEPT });

/**
 * Trains in coefficients: the same training as `simulate`, by the strongest exact recurrence or the one asked for. d costs nothing.
 *
 * u = <w_{j,r}, v>,  x_i = <w_{j,r}, xi_i>;  of images <w_{c,r}, x_ip> of every training patch, for SGD and GD
 *
 * @param spec a run, and if wanted `method`
 * @param options engine, whether coefficients are kept, signal, onProgress
 * @returns as `simulate`, with the method and why no stronger one
 * @throws InputError, one sentence, also where the method's conditions do not hold on the start
 * Source: docs/notes/coefficients.md.
 * @example
 * const { method } = await dynamics({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3, testSize: 100 })
 * method.exact // => true
 */
export async function dynamics(spec: DynamicsSpec, options: DynamicsOptions = {}): Promise<DynamicsResult> {
  const { engine, checkpoint, signal, onProgress, ...kept } = checked(schema, options, "dynamics's options");
  const run = parseDynamics(spec);
  const by = { name: "dynamics", version: DYNAMICS_VERSION };
  const keeper = keeperFrom(checkpoint, { run, by, keepLast: kept.saveCoefficients === true });
  const legs = training(run, { ...kept, engine: await engineOf(engine), keeper });
  return inTurns(legs, { signal, onProgress });
}
