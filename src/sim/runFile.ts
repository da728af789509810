import { optimizerSchema } from "../optimizers/schema.ts";
import { fraction, integerFrom, oneOf, positiveInteger, ruled, SCHEMA_NAME } from "../setting/fields.ts";
import type { ImageSource } from "../setting/imageSource.ts";
import { NETWORKS } from "../setting/network.ts";
import { PRESETS, type PresetName } from "../setting/presets.ts";
import { settingSchema } from "../setting/setting.ts";
import * as z from "../setting/zod.ts";
import { LOSSES } from "./losses/registry.ts";
import { NAMED } from "./schedules/named.ts";

const list = (rule: string) => ruled<unknown[]>(rule, { type: "array", description: rule }, Array.isArray);

const schedule = (what: string, names: string) => {
  const rule = `a name of ${Object.keys(NAMED).join(", ")}, or a formula in ${names}`;
  return ruled<string>(
    rule,
    { type: "string", description: `${what}: ${rule}; constant where absent` },
    (value) => typeof value === "string",
  ).optional();
};

/** What `data` of a run's setting says: the name of how they are drawn, or files of images. */
export type RunData = ImageSource | (string & {});

/** What a run file may hold, each field by itself; src/sim/runRules.ts has the rules that join fields. */
export const runFileSchema = z.strictObject({
  $schema: SCHEMA_NAME,
  preset: oneOf<PresetName>(Object.keys(PRESETS), "a setting by name, instead of `setting`").optional(),
  setting: settingSchema.optional(),
  network: oneOf(NETWORKS, "the CNN, or the linear (convex) model on the same patches").default("cnn"),
  optimizer: optimizerSchema,
  batchSize: positiveInteger("examples of a batch, at most n; a last short batch is kept", "examples").optional(),
  epochs: positiveInteger("passes over the training set", "epochs").optional(),
  seed: integerFrom(0, "seed of every random number", "none").default(1),
  testSize: positiveInteger("fresh examples for the test error", "examples").default(10000),
  recordEvery: positiveInteger(
    "how often metrics are taken: epochs, or steps with `batches`",
    "epochs or steps",
  ).optional(),
  start: z
    .strictObject({
      labels: list("n labels, each +1 or -1"),
      noisePatches: list("n patches of d numbers"),
      weights: list("2 classes of m neurons of d numbers, class +1 first"),
    })
    .optional(),
  batches: list("a list of batches, each a list of example indices").optional(),
  loss: oneOf(LOSSES, "loss of the margin z = F_y - F_{-y}; crossEntropy where absent").optional(),
  labelSmoothing: fraction("share of the loss that is of both labels alike; 0 where absent").optional(),
  lrSchedule: schedule("what lr is multiplied by at step t", "t, T, e, E"),
  warmup: integerFrom(
    0,
    "epochs (steps with `batches`) in which lr rises from 0; 0 where absent",
    "epochs or steps",
  ).optional(),
  batchSchedule: schedule("what batchSize is multiplied by in epoch e, rounded, from 1 to n", "e, E"),
});

/** A run file as a user writes it: defaults may be left out. */
export type RunFile = z.input<typeof runFileSchema>;

/** A run file whose fields are right one by one. */
export type CheckedFile = z.output<typeof runFileSchema>;
