import { knownOptimizers } from "../optimizers/registry.ts";
import { COMMON } from "../optimizers/schema.ts";
import { PRESETS } from "../setting/presets.ts";
import * as z from "../setting/zod.ts";
import { type RunFile, runFileSchema } from "../sim/runFile.ts";
import { byName, checked, text } from "./options.ts";

/** What may be said of the run of a preset. */
export interface PresetRun {
  readonly preset: string;
  readonly optimizer?: string | undefined;
  readonly lr?: number | undefined;
  readonly weightDecay?: number | undefined;
  readonly batchSize?: number | undefined;
  readonly epochs?: number | undefined;
  readonly seed?: number | undefined;
}

const { batchSize, epochs, seed } = runFileSchema.shape;

/** What may be said of a run that is otherwise a usual one. */
export const OF_RUN = {
  optimizer: text(),
  lr: COMMON.lr.optional(),
  weightDecay: COMMON.weightDecay.unwrap().optional(),
  ...{ batchSize, epochs, seed: seed.unwrap().optional() },
};

const schema = z.strictObject({ preset: text(), ...OF_RUN });

/** The papers' experiment: learning rate, and weight decay by its kind ([T25] D.2), also for optimizers that they do not run. */
const LR = 5e-5;
const DECAY = { coupled: 1e-5, decoupled: 0.01 } as const;

/**
 * The run of a preset; what is not given is that of the papers' experiment.
 *
 * @param given the preset's name, and what differs
 * @returns a run file: Adam, lr 5e-5, weight decay 1e-5 (decoupled: 0.01), half of the examples a batch, 100 epochs
 * @throws InputError for an unknown preset, a key that is none, or a value that no run file takes
 * Source: [T25] D.2.
 * @example
 * presetRun({ preset: "paper", optimizer: "adamw" }).optimizer // => { name: "adamw", lr: 0.00005, weightDecay: 0.01 }
 */
export function presetRun(given: PresetRun) {
  const { preset, optimizer = "adam", ...numbers } = checked(schema, given, "presetRun's spec");
  const { lr, weightDecay, batchSize, epochs, seed } = numbers;
  const { n } = byName("preset", PRESETS, preset as string).setting;
  const decay = knownOptimizers().find(({ name }) => name === optimizer)?.decay ?? "coupled";
  return {
    preset: preset as string,
    optimizer: { name: optimizer, lr: lr ?? LR, weightDecay: weightDecay ?? DECAY[decay] },
    batchSize: batchSize ?? Math.ceil(n / 2),
    epochs: epochs ?? 100,
    ...(seed !== undefined && { seed }),
  } satisfies RunFile;
}
