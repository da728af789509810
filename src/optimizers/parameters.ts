import { fraction, nonNegative, positive } from "../setting/fields.ts";
import { isObject } from "../setting/isObject.ts";

/** What numbers a parameter may be. */
export const RANGES = {
  /** In [0, 1). */
  fraction,
  /** >= 0 */
  nonNegative,
  /** > 0 */
  positive,
} as const;

/** A hyperparameter beside those that every optimizer may have: a number that run files say by its name. */
export interface Parameter {
  /** What it is where a run file does not say it. */
  readonly standard: number;
  readonly range: keyof typeof RANGES;
  readonly about: string;
  readonly unit: string;
}

/** Parameters of an optimizer, by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** Memory of the gradient, as PyTorch calls it. */
export const MOMENTUM: Parameter = {
  ...{ standard: 0.9, range: "fraction" },
  ...{ about: "share of the momentum that a step keeps", unit: "none" },
};

/** Keys of an optimizer that are no parameters of its own. */
const COMMON: readonly string[] = ["name", "lr", "weightDecay", "convention", "betas", "eps"];

/** Whether a name is free for a parameter. */
export const isFree = (name: string): boolean => !COMMON.includes(name);

/**
 * The parameters of an optimizer's own that hyperparameters hold.
 *
 * @param hyper as a run has them
 * @returns numbers by name
 * @example
 * parametersIn({ lr: 1, weightDecay: 0, convention: "paper", rho: 0.05 }) // => { rho: 0.05 }
 */
export const parametersIn = (hyper: object): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(hyper).filter(([name]) => isFree(name)));

/** The defaults of parameters, by name. */
export const standardsOf = (parameters: Parameters = {}): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(parameters).map(([name, { standard }]) => [name, standard]));

/** Parameters as they are said: defaults by name, of numbers >= 0, or all of it. */
export type GivenParameters<Name extends string = string> = Readonly<Record<Name, number | Parameter>>;

/** Parameters in full. */
export const parametersOf = (given: GivenParameters): Parameters =>
  Object.fromEntries(
    Object.entries(given).map(([name, said]) => [
      name,
      typeof said === "number" ? { standard: said, range: "nonNegative", about: name, unit: "its own" } : said,
    ]),
  );

const isText = (value: unknown) => typeof value === "string" && value !== "";

/** Whether a value is what `GivenParameters` has for one of them: its default is in its range. */
export function isParameter(value: unknown): value is number | Parameter {
  const said = typeof value === "number" ? parametersOf({ value }).value : value;
  if (!isObject(said)) return false;
  const { standard, range, about, unit, ...more } = said as unknown as Record<string, unknown>;
  return (
    Object.keys(more).length === 0 &&
    [about, unit].every(isText) &&
    Object.hasOwn(RANGES, String(range)) &&
    RANGES[range as keyof typeof RANGES]("", "").safeParse(standard).success
  );
}
