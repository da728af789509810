import type { Decay } from "../../src/optimizers/decay.ts";
import type { Convention } from "../../src/optimizers/optimizer.ts";
import { knownOptimizers, optimizerNamed } from "../../src/optimizers/registry.ts";
import { InputError, show } from "../../src/setting/inputError.ts";
import type { NetworkName } from "../../src/setting/network.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import type { LABELS, Setting, SUPPORTS } from "../../src/setting/setting.ts";
import { parseRun, type Run } from "../../src/sim/run.ts";
import type { BESIDE } from "./beside.ts";
import { type Beyond, beyondOf, runBeyond, settingBeyond } from "./beyond.ts";
import { BY_FORMULA, FORMULA_NAME, formulaName } from "./formula.ts";
import { writtenOut } from "./writtenOut.ts";

/** How time is drawn. */
export const TIMES = ["linear", "log"] as const;

/** The class whose race is drawn. */
export const CLASSES = ["+1", "-1"] as const;

/** Where the weight decay of an optimizer by formula enters. */
export const DECAYS = ["decoupled", "coupled"] as const satisfies readonly Decay[];

/** All that is chosen in the page: by it alone a picture can be made again. */
export interface Choice extends Beyond {
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
  readonly shown: (typeof CLASSES)[number];
  readonly n: number;
  readonly d: number;
  readonly m: number;
  readonly q: number;
  readonly sigmaP: number;
  readonly labels: (typeof LABELS)[number];
  readonly network: NetworkName;
  /** null, as for all that may be: what a run file means that does not say it. */
  readonly beta1: number | null;
  readonly beta2: number | null;
  readonly eps: number | null;
  readonly momentum: number | null;
  readonly rho: number | null;
  readonly maxNorm: number | null;
  readonly convention: Convention;
  readonly testSize: number;
  readonly recordEvery: number | null;
  /** Of an optimizer by formula (`BY_FORMULA`), as formula.ts reads them. */
  readonly decay: (typeof DECAYS)[number];
  readonly memory: string;
  readonly direction: string;
  /** As JSON, as a run file has it; "" where it is drawn from the seed. */
  readonly start: string;
  /** As JSON, in place of batch size and epochs; "" where they are drawn from the seed. */
  readonly batches: string;
}

/** A run that has a batch size and epochs, as `drawnRun` gives it. */
export type DrawnRun = Run & { readonly batchSize: number; readonly epochs: number };

/** Records of a run, unless it says otherwise: more than a screen has columns to draw them in is of no use. */
const RECORDS = 200;

/** Records that can be drawn without a halt. */
const MOST_RECORDS = 2000;

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
/** Those of a run file that says nothing of them. */
const STANDARD_BETAS = [0.9, 0.999] as const;

const OTHERWISE: Training = { batchSize: 2, lr: 0.01, epochs: 300 };

/** Parameters of our optimizers that can be chosen, each left to the optimizer. */
export const NO_PARAMETERS = { momentum: null, rho: null, maxNorm: null } as const;
export const PARAMETERS = Object.keys(NO_PARAMETERS) as (keyof typeof NO_PARAMETERS)[];

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
  const { alpha, sigma0, s, supports = "independent", n, d, m, q, sigmaP, labels, ...more } = known.setting;
  return {
    preset,
    optimizer: "adam",
    weightDecay: 1e-5,
    ...(TRAININGS[preset] ?? OTHERWISE),
    ...{ alpha, sigma0, s, supports, seed: 1, beside: "none", time: "linear", shown: "+1" },
    ...{ n, d, m, q, sigmaP, labels, network: "cnn" },
    ...beyondOf(more),
    ...{
      beta1: null,
      beta2: null,
      eps: null,
      ...NO_PARAMETERS,
      convention: "pytorch",
      testSize: TEST_SIZE,
      recordEvery: null,
    },
    // Signum, so that there is something to begin from.
    ...{ decay: "decoupled", memory: "mom = b1*mom + (1-b1)*g", direction: "sign(mom)", start: "", batches: "" },
  };
}

/** What the page opens with. */
export const FIRST = standardOf("small");

/** Names that `optimizer` may have now, `BY_FORMULA` last. */
export const optimizerNames = (): string[] => [
  ...knownOptimizers()
    .map(({ name }) => name)
    .filter((name) => !FORMULA_NAME.test(name)),
  BY_FORMULA,
];

/** The setting of a choice, not yet checked. What the preset does not say of supports is left unsaid, so that it stays the same text. */
export function settingOf(choice: Choice): Setting {
  const { preset, alpha, sigma0, s, supports, n, d, m, q, sigmaP, labels } = choice;
  const { supports: own } = (PRESETS[preset] as (typeof PRESETS)[string]).setting;
  return {
    ...{ n, d, s, sigmaP, alpha, m, q, sigma0, labels },
    ...((own !== undefined || supports !== "independent") && { supports }),
    ...settingBeyond(choice),
  };
}

/** The name by which a run knows the optimizer of a choice. */
export const optimizerName = (choice: Choice): string =>
  choice.optimizer === BY_FORMULA ? formulaName(choice) : choice.optimizer;

/** Betas, eps and parameters, as far as they are chosen; beta1 without beta2 leaves that as the optimizer has it. */
function momentsOf(choice: Choice, name: string) {
  const { beta1, beta2, eps } = choice;
  const known = knownOptimizers().some((optimizer) => optimizer.name === name);
  const [standard1, standard2] = (known && optimizerNamed(name).own?.betas) || STANDARD_BETAS;
  const betas = (beta1 !== null || beta2 !== null) && { betas: [beta1 ?? standard1, beta2 ?? standard2] };
  const chosen = PARAMETERS.filter((parameter) => choice[parameter] !== null);
  return {
    ...betas,
    ...(eps !== null && { eps }),
    ...Object.fromEntries(chosen.map((parameter) => [parameter, choice[parameter]])),
  };
}

/**
 * The preset whose setting a choice has.
 *
 * @param choice any
 * @returns its name; undefined for a setting, or a start, of one's own
 */
export function presetOf(choice: Choice): string | undefined {
  const textIn = (of: Choice, preset: string) => JSON.stringify([settingOf({ ...of, preset }), of.start]);
  return Object.keys(PRESETS).find((name) => textIn(choice, name) === textIn(standardOf(name), name));
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
export function runOf(choice: Choice): Run {
  const { lr, weightDecay, batchSize, epochs, seed, testSize, network, convention, start, batches } = choice;
  const name = optimizerName(choice);
  const given = batches === "" ? undefined : writtenOut("batches", batches);
  const [what, length] = Array.isArray(given) ? ["batches", given.length] : ["epochs", epochs];
  const recordEvery = choice.recordEvery ?? Math.max(1, Math.ceil(length / RECORDS));
  const run = parseRun({
    setting: settingOf(choice),
    network,
    optimizer: { name, lr, weightDecay, convention, ...momentsOf(choice, name) },
    ...(given === undefined ? { batchSize, epochs } : { batches: given }),
    ...{ seed, testSize, recordEvery },
    ...(start !== "" && { start: writtenOut("start", start) }),
    ...runBeyond(choice),
  });
  if (length > MOST_EPOCHS) {
    throw new InputError(`${what} must be at most ${MOST_EPOCHS} in the page, but is ${show(length)}; correct it`);
  }
  if (length / recordEvery > MOST_RECORDS) {
    const least = Math.ceil(length / MOST_RECORDS);
    throw new InputError(
      `recordEvery must be at least ${what}/${MOST_RECORDS} = ${least} in the page, but is ${show(recordEvery)}; raise it`,
    );
  }
  return run;
}

/**
 * A run as it is looked at, in epochs.
 *
 * @param run as `runOf` gives it
 * @returns it; where its batches are given, with the size of the first, and as many epochs as they pass over the training set
 */
export function drawnRun(run: Run): DrawnRun {
  const { batches, recordEvery, setting } = run;
  if (!batches) return run as DrawnRun;
  const epochs = batches.reduce((seen, { length }) => seen + length, 0) / setting.n;
  return { ...run, epochs, batchSize: batches[0]?.length ?? 1, recordEvery: (recordEvery * epochs) / batches.length };
}

/** The run of a choice as it is looked at. */
export const drawnRunOf = (choice: Choice): DrawnRun => drawnRun(runOf(choice));
