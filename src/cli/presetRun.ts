import { OPTIMIZERS } from "../optimizers/registry.ts";
import { numberFrom } from "./numbers.ts";
import { presetSetting } from "./presetSetting.ts";

/** What options say of a run of a preset. */
export interface PresetRunOptions {
  readonly preset?: string;
  readonly optimizer?: string;
  readonly lr?: string;
  readonly weightDecay?: string;
  readonly batchSize?: string;
}

/**
 * The run of a preset as a run file would say it, but for how long it trains; what is not given is that of the papers' experiment.
 *
 * @param options as given
 * @returns an object to be parsed
 * @throws InputError for what is no number, or an unknown preset
 */
export function presetRun({ preset = "", optimizer = "adam", lr, weightDecay, batchSize }: PresetRunOptions) {
  const { n } = presetSetting(preset);
  // The papers' weight decays ([T25] D.2), by the kind of decay also for optimizers that they do not run.
  const decay = OPTIMIZERS.find(({ name }) => name === optimizer)?.decay;
  const usual = decay === "decoupled" ? "0.01" : "1e-5";
  return {
    preset,
    optimizer: {
      name: optimizer,
      lr: numberFrom("--lr", lr ?? "5e-5"),
      weightDecay: numberFrom("--weight-decay", weightDecay ?? usual),
    },
    batchSize: batchSize === undefined ? Math.ceil(n / 2) : numberFrom("--batch-size", batchSize),
  };
}
