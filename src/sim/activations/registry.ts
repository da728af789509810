import type { ACTIVATIONS } from "../../setting/model.ts";
import { type Network, PAPERS_MODEL } from "../../setting/network.ts";
import type { Activation, ActivationOf } from "./activation.ts";
import { leakyRelu } from "./leakyRelu.ts";
import { oddPower } from "./oddPower.ts";
import { activationAt, ownActivation } from "./own.ts";
import { power } from "./power.ts";
import { smoothedRelu } from "./smoothedRelu.ts";

/** Every activation by its name. Adding one is one line here, and its name in src/setting/model.ts. */
const BY_NAME: Readonly<Record<(typeof ACTIVATIONS)[number], ActivationOf>> = {
  power,
  leakyRelu,
  smoothedRelu,
  oddPower,
};

const identity: Activation = { value: (z) => z, derivative: () => 1 };

/**
 * The activation of a network.
 *
 * cnn: as its setting says, sigma(z) = max(z, 0)^q unless it says otherwise.   linear: sigma(z) = z, sigma'(z) = 1.
 *
 * @param network its name, q and model
 * @returns the pair
 * @throws Error for an unknown name; input is checked before this is called
 * Source: [T25] Definition 3.2; [Z21] Theorem 4.2.
 * @example
 * activationOf({ name: "cnn", neurons: 1, q: 3 }).derivative(2) // => 12
 */
export function activationOf(network: Network): Activation {
  if (network.name !== "cnn") return identity;
  const { activation } = network.model ?? PAPERS_MODEL;
  if (Object.hasOwn(BY_NAME, activation)) return BY_NAME[activation as keyof typeof BY_NAME](network);
  const own = ownActivation(activation);
  if (!own) throw new Error(`no activation is named "${activation}"`);
  return activationAt(own, network.q);
}
