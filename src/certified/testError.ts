import { compactsOf } from "../data/activeSet.ts";
import { drawPatches, type Patch } from "../data/patch.ts";
import { drawWeightsAt } from "../data/weights.ts";
import type { Problem } from "../dynamics/recurrence.ts";
import type { DynamicsRun } from "../dynamics/run.ts";
import type { Enclosures } from "../interval/enclosures.ts";
import { InputError } from "../setting/inputError.ts";
import { clopperPearson } from "../statistics/clopperPearson.ts";
import type { CertifiedTraining } from "./training.ts";

/** The test error of a certified end: an interval that covers it with its level, whatever the enclosures leave open. */
export interface CertifiedTestError {
  /** Fresh examples that were judged. */
  readonly examples: number;
  /** Those whose margin is certainly not above 0. */
  readonly wrong: number;
  /** Those whose margin may be either. */
  readonly open: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

const LEVEL = 0.95;

/**
 * What is left of a weight that no training example sees.
 *
 * @param training any, whose answer is the same at its start: that there is none
 * @param weight at step 0
 * @returns rho^t w_0
 * @throws InputError where decay is coupled into a normalized step, or a formula names the weight: each such weight is a training of its own
 * Source: ours.
 */
export function leftOf<T>(training: CertifiedTraining<T>, weight: number): T {
  const decayed = training.decayed(weight);
  if (decayed === undefined)
    throw new InputError(
      "a certified test error must be of SGD or of decay that is decoupled or 0, but the optimizer couples it, or the weight itself, into its steps; leave --test-error out, or set weightDecay to 0",
    );
  return decayed;
}

/**
 * Judges fresh examples by enclosures.
 *
 *   low = Clopper-Pearson's of the certainly wrong ones, high = that of all but the certainly right ones; a tie is wrong
 *
 * Every fresh example is drawn in full, and so are the start's weights where no training example looks: no inactive coordinate is approximated.
 *
 * @param run its setting, seed and testSize say which examples
 * @param problem of the run
 * @param training at its end
 * @param enclosures what its numbers are
 * @returns counts and interval
 * @throws InputError as `leftOf`
 * Source: ours, docs/notes/certified.md.
 */
export function certifiedTestError<T>(
  { setting, seed, testSize }: DynamicsRun,
  { network, start }: Problem,
  training: CertifiedTraining<T>,
  { bounds }: Enclosures<T>,
): CertifiedTestError {
  const compactOf = compactsOf(start.coordinates);
  const width = 2 * network.neurons;
  const left = (weight: number): T => leftOf(training, weight);
  const known = new Map<number, readonly T[]>();
  const weightsOn = (compact: number): readonly T[] => {
    const found = known.get(compact) ?? (compact === 0 ? training.signal() : training.weightsOn(compact));
    known.set(compact, found);
    return found;
  };
  const marginOf = ({ label, coordinates, values }: Patch): T => {
    const fresh = coordinates.filter((k) => compactOf(k) < 0);
    const initial = drawWeightsAt(network, fresh, setting.sigma0, seed);
    let inactive = 0;
    const patch = Array.from(coordinates, (k, e) => {
      const compact = compactOf(k);
      const weights =
        compact < 0 ? Array.from(initial.subarray(inactive * width, ++inactive * width), left) : weightsOn(compact);
      return { value: values[e] as number, weights };
    });
    return training.marginOf(label, patch);
  };
  let [wrong, open] = [0, 0];
  for (const patch of drawPatches(setting, seed, "testExample", testSize)) {
    const { lo, hi } = bounds(marginOf(patch));
    if (hi <= 0) wrong++;
    else if (!(lo > 0)) open++;
  }
  const { low } = clopperPearson(wrong, testSize, LEVEL);
  const { high } = clopperPearson(wrong + open, testSize, LEVEL);
  return { examples: testSize, wrong, open, low, high, level: LEVEL };
}
