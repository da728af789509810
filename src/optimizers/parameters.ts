/** A hyperparameter beside those that every optimizer may have: a number that run files say by its name. */
export interface Parameter {
  /** What it is where a run file does not say it. */
  readonly standard: number;
  /** In [0, 1), >= 0, or > 0. */
  readonly range: "fraction" | "nonNegative" | "positive";
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
