import { explain } from "../../setting/explain.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { settingSchema } from "../../setting/setting.ts";
import * as z from "../../setting/zod.ts";
import type { Run } from "../../sim/run.ts";
import { runFileSchema } from "../../sim/runFile.ts";

const { preset: _, setting: __, network: ___, start: ____, batches: _____, ...shape } = runFileSchema.shape;
const { labels, ...fields } = settingSchema.shape;

/** A run file of a problem of the trainer's own: of the setting only what it has, nothing that belongs to our data and network. */
const schema = z.strictObject({
  ...shape,
  setting: z
    .strictObject(
      Object.fromEntries(
        Object.entries({ ...fields, labels: labels.unwrap() }).map(([name, field]) => [name, field.optional()]),
      ),
    )
    .optional(),
  testSize: shape.testSize.unwrap().optional(),
});

/**
 * Checks a run on a trainer's own problem (a plan's `method: trainer`) and completes it: of the setting there is what the plan says, such as n, and no
 * default of ours stands for what it does not say.
 *
 * @param input the parsed JSON of a run file
 * @returns the run; its setting, network and test size may lack what only our own data have
 * @throws InputError, one sentence
 * Source: ours.
 */
export function parseTrainerRun(input: unknown): Run {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw explain(parsed.error, input);
  const { $schema: ______, setting = {}, ...run } = parsed.data;
  const { batchSize, epochs, recordEvery } = run;
  for (const [name, value] of Object.entries({ batchSize, epochs })) {
    if (value === undefined) throw new InputError(`${name} must be given, but is missing; add it`);
  }
  const { n } = setting as { readonly n?: number };
  if (n !== undefined && (batchSize as number) > n) {
    throw new InputError(`batchSize must be at most n = ${n}, but is ${show(batchSize)}; lower it`);
  }
  return {
    setting,
    ...run,
    recordEvery: recordEvery ?? Math.max(1, Math.floor((epochs as number) / 100)),
    // What this lacks of a run is what a problem of the trainer's own does not have; nothing but tables and the trainer reads it.
  } as unknown as Run;
}
