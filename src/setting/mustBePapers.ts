import { InputError, show } from "./inputError.ts";
import { modelKeys } from "./model.ts";
import type { Setting } from "./setting.ts";

/** What of a run says whether it is of the papers' model. */
export interface ModelOfRun {
  readonly setting: Setting;
  readonly loss?: string;
  readonly labelSmoothing?: number;
  readonly lrSchedule?: string;
  readonly warmup?: number;
  readonly batchSchedule?: string;
}

/** The first thing in which a run is not of the papers' model: its key, the rule, the value. */
function beyondPapers(run: ModelOfRun): readonly [string, string, unknown] | undefined {
  const { setting, loss, labelSmoothing, warmup } = run;
  const [key] = modelKeys(setting);
  if (key !== undefined) return [`setting.${key}`, "absent", setting[key]];
  const { q } = setting;
  if (!Number.isInteger(q) || q < 3) return ["setting.q", "an integer from 3 to 1000", q];
  if (loss !== undefined && loss !== "crossEntropy") return ["loss", '"crossEntropy" or absent', loss];
  if (labelSmoothing) return ["labelSmoothing", "0 or absent", labelSmoothing];
  if (warmup) return ["warmup", "0 or absent", warmup];
  const changing = (["lrSchedule", "batchSchedule"] as const).find((name) => (run[name] ?? "constant") !== "constant");
  return changing && [changing, '"constant" or absent', run[changing]];
}

/** Whether a run is of the model that the papers' theorems and recurrences are of. */
export const isPapers = (asked: ModelOfRun): boolean => beyondPapers(asked) === undefined;

/**
 * Refuses a run beyond the model that the papers' theorems and recurrences are of.
 *
 * @param asked its setting and loss
 * @param what is asked of it, in the plural: "thresholds"
 * @throws InputError for a key of `modelShape`, a power below 3 or between integers, another loss
 * Source: [T25] Definitions 3.1 and 3.2.
 */
export function mustBePapers(asked: ModelOfRun, what: string): void {
  const [key, rule, value] = beyondPapers(asked) ?? [];
  if (key === undefined) return;
  throw new InputError(
    `${key} must be ${rule} for ${what}, which are of the papers' model, but is ${show(value)}; correct it, or train with simulate`,
  );
}
