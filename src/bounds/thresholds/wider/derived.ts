import { InputError, show } from "../../../setting/inputError.ts";
import type { ModelOfRun } from "../../../setting/mustBePapers.ts";

/** Why a threshold is known, or not: the key, its rule, the value, and the reason. */
type Beyond = readonly [key: string, rule: string, value: unknown, why: string];

const SINGLE = "of a signal that stands in a patch of its own";
const START = "of logistic loss, whose pull at the start is known";
const CONSTANT = "of steps and batches that stay as they are";

function underived(run: ModelOfRun): Beyond | undefined {
  const { setting } = run;
  const { q, mu = 1, patches = 2, featureSupport = 1, classes = 2 } = setting;
  const keys: [boolean, Beyond][] = [
    [setting.data !== undefined, ["setting.data", "absent", setting.data, "of data whose law is known"]],
    [patches === 1, ["setting.patches", "at least 2", patches, SINGLE]],
    [(setting.features ?? 1) > 1, ["setting.features", "1 or absent", setting.features, "of one feature a class"]],
    [setting.xor === true, ["setting.xor", "false or absent", setting.xor, "of one feature a class"]],
    [
      setting.basis === "rotated",
      ["setting.basis", '"standard" or absent', setting.basis, "of noise that has coordinates of its own"],
    ],
    [
      (setting.activation ?? "power") !== "power",
      ["setting.activation", '"power" or absent', setting.activation, "of powers of the pre-activation"],
    ],
    [
      q < 2,
      [
        "setting.q",
        "at least 2",
        q,
        "points from which what is smaller dies, and at a lower power every size has a point of rest",
      ],
    ],
    [
      setting.flipEvery === "step",
      ["setting.flipEvery", '"start" or absent', "step", "of labels that stay as they are"],
    ],
    [
      setting.alongFeature === true,
      ["setting.alongFeature", "false or absent", true, "of noise that is orthogonal to the feature"],
    ],
    [mu <= 0, ["setting.mu", "above 0", mu, "of a signal"]],
    [
      setting.biases === true && featureSupport > 1,
      ["setting.biases", "absent where featureSupport is above 1", true, "with biases of a feature of one coordinate"],
    ],
    [
      setting.biases === true && classes > 2,
      ["setting.biases", "absent where there are more than two classes", true, "with biases of two classes"],
    ],
    [
      setting.biases === true && mu < 1,
      ["setting.biases", "absent where mu is below 1", true, "with biases of a signal that outweighs them"],
    ],
    [(run.loss ?? "crossEntropy") !== "crossEntropy", ["loss", '"crossEntropy" or absent', run.loss, START]],
    [Boolean(run.labelSmoothing), ["labelSmoothing", "0 or absent", run.labelSmoothing, START]],
    [Boolean(run.warmup), ["warmup", "0 or absent", run.warmup, CONSTANT]],
    ...(["lrSchedule", "batchSchedule"] as const).map((key): [boolean, Beyond] => [
      (run[key] ?? "constant") !== "constant",
      [key, '"constant" or absent', run[key], CONSTANT],
    ]),
  ];
  return keys.find(([beyond]) => beyond)?.[1];
}

/** Whether thresholds of weight decay are derived for a run's model. */
export const isDerived = (run: ModelOfRun): boolean => underived(run) === undefined;

/**
 * Refuses a run for whose model no thresholds are derived.
 *
 * @param run its setting, loss and schedules
 * @throws InputError, with the reason
 * Source: docs/notes/wider-thresholds.md.
 */
export function mustBeDerived(run: ModelOfRun): void {
  const [key, rule, value, why] = underived(run) ?? [];
  if (key === undefined) return;
  throw new InputError(`${key} must be ${rule} for thresholds, which are ${why}, but is ${show(value)}; correct it`);
}
