import type { Examples } from "../../data/examples.ts";
import { decayFactors } from "../../optimizers/optimizer.ts";
import { optimizerNamed } from "../../optimizers/registry.ts";
import type { Network } from "../../setting/network.ts";
import type { Problem } from "../engine.ts";
import type { Arena } from "./arena.ts";
import type { Setup } from "./kernel.ts";

/** The update that the kernel takes for an optimizer: 0 gradient, 1 adaptive, 2 sign. */
const RULES: Readonly<Record<string, number>> = { sgd: 0, adam: 1, adamw: 1, signsgd: 2, signsgdw: 2 };

/** Whether the kernel has an update for the optimizer of this name. */
export const kernelKnows = (optimizer: string): boolean => Object.hasOwn(RULES, optimizer);

/**
 * Lays out what a forward pass needs in a kernel's memory; the weights are left zero.
 *
 * @param network what the weights belong to
 * @param d coordinates
 * @param examples copied
 * @param arena where to
 * @returns the kernel's variables that a forward pass reads
 */
export function layOutForward(network: Network, d: number, examples: Examples, arena: Arena) {
  const { neurons, q } = network;
  const width = 2 * neurons;
  return {
    weights: arena.reserve(8 * width * d),
    labels: arena.place(examples.labels),
    rows: arena.place(examples.rows),
    coordinates: arena.place(examples.coordinates),
    distances: arena.place(examples.coordinates.map((k) => 8 * width * k)),
    values: arena.place(examples.values),
    given: arena.reserve(8 * width),
    neurons,
    dimension: d,
    power: network.name === "cnn" ? q : 0,
  } satisfies Partial<Setup>;
}

/**
 * Lays out the scratch of a batch.
 *
 * @param width 2m
 * @param batchSize b
 * @param entries nonzero entries of its noise patches, at most
 * @param arena where to
 * @returns the kernel's variables
 */
export function layOutBatch(width: number, batchSize: number, entries: number, arena: Arena) {
  return {
    noise: arena.reserve(8 * width * batchSize),
    margins: arena.reserve(8 * batchSize),
    columnEntries: arena.reserve(16 * entries),
  } satisfies Partial<Setup>;
}

/**
 * Lays out a problem in a kernel's memory.
 *
 * @param problem examples and weights are copied
 * @param arena where to
 * @returns the kernel's variables, except those of a batch
 */
export function layOut({ network, optimizer, examples, weights }: Problem, arena: Arena) {
  const { lr: eta, betas: [b1, b2] = [0, 0], eps = 0, convention, name } = optimizer;
  const { adaptive, decay } = optimizerNamed(name);
  const { neurons } = network;
  const width = 2 * neurons;
  const d = weights.length / width;
  const moments = adaptive ? weights.byteLength : 0;
  const forward = layOutForward(network, d, examples, arena);
  arena.write(forward.weights, weights);
  return {
    ...forward,
    mom: arena.reserve(moments),
    sec: arena.reserve(moments),
    gradient: arena.reserve(8 * width),
    signalGradient: arena.reserve(8 * width),
    columns: arena.reserve(4 * d),
    classes: arena.place(Float64Array.from({ length: width }, (_, r) => (r < neurons ? 1 : -1))),
    rule: RULES[name] as number,
    eta,
    ...decayFactors(decay, optimizer),
    b1,
    b2,
    eps,
    correct: convention === "pytorch" ? 1 : 0,
  } satisfies Partial<Setup>;
}
