import { knownOptimizers } from "../../src/optimizers/registry.ts";
import { InputError, show } from "../../src/setting/inputError.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { type Setting, SUPPORTS } from "../../src/setting/setting.ts";
import { parseRun, type Run } from "../../src/sim/run.ts";

/** What is laid over the network's own training: its exact recurrence (level 1), the papers' sign recurrence (level 2), or nothing. */
export const BESIDE = ["none", "exact", "signs"] as const;

/** How time is drawn. */
export const TIMES = ["linear", "log"] as const;

/** All that is chosen in the page: by it alone a picture can be made again. */
export interface Choice {
  readonly preset: string;
  readonly optimizer: string;
  readonly batchSize: number;
  readonly weightDecay: number;
  readonly lr: number;
  readonly alpha: number;
  readonly sigma0: number;
  readonly s: number;
  readonly supports: (typeof SUPPORTS)[number];
  readonly epochs: number;
  readonly seed: number;
  readonly beside: (typeof BESIDE)[number];
  readonly time: (typeof TIMES)[number];
}

/** A run whose batches are drawn, as all are here. */
export type DrawnRun = Run & { readonly batchSize: number; readonly epochs: number };

/** Records of a run at most: more than a screen has columns to draw them in is of no use. */
const RECORDS = 200;

/** Fresh examples of every record. */
const TEST_SIZE = 1000;

type Training = Pick<Choice, "batchSize" | "lr" | "epochs">;

/** How a preset is trained unless something else is chosen. */
const TRAININGS: Readonly<Record<string, Training>> = {
  paper: { batchSize: 100, lr: 5e-5, epochs: 4000 },
  small: { batchSize: 40, lr: 5e-4, epochs: 800 },
  disjoint: { batchSize: 20, lr: 5e-4, epochs: 800 },
  "paper-disjoint": { batchSize: 100, lr: 5e-5, epochs: 2000 },
};
const OTHERWISE: Training = { batchSize: 2, lr: 0.01, epochs: 300 };

/**
 * The choice that a preset stands for: its own numbers, and Adam as in the papers' experiment.
 *
 * @param preset one of PRESETS
 * @returns the choice
 * @throws InputError if there is none of this name
 */
export function standardOf(preset: string): Choice {
  const known = Object.hasOwn(PRESETS, preset) ? PRESETS[preset] : undefined;
  if (!known) {
    const names = Object.keys(PRESETS).map((name) => `"${name}"`);
    throw new InputError(`preset must be one of ${names.join(", ")}, but is ${show(preset)}; correct it`);
  }
  const { alpha, sigma0, s, supports = "independent" } = known.setting;
  return {
    preset,
    optimizer: "adam",
    weightDecay: 1e-5,
    ...(TRAININGS[preset] ?? OTHERWISE),
    ...{ alpha, sigma0, s, supports, seed: 1, beside: "none", time: "linear" },
  };
}

/** What the page opens with. */
export const FIRST = standardOf("small");

/** Names that `optimizer` may have now. */
export const optimizerNames = (): string[] => knownOptimizers().map(({ name }) => name);

/** The setting of a choice, not yet checked. What the preset does not say of supports is left unsaid, so that it stays the same text. */
export function settingOf({ preset, alpha, sigma0, s, supports }: Choice): Setting {
  const { setting } = PRESETS[preset] as (typeof PRESETS)[string];
  return { ...setting, alpha, sigma0, s, ...((setting.supports ?? "independent") !== supports && { supports }) };
}

/** A page shows the first of its records within minutes. */
const MOST_EPOCHS = 1e6;

/**
 * The run of a choice: what RUN.json holds, and what is trained.
 *
 * @param choice as it stands
 * @returns a checked run
 * @throws InputError, one sentence, where its numbers do not fit together
 */
export function runOf(choice: Choice): DrawnRun {
  const { optimizer: name, lr, weightDecay, batchSize, epochs, seed } = choice;
  const run = parseRun({
    setting: settingOf(choice),
    optimizer: { name, lr, weightDecay },
    ...{ batchSize, epochs, seed, testSize: TEST_SIZE },
    recordEvery: Math.max(1, Math.ceil(epochs / RECORDS)),
  }) as DrawnRun;
  if (epochs <= MOST_EPOCHS) return run;
  throw new InputError(`epochs must be at most ${MOST_EPOCHS} in the page, but is ${show(epochs)}; correct it`);
}
