import { InputError } from "../setting/inputError.ts";
import { networkOf, PAPERS_MODEL } from "../setting/network.ts";
import type { Run } from "../sim/run.ts";

/** Degrees of activations that have one: sigma(c z) = c^degree sigma(z), c > 0. */
const DEGREES: Readonly<Record<string, (q: number) => number>> = {
  power: (q) => q,
  oddPower: (q) => q,
  leakyRelu: () => 1,
};

/**
 * How outputs grow with the weights: F(c W) = c^L F(W), c > 0.
 *
 *   L = 1 of the linear network;  q of max(z, 0)^q and of its odd form;  1 of leaky ReLU
 *
 * @param run a checked run
 * @returns L
 * @throws InputError where there is none, or for more than two classes
 * Source: ours.
 * @example
 * degreeOf({ network: "linear", setting: { m: 20, q: 3 } }) // => 1
 */
export function degreeOf({ network: name, setting }: Pick<Run, "network" | "setting">): number {
  const network = networkOf(name, setting);
  const { activation, biases, head, classes } = network.model ?? PAPERS_MODEL;
  if (classes > 2) throw new InputError(`setting.classes must be 2 for margins, but is ${classes}; leave it out`);
  if (biases) throw new InputError("setting.biases must be false for margins, but is true; leave it out");
  if (head) throw new InputError('setting.secondLayer must be "fixed" for margins, but is "trained"; leave it out');
  if (name === "linear") return 1;
  const degree = Object.hasOwn(DEGREES, activation) ? DEGREES[activation] : undefined;
  if (degree) return degree(network.q);
  throw new InputError(
    `setting.activation must be homogeneous for margins (${Object.keys(DEGREES).join(", ")}), but is "${activation}"; choose one of them`,
  );
}
