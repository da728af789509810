import { thresholds as find, type ThresholdRow } from "../bounds/thresholds/thresholds.ts";
import { mustBeDerived } from "../bounds/thresholds/wider/derived.ts";
import { familySetting } from "../setting/family.ts";
import { InputError, show } from "../setting/inputError.ts";
import { PRESETS } from "../setting/presets.ts";
import { type Setting, settingSchema } from "../setting/setting.ts";
import * as z from "../setting/zod.ts";
import { parseRun } from "../sim/run.ts";
import { checkSupports } from "../sim/runRules.ts";
import type { DynamicsSpec } from "./dynamics.ts";
import {
  INTEGERS,
  integersOf,
  RATIONAL_FIELD,
  type Rational,
  rationalText,
  rationalValue,
  SEEDS,
  type Seeds,
  seedsFrom,
} from "./fields.ts";
import { inTurns } from "./inTurns.ts";
import { anything, byName, checked, flag, LONG, type LongOptions, text } from "./options.ts";

/** Of what thresholds are wanted, and how. */
export interface ThresholdsSpec {
  /** A setting by name, or spelled out, or that of a run, or the family; one of the four. */
  readonly preset?: string | undefined;
  readonly setting?: Setting | undefined;
  readonly run?: DynamicsSpec | undefined;
  readonly family?: boolean | undefined;
  /** Training examples, each instead of the setting's own; [64, 128, 256] for the family. */
  readonly n?: number | readonly number[] | undefined;
  /** d = n^D, of the family and of the orders, where it stays symbolic unless given. */
  readonly D?: Rational | undefined;
  /** Powers of the activation; the setting's unless given. */
  readonly q?: number | readonly number[] | undefined;
  /** Batch sizes; the full batch unless given. */
  readonly batchSize?: number | readonly number[] | undefined;
  /** Adam's epsilon, 1e-8 unless given. */
  readonly eps?: number | undefined;
  /** Whether thresholds are found by training, too. */
  readonly empirical?: boolean | undefined;
  /** Of Adam's trainings: sigma0/200 and 1.5/lr unless given; seeds 1-6. */
  readonly lr?: number | undefined;
  readonly epochs?: number | undefined;
  readonly seeds?: Seeds | undefined;
}

const schema = z.strictObject({
  preset: text(),
  setting: settingSchema.optional(),
  run: anything<DynamicsSpec>(),
  family: flag(),
  n: INTEGERS,
  D: RATIONAL_FIELD,
  q: INTEGERS,
  batchSize: INTEGERS,
  eps: anything<number>(),
  empirical: flag(),
  lr: anything<number>(),
  epochs: INTEGERS,
  seeds: SEEDS,
});

const optionsSchema = z.strictObject(LONG);

/** Of `empirical`, unless given. */
export const THRESHOLD_SEEDS = "1-6";

/** A run as it was given, of `simulate` or of `dynamics`; nothing of it is trained here, so that it may be of any size. */
function parsedRun({ method: _, ...run }: DynamicsSpec) {
  return parseRun(run, { needed: () => 0, about: "", lower: "" });
}

/** A setting, or members of the family, at every n. */
function settingsFrom({ preset, setting, run, family = false, n, q, D }: ThresholdsSpec): Setting[] {
  if ([preset !== undefined, setting !== undefined, run !== undefined, family].filter(Boolean).length !== 1) {
    throw new InputError(
      "thresholds must be given one of preset, setting, run and family, but has several or none; choose one",
    );
  }
  if (family) {
    const constants = D === undefined ? {} : { D: rationalValue("D", D) };
    return integersOf("n", n ?? [64, 128, 256], 8).map((size) => familySetting(size, constants).setting);
  }
  const parsed = run && parsedRun(run);
  if (parsed && parsed.network !== "cnn") {
    throw new InputError(
      `network must be "cnn" for thresholds, which are of an activation's power, but is ${show(parsed.network)}; correct it`,
    );
  }
  const found = setting ?? parsed?.setting ?? byName("preset", PRESETS, preset as string).setting;
  const settings = n === undefined ? [found] : integersOf("n", n, 1).map((size) => ({ ...found, n: size }));
  for (const one of settings) {
    for (const power of q === undefined ? [one.q] : [q].flat())
      mustBeDerived({ ...parsed, setting: { ...one, q: power } });
    checkSupports(one);
  }
  return settings;
}

/** A learning rate at which the start takes 200 steps to change, and steps enough for weights to reach order 1. */
function trainingFrom({ empirical, lr, epochs, seeds }: ThresholdsSpec, settings: readonly Setting[]) {
  if (!empirical) {
    const [unused] = Object.entries({ lr, epochs, seeds }).find(([, value]) => value !== undefined) ?? [];
    if (unused === undefined) return undefined;
    throw new InputError(`${unused} must come with empirical, but stands alone; add it or leave ${unused} out`);
  }
  const rate = lr ?? Math.min(...settings.map((setting) => setting.sigma0)) / 200;
  if (!(rate > 0 && rate < 1)) throw new InputError(`lr must be a number in (0, 1), but is ${show(lr)}; correct it`);
  return {
    lr: rate,
    epochs: epochs === undefined ? Math.ceil(1.5 / rate) : (integersOf("epochs", epochs, 1)[0] as number),
    seeds: seedsFrom(seeds, THRESHOLD_SEEDS),
  };
}

/**
 * Weight decays at which learning changes, for Adam and AdamW: order, explicit finite-size value, and if wanted what training finds.
 *
 * @param spec a setting, a run or the family; n, D, q, batch sizes, eps; whether to train, and how
 * @param options signal, onProgress
 * @returns a row for every setting, q, batch size and threshold known for it
 * @throws InputError, one sentence
 * Source: docs/theory.md 5; docs/notes/thresholds.md, docs/notes/wider-thresholds.md.
 * @example
 * const [row] = await thresholds({ preset: "paper" })
 * row.threshold // => "feature"
 */
export async function thresholds(spec: ThresholdsSpec, options: LongOptions = {}): Promise<ThresholdRow[]> {
  const given = checked(schema, spec, "thresholds's spec") as ThresholdsSpec;
  const long = checked(optionsSchema, options, "thresholds's options");
  const settings = settingsFrom(given);
  const training = trainingFrom(given, settings);
  const { D, q, batchSize, eps = 1e-8 } = given;
  if (!(typeof eps === "number" && eps >= 0 && eps < Infinity)) {
    throw new InputError(`eps must be a finite number >= 0, but is ${show(eps)}; correct it`);
  }
  const legs = find({
    settings,
    qs: q === undefined ? [] : integersOf("q", q, 2, 1000),
    batchSizes: batchSize === undefined ? "full" : integersOf("batchSize", batchSize, 1),
    ...(D !== undefined && { D: rationalText("D", D) }),
    eps,
    ...(training && { training }),
  });
  return inTurns(legs, long);
}
