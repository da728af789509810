import { imageReader } from "../data/images/reader.ts";
import type { ExplicitStart } from "../data/start.ts";
import type { Hyperparameters } from "../optimizers/optimizer.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { explain } from "../setting/explain.ts";
import { isImages } from "../setting/imageSource.ts";
import { isObject } from "../setting/isObject.ts";
import type { NetworkName } from "../setting/network.ts";
import type { Setting } from "../setting/setting.ts";
import type { LossName } from "./losses/registry.ts";
import { runFileSchema } from "./runFile.ts";
import { checkAcross, DENSE_MEMORY, type Memory } from "./runRules.ts";

/** A run, checked and complete: (run, engine version) determine every number of its result. */
export interface Run {
  setting: Setting;
  network: NetworkName;
  optimizer: Hyperparameters & { name: string };
  /** Absent, as `epochs` is, where `batches` gives the examples of every step. */
  batchSize?: number;
  epochs?: number;
  seed: number;
  testSize: number;
  /** In epochs; in steps where `batches` is given. */
  recordEvery: number;
  start?: ExplicitStart;
  batches?: number[][];
  /** Absent: cross-entropy, the papers' loss. */
  loss?: LossName;
  /** Absent: 0. */
  labelSmoothing?: number;
  /** What the learning rate is multiplied by: a name, or a formula. Absent: constant. */
  lrSchedule?: string;
  /** Epochs (steps with `batches`) in which the learning rate rises from 0. Absent: 0. */
  warmup?: number;
  /** What the batch size is multiplied by. Absent: constant. */
  batchSchedule?: string;
}

/** A run file with what its images say by themselves, where it has some. */
function withImages(input: unknown): unknown {
  if (!isObject(input) || !isObject(input.setting)) return input;
  const { data } = input.setting;
  return isImages(data) ? imageReader(data).complete(input, data) : input;
}

/**
 * Checks what a run file holds and completes it with defaults and presets.
 *
 * @param input the parsed JSON of a RUN.json
 * @param memory of the way of training, to refuse what cannot fit; that of the full simulation unless given
 * @returns the run; parsing it again returns it unchanged
 * @throws InputError, one sentence with the field, the rule, the value and what to do
 * Source: ours.
 * @example
 * parseRun({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3 }).setting.n // => 6
 */
export function parseRun(input: unknown, memory: Memory = DENSE_MEMORY): Run {
  const complete = withImages(input);
  const parsed = runFileSchema.safeParse(complete);
  if (!parsed.success) throw explain(parsed.error, complete);
  const file = parsed.data;
  const setting = checkAcross(file, memory);
  const { network, optimizer, batchSize, epochs, seed, testSize, start, batches, loss, labelSmoothing } = file;
  const { lrSchedule, warmup, batchSchedule } = file;
  const length = batches?.length ?? (epochs as number);
  const recordEvery = file.recordEvery ?? Math.max(1, Math.floor(length / 100));
  // One order of keys, whatever was given: a run that is parsed again is the same text.
  return {
    setting,
    network,
    optimizer,
    ...(!batches && { batchSize, epochs }),
    seed,
    testSize,
    recordEvery,
    ...(start && { start }),
    ...(batches && { batches }),
    ...(loss !== undefined && { loss }),
    ...(labelSmoothing !== undefined && { labelSmoothing }),
    ...(lrSchedule !== undefined && { lrSchedule }),
    ...(warmup !== undefined && { warmup }),
    ...(batchSchedule !== undefined && { batchSchedule }),
  } as Run;
}

/**
 * What is allowed in a run but outside the theory.
 *
 * @param run a checked run
 * @returns a sentence each
 * Source: [T25] C.1 needs b1^2 < b2; 1 - eta lambda < 0 is ours.
 */
export function runWarnings({ optimizer: { name, betas, lr, weightDecay } }: Run): string[] {
  const warnings = [];
  if (optimizerNamed(name).adaptive && betas && betas[0] * betas[0] >= betas[1]) {
    warnings.push(
      `optimizer.betas are [${betas.join(", ")}]: the theory needs b1^2 < b2 (moment-ratio), and steps may grow without bound`,
    );
  }
  if (optimizerNamed(name).decay === "decoupled" && lr * weightDecay > 1) {
    warnings.push(
      `optimizer.lr * optimizer.weightDecay is ${lr * weightDecay}: above 1 the decay turns weights around at every step`,
    );
  }
  return warnings;
}
