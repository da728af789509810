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
  for (const [key, [same, knows]] of Object.entries(NOT_FOLLOWED)) {
    const value = setting[key as ModelKey];
    if (value === undefined || value === same) continue;
    throw new InputError(
      `setting.${key} must be absent for level 1, ${knows}, but is ${show(value)}; correct it, or train with simulate`,
    );
  }
}
