import { type Plane, planeOf } from "../experiments/phase/plane.ts";
import { type AskedAxis, preparedPlan } from "../experiments/phase/prepared.ts";
import { planFrom } from "../experiments/sweep/planText.ts";
import { InputError, show } from "../setting/inputError.ts";
import { parseRun } from "../sim/run.ts";
import { readText } from "./files.ts";
import { integerFrom, positiveFrom } from "./numbers.ts";
import { type PresetRunOptions, presetRun } from "./presetRun.ts";

/** What options say of the plane of a phase diagram. */
export interface PhasePlaneOptions extends PresetRunOptions {
  readonly x?: string;
  readonly y?: string;
  readonly epochs?: string;
  readonly seeds?: string;
  readonly steps?: string;
}

/** What a preset's diagram has, unless told otherwise: `small`, as in examples/. */
export const USUAL = { preset: "small", lr: "0.0005", epochs: "100", seeds: "1-5", steps: "32,16" } as const;
const TEST_SIZE = 2000;
/** Steps along an axis, at most. */
export const MOST_STEPS = 4096;

const axisFrom = (option: string, text: string, steps: number): AskedAxis => {
  const [, name, from, to] = /^([^=]+)(?:=(.+?)\.\.(.+))?$/.exec(text) ?? [];
  if (name === undefined) {
    throw new InputError(
      `${option} must be NAME or NAME=FROM..TO, such as lr=1e-5..1e-3, but is ${show(text)}; correct it`,
    );
  }
  if (from === undefined || to === undefined) return { name, steps };
  return { name, steps, range: [positiveFrom(option, from), positiveFrom(option, to)] };
};

function preparedPlane({ x = "weightDecay", y = "batchSize", ...options }: PhasePlaneOptions): Plane {
  const [stepsX, stepsY, ...more] = (options.steps ?? USUAL.steps).split(",");
  if (more.length > 0)
    throw new InputError(`--steps must be one number or two, but is ${show(options.steps)}; correct it`);
  const counts = [stepsX ?? "", stepsY ?? stepsX ?? ""].map((text) => integerFrom("--steps", text, 1, MOST_STEPS));
  const asked = [axisFrom("--x", x, counts[0] as number), axisFrom("--y", y, counts[1] as number)];
  if (asked[0]?.name === asked[1]?.name) {
    throw new InputError(
      `--x and --y must be two columns, but both are ${show(asked[0]?.name)} (unless given, x is weightDecay and y batchSize); name another`,
    );
  }
  const epochs = integerFrom("--epochs", options.epochs ?? USUAL.epochs, 1);
  const { preset = USUAL.preset, lr = USUAL.lr } = options;
  // Events are of the end: between two records nothing is measured.
  const given = { ...presetRun({ ...options, preset, lr }), epochs, testSize: TEST_SIZE, recordEvery: epochs };
  // Written out, so that an axis may change one of the betas.
  const base = { ...given, optimizer: parseRun(given).optimizer };
  return planeOf(preparedPlan(base, asked, options.seeds ?? USUAL.seeds), asked[0]?.name, asked[1]?.name);
}

/**
 * The plane of a phase diagram: of a plan file, or prepared from a preset.
 *
 * @param path of a plan; absent: a preset
 * @param options as given
 * @returns the plane
 * @throws InputError
 */
export function planeFrom(path: string | undefined, options: PhasePlaneOptions): Plane {
  if (path === undefined) return preparedPlane(options);
  const { preset, optimizer, lr, weightDecay, batchSize, epochs, seeds, steps } = options;
  const ofPreset = {
    preset,
    optimizer,
    lr,
    "weight-decay": weightDecay,
    "batch-size": batchSize,
    epochs,
    seeds,
    steps,
  };
  const [extra] = Object.entries(ofPreset).find(([, value]) => value !== undefined) ?? [];
  if (extra !== undefined) {
    throw new InputError(
      `--${extra} must stand alone, but ${show(path)} already says it; change the plan or leave it out`,
    );
  }
  return planeOf(planFrom(readText(path), path), options.x, options.y);
}
