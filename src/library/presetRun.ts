import { knownOptimizers } from "../optimizers/registry.ts";
import { PRESETS } from "../setting/presets.ts";
import type { RunFile } from "../sim/runFile.ts";
import { byName } from "./options.ts";

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

/** The papers' experiment: learning rate, and weight decay by its kind ([T25] D.2), also for optimizers that they do not run. */
const LR = 5e-5;
const DECAY = { coupled: 1e-5, decoupled: 0.01 } as const;

/**
 * The run of a preset; what is not given is that of the papers' experiment.
 *
 * @param given the preset's name, and what differs
 * @returns a run file: Adam, lr 5e-5, weight decay 1e-5 (decoupled: 0.01), half of the examples a batch, 100 epochs
 * @throws InputError for an unknown preset
 * Source: [T25] D.2.
 * @example
 * presetRun({ preset: "paper", optimizer: "adamw" }).optimizer // => { name: "adamw", lr: 0.00005, weightDecay: 0.01 }
 */
export function presetRun({ preset, optimizer = "adam", lr, weightDecay, batchSize, epochs, seed }: PresetRun) {
  const { n } = byName("preset", PRESETS, preset).setting;
  const decay = knownOptimizers().find(({ name }) => name === optimizer)?.decay ?? "coupled";
  return {
    preset,
    optimizer: { name: optimizer, lr: lr ?? LR, weightDecay: weightDecay ?? DECAY[decay] },
    batchSize: batchSize ?? Math.ceil(n / 2),
    epochs: epochs ?? 100,
    ...(seed !== undefined && { seed }),
  } satisfies RunFile;
}
