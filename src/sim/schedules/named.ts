import { cos } from "../../numeric/cos.ts";
import { InputError, show } from "../../setting/inputError.ts";

/** Where in its training a run is. */
export interface Progress {
  /** The number of the step, from 1. */
  readonly t: number;
  /** Steps in all. */
  readonly T: number;
  /** Epochs that are behind it. */
  readonly e: number;
  /** Epochs in all. */
  readonly E: number;
}

/** A number that depends on where a run is. */
export type Factor = (at: Progress) => number;

/** The schedules that have a name. Adding one is one entry here. */
export const NAMED: Readonly<Record<string, Factor>> = {
  constant: () => 1,
  /** Falls to 1/T at the last step. */
  linear: ({ t, T }) => 1 - (t - 1) / T,
  cosine: ({ t, T }) => (1 + cos((Math.PI * (t - 1)) / T)) / 2,
  inverseSqrt: ({ t }) => 1 / Math.sqrt(t),
  /** A tenth after every third of the training. */
  step: ({ t, T }) => [1, 0.1, 0.01][Math.floor((3 * (t - 1)) / T)] as number,
};

let reader: ((text: string) => Factor) | undefined;

/**
 * Lets schedules be formulas: a page that trains has no parser of formulas unless it asks for one, which would double what it loads.
 *
 * @param read makes a factor of a text, or throws an InputError
 */
export function readSchedulesBy(read: (text: string) => Factor): void {
  reader = read;
}

/**
 * A schedule that is written as a name or as a formula.
 *
 * constant 1;  linear 1 - (t - 1)/T;  cosine (1 + cos(pi (t - 1)/T))/2;  inverseSqrt 1/sqrt(t);  step 0.1^floor(3 (t - 1)/T)
 *
 * @param text a name of `NAMED`, or a formula in t (step, from 1), T (steps in all), e (epochs behind it), E (epochs in all), pi, with + - * / ^,
 *   min, max, sqrt, exp, log, cos, floor
 * @returns the factor at a moment of the run, a double
 * @throws InputError for what is no such formula, one sentence with the position from 1
 * Source: ours; PyTorch's LinearLR, CosineAnnealingLR and StepLR are of these forms.
 * @example
 * scheduleOf("step")({ t: 5, T: 6, e: 4, E: 6 }) // => 0.01
 */
export function scheduleOf(text: string): Factor {
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named) return named;
  if (reader) return reader(text);
  const names = Object.keys(NAMED).join(", ");
  throw new InputError(
    `a schedule must be one of ${names} where formulas are not read, as in the explorer, but is ${show(text)}; train it with simulate`,
  );
}
