import { type ImageSource, isImages } from "../setting/imageSource.ts";
import { InputError, show } from "../setting/inputError.ts";
import type { ModelKey } from "../setting/model.ts";
import { mustBePapers } from "../setting/mustBePapers.ts";
import type { Run } from "../sim/run.ts";

/** What no recurrence is derived for: the value that asks nothing of one, and what level 1 knows instead. */
const NOT_FOLLOWED: Partial<Readonly<Record<ModelKey, readonly [unknown, string]>>> = {
  data: [undefined, "which knows feature and supports as the setting draws them"],
  classes: [2, "which knows two outputs and one margin"],
  features: [1, "which knows one feature"],
  xor: [false, "which knows one feature"],
  basis: ["standard", "which knows noise along the axes"],
};

/**
 * Refuses a run on images that products of patches do not tell: w is to stay c(t) w_0 and a combination of the training patches.
 *
 * @throws InputError, one sentence
 */
function mustFollowPatches({ optimizer: { name }, lrSchedule, warmup, setting: { data } }: Run, method: unknown): void {
  const refuse = (field: string, rule: string, given: unknown, todo: string) => {
    throw new InputError(`${field} must be ${rule}, but is ${show(given)}; ${todo}, or train with simulate`);
  };
  const { precision } = data as ImageSource;
  if (name !== "sgd") {
    const rule =
      '"sgd" for level 1 on images, whose patches share coordinates: a sign or a division by coordinates is no sum of patches, and no other sum is derived';
    refuse("optimizer", rule, name, "correct it");
  }
  if (method !== "auto" && method !== "gram")
    refuse("method", '"auto" or "gram" on images, whose patches share coordinates', method, "correct it");
  if ((lrSchedule ?? "constant") !== "constant")
    refuse("lrSchedule", '"constant" for level 1 on images', lrSchedule, "leave it out");
  if (warmup) refuse("warmup", "0 for level 1 on images", warmup, "leave it out");
  if (precision === "float32")
    refuse(
      "setting.data.precision",
      '"float64" for level 1, which knows products of doubles',
      precision,
      "leave it out",
    );
}

/**
 * Refuses a run that no recurrence follows.
 *
 * @param run any
 * @param method the papers' signs are of their model alone
 * @throws InputError, one sentence, for a key that level 1 has no derivation for
 * Source: ours, docs/notes/patches.md.
 */
export function mustBeFollowed(run: Run, method: unknown): void {
  if (method === "sign") mustBePapers(run, "signs in place of steps");
  const { setting } = run;
  if (isImages(setting.data)) return mustFollowPatches(run, method);
  for (const [key, [same, knows]] of Object.entries(NOT_FOLLOWED)) {
    const value = setting[key as ModelKey];
    if (value === undefined || value === same) continue;
    throw new InputError(
      `setting.${key} must be absent for level 1, ${knows}, but is ${show(value)}; correct it, or train with simulate`,
    );
  }
}
