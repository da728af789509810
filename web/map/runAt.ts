import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { type Choice, type DrawnRun, drawnRunOf } from "../choice/state.ts";

/** Fresh examples: those that the page itself begins with, enough to tell one in a hundred. */
const TEST_SIZE = 1000;
/** In learning rates: a normalized step moves a weight by one, and features and noise that are learnt are of order 1. */
const REACH = 2;
const MOST_STEPS = 40000;

/** Steps at most: where an epoch has many, fewer epochs are enough. */
const mostSteps = ({ optimizer: { name, lr } }: DrawnRun): number =>
  Math.min(MOST_STEPS, name === "sgd" || optimizerNamed(name).own?.normalized === false ? MOST_STEPS : REACH / lr);

/**
 * The run of a place of the map: that of the choice with another batch size and weight decay, its batches drawn, recorded at its end alone.
 *
 * @param choice the present one
 * @param at batch size and weight decay
 * @returns the run: its epochs, but at most 2/lr steps (40 000); undefined where it cannot be trained
 */
export function runAt(choice: Choice, at: Pick<Choice, "batchSize" | "weightDecay">): DrawnRun | undefined {
  let run: DrawnRun;
  try {
    run = drawnRunOf({ ...choice, ...at, batches: "" });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
  const epochs = Math.max(1, Math.min(run.epochs, Math.ceil((mostSteps(run) * at.batchSize) / run.setting.n)));
  return { ...run, epochs, recordEvery: epochs, testSize: TEST_SIZE };
}
