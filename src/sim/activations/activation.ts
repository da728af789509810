import type { Network } from "../../setting/network.ts";

/** An activation and its derivative. */
export interface Activation {
  value(z: number): number;
  derivative(z: number): number;
}

/** A member of the registry: the activation of a network whose setting names it. */
export type ActivationOf = (network: Network) => Activation;
