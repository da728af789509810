import { movement } from "../../src/bounds/hypotheses/movement.ts";
import type { Run } from "../../src/sim/run.ts";

/** The race in an epoch, in learning rates. */
export interface Drifts {
  readonly signal: number;
  readonly noise: number;
  /** How hard the noise pulls the signal back, of the signal's own pull. */
  readonly pull: number;
}

/** Half of a class's examples respond to a neuron. */
const RESPONDING = 0.5;

/**
 * The two drifts of an epoch, while everything grows.
 *
 * signal = n/b,  noise = G(n/b) |zeta|_1 with |zeta|_1 = sqrt(2/pi) s sigmaP,  pull = alpha f (noise/signal)^(q-1) with f = 1/2
 *
 * @param run of Adam or AdamW; its own batch size does not matter
 * @param batchSize b
 * @returns the drifts; the signal turns around where the pull is above 1
 * Source: docs/notes/flip.md, large batches.
 */
export function drifts({ setting: { n, s, sigmaP, alpha, q }, optimizer: { betas } }: Run, batchSize: number): Drifts {
  const [b1, b2] = betas as readonly [number, number];
  const signal = Math.max(1, Math.round(n / batchSize));
  const noise = movement(b1, b2, signal) * Math.sqrt(2 / Math.PI) * s * sigmaP;
  return { signal, noise, pull: alpha * RESPONDING * (noise / signal) ** (q - 1) };
}
