import { extraRowsOf } from "../../data/extraRows.ts";
import { decayFactors } from "../../optimizers/decay.ts";
import { optimizerNamed } from "../../optimizers/registry.ts";
import { lanesIn, type Network, PAPERS_MODEL } from "../../setting/network.ts";
import type { Problem } from "../engine.ts";
import type { SplitExamples, splitProblem } from "../ground.ts";
import { noisyExamples } from "../labelNoise.ts";
import { isPapersLoss } from "../losses/registry.ts";
import type { Arena } from "./arena.ts";
import { type Held, rowLanes, takeHeld } from "./held.ts";
import type { Kernel, Setup } from "./kernel.ts";
import { rowsOf } from "./rows.ts";
import { kernelSees, layOutModel } from "./widerSetup.ts";

/** The update that the kernel takes for an optimizer: 0 gradient, 1 adaptive, 2 sign; and 3 for one by formulas. */
const RULES: Readonly<Record<string, number>> = { sgd: 0, adam: 1, adamw: 1, signsgd: 2, signsgdw: 2 };

const BY_FORMULAS = 3;

const hasFormulas = (optimizer: string): boolean => optimizerNamed(optimizer).own?.program !== undefined;

/** Whether the kernel has an update for the optimizer of this name. */
export const kernelKnows = (optimizer: string): boolean => Object.hasOwn(RULES, optimizer) || hasFormulas(optimizer);

/** Whether the kernel trains a problem; an optimizer by a user's own function, and what has no kernel yet, are the reference engine's. */
export const kernelTrains = ({ optimizer, network }: Problem): boolean =>
  kernelKnows(optimizer.name) && kernelSees(network);

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
export function layOutForward(network: Network, held: Held, d: number, examples: SplitExamples, arena: Arena) {
  const { neurons, q } = network;
  const row = 8 * rowLanes(neurons, held);
  const weights = arena.reserve(row * (d + extraRowsOf(network.model ?? PAPERS_MODEL)));
  const table = rowsOf(examples);
  const { rows, coordinates, values } = table;
  return {
    ...held,
    ...layOutModel(network, weights, row, d, examples, table, arena),
    row,
    weights,
    labels: arena.place(examples.labels),
    rows: arena.place(rows),
    coordinates: arena.place(coordinates),
    distances: arena.place(coordinates.map((k) => row * k)),
    values: arena.place(examples.single ? Float32Array.from(values) : values),
    given: arena.reserve(row),
    neurons,
    dimension: d,
    power: network.name === "cnn" && Number.isInteger(q) ? q : 0,
  } satisfies Partial<Setup>;
}

/**
 * Lays out the scratch of a batch.
 *
 * @param example bytes of what is kept of an example, `exampleBytes` or a row of lanes
 * @param batchSize b
 * @param entries nonzero entries of its noise patches, at most
 * @param arena where to
 * @param listed patches of an example that are listed; none unless products are taken block by block
 * @param kept how many examples are gone through at a time
 * @returns the kernel's variables
 */
export function layOutBatch(
  example: number,
  batchSize: number,
  entries: number,
  arena: Arena,
  listed = 0,
  kept = batchSize,
) {
  return {
    noise: arena.reserve(example * kept),
    margins: arena.reserve(8 * batchSize),
    columnEntries: arena.reserve(16 * entries),
    listed: arena.reserve(16 * listed * kept),
  } satisfies Partial<Setup>;
}

/** Patches that are judged together where they are taken block by block: those of a block of the kernel's. */
const BLOCK = 144;

/** Bytes of a row of a panel (kernel/sparse.ts). */
const PANEL = 80;

/**
 * Lays out what the kernel needs to take products block by block, where it does.
 *
 * @param kernel says how much room the blocks of dense patches need
 * @param setup of a forward pass
 * @param arena where to
 * @returns the kernel's variables, except those of a batch
 */
export function layOutBlocks(
  kernel: Pick<Kernel, "packedBytes" | "gatheredBytes">,
  { blocked, dense, row, dimension, patches }: Pick<Setup, "blocked" | "dense" | "row" | "dimension" | "patches">,
  arena: Arena,
) {
  const bytes = dense ? kernel.packedBytes(row, dimension) : PANEL * Math.max(dimension, BLOCK);
  return {
    packed: arena.reserve(blocked ? bytes : 0),
    sums: arena.reserve(dense ? kernel.gatheredBytes(row, dimension) : 0),
    together: blocked ? Math.max(1, Math.floor(BLOCK / (patches + 1))) : 1,
  } satisfies Partial<Setup>;
}

/**
 * Lays out the outputs of a batch.
 *
 * @param batchSize b
 * @param sets two where two threads share a training, else one
 * @param arena where to
 * @param classes K
 * @returns the kernel's variables
 */
export function layOutOutputs(batchSize: number, sets: number, arena: Arena, classes = 2) {
  // Whole pairs of cache lines, as for the arena.
  const outputsSize = Math.ceil(batchSize / 16) * 128;
  return { outputs: arena.reserve(classes * outputsSize * sets), outputsSize } satisfies Partial<Setup>;
}

/**
 * Lays out a problem in a kernel's memory.
 *
 * @param problem examples and weights are copied
 * @param held the classes that the kernel trains
 * @param arena where to
 * @returns the kernel's variables, except those of a batch
 */
export function layOut(problem: ReturnType<typeof splitProblem>, held: Held, arena: Arena) {
  const { network, optimizer, weights, loss } = problem;
  const { examples } = noisyExamples(problem.examples, problem.labelNoise);
  const { lr: eta, betas: [b1, b2] = [0, 0], eps = 0, convention, name } = optimizer;
  const { adaptive, decay } = optimizerNamed(name);
  const { neurons } = network;
  const lanes = lanesIn(network);
  const count = weights.length / lanes;
  const d = count - extraRowsOf(network.model ?? PAPERS_MODEL);
  const forward = layOutForward(network, held, d, examples, arena);
  const { row } = forward;
  const moments = adaptive ? row * count : 0;
  arena.write(forward.weights, takeHeld(weights, neurons, held));
  const signs = Float64Array.from({ length: lanes }, (_, r) => (r < neurons ? 1 : -1));
  return {
    ...forward,
    mom: arena.reserve(moments),
    sec: arena.reserve(moments),
    gradient: arena.reserve(row * (forward.blocked ? d - forward.featureSupport : 1)),
    signalGradient: arena.reserve(row * forward.featureSupport),
    extraGradient: arena.reserve(row * forward.extraRows),
    columns: arena.reserve(4 * d),
    classes: arena.place(takeHeld(signs, neurons, held)),
    rule: hasFormulas(name) ? BY_FORMULAS : (RULES[name] as number),
    legLabels: 0,
    ownLoss: loss && !isPapersLoss(loss) ? 1 : 0,
    eta,
    ...decayFactors(decay, optimizer),
    b1,
    b2,
    eps,
    correct: convention === "pytorch" ? 1 : 0,
  } satisfies Partial<Setup>;
}
