import type { Hyperparameters, Iterate, Optimizer } from "../../src/optimizers/optimizer.ts";

/** The iterates of one weight, from `w` at step 0, after each of a list of gradients. */
export function iterates(optimizer: Optimizer, hyper: Hyperparameters, w: number, gradients: readonly number[]) {
  const all: Iterate[] = [optimizer.init(Float64Array.of(w))];
  for (const g of gradients) all.push(optimizer.update(hyper, all.at(-1) as Iterate, Float64Array.of(g)));
  return all.slice(1).map(({ weights, moments }) => ({
    w: weights[0] as number,
    ...(moments && Object.fromEntries(Object.entries(moments).map(([name, values]) => [name, values[0] as number]))),
  }));
}
