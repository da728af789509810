import type { Model } from "../setting/network.ts";

/** The rows of the weights beyond their d coordinates, [2m] each: biases, then the second layer; whichever the model has. */
const EXTRA = ["biases", "head"] as const;

/** How many of them a model has. */
export const extraRowsOf = (model: Model): number => EXTRA.filter((name) => model[name]).length;

/**
 * What a model trains beside its d coordinates, at the start: biases of 0, a second layer of 1.
 *
 * @param model whether it has them
 * @param width 2m
 * @returns rows of the weights, [extra * 2m]; none for the papers' model
 * Source: ours; docs/theory.md 1.8.
 */
export const extraStart = (model: Model, width: number): Float64Array =>
  Float64Array.from(EXTRA.filter((name) => model[name]).flatMap((name) => Array(width).fill(name === "head" ? 1 : 0)));

/** Tells, for each extra row of a model, its name and where it begins among `length` weights. */
export function eachExtra(
  model: Model,
  width: number,
  length: number,
  tell: (name: "biases" | "head", at: number) => void,
) {
  if (!model.biases && !model.head) return;
  const own = EXTRA.filter((name) => model[name]);
  own.forEach((name, k) => {
    tell(name, length - (own.length - k) * width);
  });
}
