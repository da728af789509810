import "../sim/schedules/formula.ts";
import * as z from "../setting/zod.ts";
import { parseRun } from "../sim/run.ts";
import type { RunFile } from "../sim/runFile.ts";
import { type Result, simulation, type SimulateOptions as Watched } from "../sim/simulate.ts";
import { ENGINE, type EngineName, engineOf } from "./engineOf.ts";
import { inTurns } from "./inTurns.ts";
import { keeperFrom } from "./keeperFrom.ts";
import { callback, checked, flag, TRAINING, type TrainingOptions } from "./options.ts";

/** What a full training takes besides its run. */
export interface SimulateOptions extends TrainingOptions {
  /** "wasm" unless given; "reference" has the same numbers up to rounding, and takes 5 to 10 times as long. */
  readonly engine?: EngineName | undefined;
  /** 1, or 2: trains in two threads, the same bytes. Node alone. */
  readonly threads?: 1 | 2 | undefined;
  /** Whether the final weights are kept: `final.weights`, [2][m][d]. */
  readonly saveWeights?: boolean | undefined;
  /** Called at every recorded moment; the weights [d * 2m], coordinate-major, are valid during the call. */
  readonly onRecord?: Watched["onRecord"] | undefined;
}

/** What is seen and kept of a training. */
export const SIMULATE_KEPT = { saveWeights: flag(), onRecord: callback<NonNullable<Watched["onRecord"]>>() };

const schema = z.strictObject({
  ...TRAINING,
  engine: ENGINE,
  threads: z.custom<1 | 2>((value) => value === 1 || value === 2, { error: "must be 1 or 2" }).optional(),
  ...SIMULATE_KEPT,
});

/**
 * Trains the network: the full simulation, every weight.
 *
 * w_{t+1} = update(w_t, (1/b) sum_{i in I_t} grad L_i(w_t)),  I_t from fresh shuffles without replacement or as given
 *
 * @param spec a run: preset or setting, optimizer, batchSize, epochs; what is left out has its default
 * @param options engine, whether weights are kept, signal, onProgress
 * @returns the run as it was understood, the engine's version and the moments, as plain data; `interrupted` where the signal stopped it
 * @throws InputError, one sentence, for what is wrong with the run or the options
 * Source: [T25] section 3 and App. D; the result depends on (run, engine version) alone.
 * @example
 * const { final } = await simulate({ preset: "tiny", optimizer: { name: "adam", lr: 0.001 }, batchSize: 2, epochs: 20, testSize: 100 })
 * final.epoch // => 20
 */
export async function simulate(spec: RunFile, options: SimulateOptions = {}): Promise<Result> {
  const {
    engine: name,
    threads,
    checkpoint,
    signal,
    onProgress,
    ...kept
  } = checked(schema, options, "simulate's options");
  const run = parseRun(spec);
  const engine = await engineOf(name, threads);
  const keeper = keeperFrom(checkpoint, { run, by: engine, keepLast: kept.saveWeights === true });
  const legs = simulation(run, { ...kept, engine, keeper });
  return inTurns(legs, { signal, onProgress });
}
