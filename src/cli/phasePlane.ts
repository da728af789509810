import type { PlanFile } from "../experiments/sweep/plan.ts";
import { byName } from "../library/options.ts";
import { MOST_STEPS, type PhaseAxisSpec, type PhaseSpec } from "../library/phase.ts";
import { InputError, show } from "../setting/inputError.ts";
import { PRESETS } from "../setting/presets.ts";
import { readData } from "./files.ts";
import { ifGiven, integerFrom, numberFrom, positiveFrom } from "./numbers.ts";
import { mustStandAlone } from "./presetOptions.ts";

export { MOST_STEPS };

/** What options say of the plane of a phase diagram. */
export interface PhasePlaneOptions {
  readonly x?: string;
  readonly y?: string;
  readonly preset?: string;
  readonly optimizer?: string;
  readonly lr?: string;
  readonly weightDecay?: string;
  readonly batchSize?: string;
  readonly epochs?: string;
  readonly seeds?: string;
  readonly steps?: string;
}

function axisFrom(option: string, text: string): PhaseAxisSpec {
  const [, name, from, to] = /^([^=]+)(?:=(.+?)\.\.(.+))?$/.exec(text) ?? [];
  if (name === undefined) {
    throw new InputError(
      `${option} must be NAME or NAME=FROM..TO, such as lr=1e-5..1e-3, but is ${show(text)}; correct it`,
    );
  }
  if (from === undefined || to === undefined) return name;
  return { name, range: [positiveFrom(option, from), positiveFrom(option, to)] };
}

function stepsFrom(text: string): number[] {
  const parts = text.split(",");
  if (parts.length > 2) throw new InputError(`--steps must be one number or two, but is ${show(text)}; correct it`);
  return parts.map((part) => integerFrom("--steps", part, 1, MOST_STEPS));
}

/**
 * The plane of a phase diagram as the library takes it: of a plan file, or prepared from a preset.
 *
 * @param path of a plan; absent: a preset
 * @param options as given
 * @returns what `phase` takes
 * @throws InputError for what cannot be read
 */
export function planeFrom(path: string | undefined, options: PhasePlaneOptions): PhaseSpec {
  const { x, y, seeds, steps, ...ofPreset } = options;
  const axes = { x: ifGiven(x, (text) => axisFrom("--x", text)), y: ifGiven(y, (text) => axisFrom("--y", text)) };
  if (path !== undefined) {
    mustStandAlone(ofPreset, path, "plan");
    const [extra] = Object.entries({ seeds, steps }).filter(([, value]) => value !== undefined);
    if (extra === undefined) return { plan: readData(path) as PlanFile, ...axes };
    throw new InputError(
      `--${extra[0]} must stand alone, but ${show(path)} already says it; change the plan or leave it out`,
    );
  }
  const { preset, optimizer, lr, weightDecay, batchSize, epochs } = ofPreset;
  if (preset !== undefined) byName("--preset", PRESETS, preset);
  return {
    ...axes,
    ...{ preset, optimizer, seeds },
    lr: ifGiven(lr, (text) => numberFrom("--lr", text)),
    weightDecay: ifGiven(weightDecay, (text) => numberFrom("--weight-decay", text)),
    batchSize: ifGiven(batchSize, (text) => numberFrom("--batch-size", text)),
    epochs: ifGiven(epochs, (text) => integerFrom("--epochs", text, 1)),
    steps: ifGiven(steps, stepsFrom),
  };
}
