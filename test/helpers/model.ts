import { type Start, startFromFile } from "../../src/data/start.ts";
import { type Network, networkOf } from "../../src/setting/network.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import type { Spelled } from "./arbitraries.ts";
import { UNIT } from "./close.ts";

/** A spelled-out start as the simulator holds it. */
export function loaded({ setting, network, start }: Spelled): Start & { net: Network } {
  return { net: networkOf(network, setting), ...startFromFile(start) };
}

/** The two patches of example i, dense: y v and xi_i. */
export function patches({ setting, start }: Spelled, i: number): [number[], number[]] {
  const y = start.labels[i] as number;
  return [Array.from({ length: setting.d }, (_, k) => (k === 0 ? y : 0)), start.noisePatches[i] as number[]];
}

export const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, k) => sum + x * (b[k] as number), 0);

/**
 * How large numbers get on the way to the output: inner = max sum_k |w_k x_k|, outputs = the sum of inner^q over all neurons of
 * both classes and both patches, which bounds F_{+1} + F_{-1} with every sign made positive.
 */
export function sizes(spelled: Spelled, i: number, net: Network) {
  const inner = spelled.start.weights
    .flat()
    .flatMap((w) => patches(spelled, i).map((patch) => dot(w.map(Math.abs), patch.map(Math.abs))));
  return {
    inner: Math.max(...inner),
    outputs: inner.reduce((sum, a) => sum + a ** net.q, 0),
    patch: Math.max(...patches(spelled, i).flat().map(Math.abs)),
  };
}

/** Bound on the rounding error of the margin of example i: q inner products of d terms, q-1 products, a sum over 4m terms. */
export function marginError(spelled: Spelled, i: number, net: Network): number {
  const roundings = net.q * (spelled.setting.d + 1) + net.q + 4 * net.neurons;
  return roundings * UNIT * sizes(spelled, i, net).outputs;
}

/** sum_i |share of example i in the gradient|: what the rounding errors of a batch's sum are relative to. */
export function absoluteGradient(net: Network, { examples, weights }: Start, batch: readonly number[]): Float64Array {
  const total = new Float64Array(weights.length);
  for (const i of batch) {
    batchGradient(net, weights, examples, [i]).forEach((g, k) => {
      total[k] = (total[k] as number) + Math.abs(g) / batch.length;
    });
  }
  return total;
}
