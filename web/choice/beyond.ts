import { MODEL_KEYS, type ModelKey } from "../../src/setting/model.ts";
import type { Setting } from "../../src/setting/setting.ts";
import type { LossName } from "../../src/sim/losses/registry.ts";
import type { Run } from "../../src/sim/run.ts";

/** Whether, as a list of words. */
export const TRUTHS = ["false", "true"] as const;

/** What of a run may be beyond the papers' model, as it is chosen: all of it is there. */
export interface Beyond {
  readonly mu: number;
  readonly classes: number;
  readonly featureSupport: number;
  readonly features: number;
  readonly frequencyRatio: number;
  readonly strengthRatio: number;
  readonly xor: (typeof TRUTHS)[number];
  readonly basis: NonNullable<Setting["basis"]>;
  readonly patches: number;
  readonly noise: NonNullable<Setting["noise"]>;
  readonly alongFeature: (typeof TRUTHS)[number];
  readonly flip: number;
  readonly flipEvery: NonNullable<Setting["flipEvery"]>;
  readonly balance: number;
  readonly activation: NonNullable<Setting["activation"]>;
  readonly leak: number;
  readonly knee: number;
  readonly outputScale: NonNullable<Setting["outputScale"]>;
  readonly biases: (typeof TRUTHS)[number];
  readonly secondLayer: NonNullable<Setting["secondLayer"]>;
  readonly loss: LossName;
  readonly labelSmoothing: number;
  readonly lrSchedule: string;
  readonly warmup: number;
  readonly batchSchedule: string;
}

/** What a run means that has none of it: the papers' model. */
export const USUAL: Beyond = {
  ...{
    mu: 1,
    classes: 2,
    featureSupport: 1,
    features: 1,
    frequencyRatio: 1,
    strengthRatio: 1,
    xor: "false",
    basis: "standard",
  },
  ...{ patches: 2, noise: "gaussian", alongFeature: "false", flip: 0, flipEvery: "once", balance: 0.5 },
  ...{ activation: "power", leak: 0.1, knee: 1, outputScale: "1", biases: "false", secondLayer: "fixed" },
  ...{ loss: "crossEntropy", labelSmoothing: 0, lrSchedule: "constant", warmup: 0, batchSchedule: "constant" },
};

/** Keys of a run beside its setting. */
const OF_RUN = ["loss", "labelSmoothing", "lrSchedule", "warmup", "batchSchedule"] as const;

/** Parts of a run that may be left out. */
type Said = Partial<Pick<Setting, ModelKey>> & Partial<Pick<Run, (typeof OF_RUN)[number]>>;

/** Keys whose value is true or false, chosen as words. */
const WORDED: readonly string[] = ["xor", "alongFeature", "biases"];

const unusual = (choice: Beyond, keys: readonly (keyof Beyond)[]) =>
  Object.fromEntries(
    keys
      .filter((key) => choice[key] !== USUAL[key])
      .map((key) => [key, WORDED.includes(key) ? choice[key] === "true" : choice[key]]),
  );

/** Keys of a setting that can be chosen: data of a user's own are code, which a page does not load. */
const CHOSEN = MODEL_KEYS.filter((key) => key !== "data");

/** What a setting says of it: nothing of what is usual, so that it stays the same text. */
export const settingBeyond = (choice: Beyond): Partial<Setting> => unusual(choice, CHOSEN);

/** What a run says of its loss and its schedules. */
export const runBeyond = (choice: Beyond): Partial<Said> => unusual(choice, OF_RUN);

/** The parts of a choice of what a setting and a run say. */
export function beyondOf(said: Said): Beyond {
  const keys = Object.keys(USUAL) as (keyof Beyond)[];
  const there = keys.filter((key) => said[key] !== undefined);
  const part = Object.fromEntries(there.map((key) => [key, WORDED.includes(key) ? String(said[key]) : said[key]]));
  return { ...USUAL, ...(part as Partial<Beyond>) };
}
