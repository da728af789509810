import type { Examples } from "../../data/examples.ts";
import { decayFactors } from "../../optimizers/decay.ts";
import { optimizerNamed } from "../../optimizers/registry.ts";
import type { Network } from "../../setting/network.ts";
import type { Problem } from "../engine.ts";
import type { Arena } from "./arena.ts";
import { type Held, rowLanes, takeHeld } from "./held.ts";
import type { Setup } from "./kernel.ts";

/** The update that the kernel takes for an optimizer: 0 gradient, 1 adaptive, 2 sign; and 3 for one by formulas. */
const RULES: Readonly<Record<string, number>> = { sgd: 0, adam: 1, adamw: 1, signsgd: 2, signsgdw: 2 };

const BY_FORMULAS = 3;

const hasFormulas = (optimizer: string): boolean => optimizerNamed(optimizer).own?.program !== undefined;

/** Whether the kernel has an update for the optimizer of this name. */
export const kernelKnows = (optimizer: string): boolean => Object.hasOwn(RULES, optimizer) || hasFormulas(optimizer);

/** Whether the kernel has the forward pass of a network on these examples: the papers', with an integer power. */
export const kernelSees = ({ model, q }: Network, { truths }: Examples): boolean =>
  model === undefined && truths === undefined && Number.isInteger(q);

/** Whether the kernel trains a problem; a user's own function, an optimizer before its kernel is written and a wider model are the reference engine's. */
export const kernelTrains = ({ optimizer, network, examples, loss }: Problem): boolean =>
  loss === undefined && kernelKnows(optimizer.name) && kernelSees(network, examples);

/**
 * Lays out what a forward pass needs in a kernel's memory; the weights are left zero.
 *
 * @param network what the weights belong to
 * @param held the classes whose outputs the kernel forms
 * @param d coordinates
 * @param examples copied
 * @param arena where to
 * @returns the kernel's variables that a forward pass reads
 */
export function layOutForward(network: Network, held: Held, d: number, examples: Examples, arena: Arena) {
  const { neurons, q } = network;
  const row = 8 * rowLanes(neurons, held);
  return {
    ...held,
    row,
    weights: arena.reserve(row * d),
    labels: arena.place(examples.labels),
    rows: arena.place(examples.rows),
    coordinates: arena.place(examples.coordinates),
    distances: arena.place(examples.coordinates.map((k) => row * k)),
    values: arena.place(examples.values),
    given: arena.reserve(row),
    neurons,
    dimension: d,
    power: network.name === "cnn" ? q : 0,
  } satisfies Partial<Setup>;
}

/**
 * Lays out the scratch of a batch.
 *
 * @param row bytes of a row of lanes
 * @param batchSize b
 * @param entries nonzero entries of its noise patches, at most
 * @param arena where to
 * @returns the kernel's variables
 */
export function layOutBatch(row: number, batchSize: number, entries: number, arena: Arena) {
  return {
    noise: arena.reserve(row * batchSize),
    margins: arena.reserve(8 * batchSize),
    columnEntries: arena.reserve(16 * entries),
  } satisfies Partial<Setup>;
}

/**
 * Lays out the outputs of a batch.
 *
 * @param batchSize b
 * @param sets two where two threads share a training, else one
 * @param arena where to
 * @returns the kernel's variables
 */
export function layOutOutputs(batchSize: number, sets: number, arena: Arena) {
  // Whole pairs of cache lines, as for the arena.
  const outputsSize = Math.ceil(batchSize / 16) * 128;
  return { outputs: arena.reserve(2 * outputsSize * sets), outputsSize } satisfies Partial<Setup>;
}

/**
 * Lays out a problem in a kernel's memory.
 *
 * @param problem examples and weights are copied
 * @param held the classes that the kernel trains
 * @param arena where to
 * @returns the kernel's variables, except those of a batch
 */
export function layOut({ network, optimizer, examples, weights }: Problem, held: Held, arena: Arena) {
  const { lr: eta, betas: [b1, b2] = [0, 0], eps = 0, convention, name } = optimizer;
  const { adaptive, decay } = optimizerNamed(name);
  const { neurons } = network;
  const d = weights.length / (2 * neurons);
  const forward = layOutForward(network, held, d, examples, arena);
  const { row } = forward;
  const moments = adaptive ? row * d : 0;
  arena.write(forward.weights, takeHeld(weights, neurons, held));
  const signs = Float64Array.from({ length: 2 * neurons }, (_, r) => (r < neurons ? 1 : -1));
  return {
    ...forward,
    mom: arena.reserve(moments),
    sec: arena.reserve(moments),
    gradient: arena.reserve(row),
    signalGradient: arena.reserve(row),
    columns: arena.reserve(4 * d),
    classes: arena.place(takeHeld(signs, neurons, held)),
    rule: hasFormulas(name) ? BY_FORMULAS : (RULES[name] as number),
    eta,
    ...decayFactors(decay, optimizer),
    b1,
    b2,
    eps,
    correct: convention === "pytorch" ? 1 : 0,
  } satisfies Partial<Setup>;
}
