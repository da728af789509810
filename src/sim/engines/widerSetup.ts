import type { Rows } from "../../data/entries.ts";
import type { Examples } from "../../data/examples.ts";
import { eachExtra, extraRowsOf } from "../../data/extraRows.ts";
import { lanesIn, type Model, type Network, PAPERS_MODEL } from "../../setting/network.ts";
import { strengthOf } from "../forward.ts";
import type { SplitExamples } from "../ground.ts";
import type { Arena } from "./arena.ts";
import type { Setup } from "./kernel.ts";

/** The kernel's activations (kernel/activations.ts); 0 is that of the linear network. */
const ACTIVATIONS: Readonly<Record<string, number>> = { power: 1, leakyRelu: 2, smoothedRelu: 3, oddPower: 4 };

/** The kernel's number of a network's activation; undefined where the kernel has none of it. */
const activationIn = ({ name, model = PAPERS_MODEL }: Network): number | undefined =>
  name !== "cnn" ? 0 : Object.hasOwn(ACTIVATIONS, model.activation) ? ACTIVATIONS[model.activation] : undefined;

/**
 * Whether the kernel has the forward pass of a network: of lanes that fill whole vectors, as those of an even number of classes do, and of all but
 * an activation before its kernel is written.
 */
export const kernelSees = (network: Network): boolean =>
  lanesIn(network) % 2 === 0 && activationIn(network) !== undefined;

/** Whether a model is wider than the one for which the kernel's shortest passes are written: two patches, one number of feature, an integer power. */
const isWide = ({ model, q }: Network, { truths, shown }: Examples): boolean =>
  model !== undefined || truths !== undefined || shown !== undefined || !Number.isInteger(q);

/** Bytes of what the kernel keeps of an example between forward pass and gradient: one row of lanes; of a wider model the signal's, each noise patch's, and their sum. */
export const exampleBytes = ({ row, wide, patches }: Pick<Setup, "row" | "wide" | "patches">): number =>
  row * (wide ? patches + 2 : 1);

/** How many of an example's patches the kernel goes through in one way: its noise patches, and where examples say what they show, that. */
const patchesSeen = ({ patches, shownRows }: Pick<Setup, "patches" | "shownRows">): number =>
  shownRows ? patches + 1 : patches;

/** How many of them it lists. */
export const patchesListed = (setup: Pick<Setup, "blocked" | "patches" | "shownRows">): number =>
  setup.blocked ? patchesSeen(setup) : 0;

/** How many entries of columns the kernel needs room for: those of a batch's patches; none where they are dense. */
export const columnEntries = (setup: Pick<Setup, "dense" | "patches" | "shownRows">, entries: number): number =>
  setup.dense ? 0 : patchesSeen(setup) * entries;

/** The row of the feature that each example shows, after those of all noise patches. */
const shownRowsOf = ({ count, shown }: Examples, patches: number) =>
  (shown?.features ?? new Int32Array()).map((feature) => count * patches + feature);

/** Whether every row has all coordinates but the first ones, those of the feature. */
export const isDense = ({ rows, coordinates }: Rows, featureSupport: number, d: number): boolean =>
  rows.every((end, row) => {
    if (row === 0) return true;
    let first = rows[row - 1] as number;
    while (first < end && (coordinates[first] as number) < featureSupport) first++;
    return end - first === d - featureSupport;
  });

/** The least share of numbers that are stored with which a pass over a whole row of the gradient is worth its time. */
const LEAST_SHARE = 1 / 16;

/** Whether products are taken block by block: where patches are dense, or nearly, as those of images are. */
const isBlocked = (examples: SplitExamples, { rows, values }: Rows, dense: boolean, d: number): boolean =>
  dense ||
  examples.base !== undefined ||
  examples.single === true ||
  (examples.shown !== undefined && values.length >= LEAST_SHARE * d * (rows.length - 1));

/** The strength of every example's signal. */
const strengthsOf = (model: Model, examples: Examples): Float64Array =>
  Float64Array.from({ length: examples.count }, (_, i) => strengthOf(model, examples, i));

/**
 * Lays out what makes a model wider than the papers'; for theirs nothing.
 *
 * @param network what the weights belong to
 * @param weights their address
 * @param row bytes of a row of lanes
 * @param d coordinates
 * @param examples their labels are looked at
 * @param rows of their patches, as `rowsOf` gives them
 * @param arena where to
 * @returns the kernel's variables that a forward pass reads
 */
export function layOutModel(
  network: Network,
  weights: number,
  row: number,
  d: number,
  examples: SplitExamples,
  rows: Rows,
  arena: Arena,
) {
  const { model = PAPERS_MODEL, q } = network;
  const { noisePatches, unpatched, leak, knee, scale } = model;
  const featureSupport = examples.shown ? 0 : model.featureSupport;
  const wide = isWide(network, examples);
  const dense = !examples.base && isDense(rows, featureSupport, d);
  const extraRows = extraRowsOf(model);
  const extra = { biases: 0, head: wide && !model.head ? arena.place(new Float64Array(row / 8).fill(1)) : 0 };
  const width = lanesIn(network);
  eachExtra(model, width, width * (d + extraRows), (which, at) => {
    extra[which] = weights + (row * at) / width;
  });
  return {
    ...{ featureSupport, leak, knee, scale, extraRows, ...extra },
    several: model.classes > 2 ? model.classes : 0,
    lanePulls: arena.reserve(model.classes > 2 ? row : 0),
    shownRows: examples.shown ? arena.place(shownRowsOf(examples, noisePatches)) : 0,
    blocked: isBlocked(examples, rows, dense, d) ? 1 : 0,
    dense: dense ? 1 : 0,
    single: examples.single ? 1 : 0,
    allFinite: rows.values.every(Number.isFinite) ? 1 : 0,
    baseRow: examples.base ? rows.rows.length - 2 : 0,
    common: arena.reserve(examples.base ? row : 0),
    wide: wide ? 1 : 0,
    patches: noisePatches,
    unpatched: unpatched ? 1 : 0,
    strengths: arena.place(wide ? strengthsOf(model, examples) : new Float64Array()),
    activation: activationIn(network) ?? 0,
    exponent: q,
    activated: arena.reserve(wide ? row * (noisePatches + 1) : 0),
    factors: arena.reserve(wide ? row : 0),
  } satisfies Partial<Setup>;
}
