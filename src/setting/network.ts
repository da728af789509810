/** The models that can be trained: the CNN of [T25] Definition 3.2, or the linear (convex) model of [Z21] Theorem 4.2. */
export const NETWORKS = ["cnn", "linear"] as const;
export type NetworkName = (typeof NETWORKS)[number];

/**
 * What is trained: `neurons` weight vectors a class and the activation's power.
 *
 * cnn: m neurons, sigma(z) = max(z, 0)^q.   linear: one neuron, sigma(z) = z.
 */
export interface Network {
  readonly name: NetworkName;
  readonly neurons: number;
  readonly q: number;
}

/**
 * The network of a setting.
 *
 * @param name "cnn" or "linear"
 * @param setting its m and q are used by the CNN only
 * @returns the network
 * Source: [T25] Definition 3.2; [Z21] Theorem 4.2.
 * @example
 * networkOf("linear", { m: 20, q: 3 }) // => { name: "linear", neurons: 1, q: 1 }
 */
export function networkOf(name: NetworkName, { m, q }: { m: number; q: number }): Network {
  return name === "cnn" ? { name, neurons: m, q } : { name, neurons: 1, q: 1 };
}
