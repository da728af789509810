import type { Weights } from "../../data/weights.ts";
import { biasCorrection } from "../../optimizers/biasCorrection.ts";
import { optimizerNamed } from "../../optimizers/registry.ts";
import type { Problem as DenseProblem } from "../../sim/engine.ts";
import type { Arena } from "../../sim/engines/arena.ts";
import { layOutFormula } from "../../sim/engines/formula/attach.ts";
import { BOTH } from "../../sim/engines/held.ts";
import { layOut } from "../../sim/engines/setup.ts";
import { memoriesIn, type Stretch } from "../../sim/engines/stretch.ts";
import { driftHorizon, shrinkage } from "../coasting.ts";
import { addDirections } from "../directionalPart.ts";
import { featureNoise, forNoiseEntries } from "../entries.ts";
import { initialNoise, type Projection, project } from "../projection.ts";
import type { Direction, Problem } from "../recurrence.ts";
import type { Places } from "../weightsAt.ts";
import type { Setup } from "./kernel.ts";

/** How many step sizes are kept; a later one, if it still needs a correction, is computed when it is asked. */
const SIZES = 65536;

/** How many steps a sum of steps that is kept has at most. */
const DRIFTS = 4096;

/** How a lane moves on without a gradient: it shrinks; it has moments, whose steps are summed; its steps are taken one by one. */
export const REMEMBERS = { nothing: 0, moments: 1, own: 2 };

function memoryOf(name: string): number {
  const { adaptive, own } = optimizerNamed(name);
  if (adaptive) return REMEMBERS.moments;
  return own?.memory.length ? REMEMBERS.own : REMEMBERS.nothing;
}

/** What x_i is summed from, besides w_0 and u. */
export interface Parts {
  /** Whether every coordinate takes its own step. */
  readonly each: boolean;
  /** For every example, which of the parts it sees, and with what factor. */
  readonly seen: Projection;
  /** How many there are. */
  readonly count: number;
  /** Adds them to weights on the active coordinates. */
  addTo(parts: Float64Array, weights: Weights, places: Places): void;
  /** Of one direction per example. */
  readonly direction?: Direction;
}

/** A scalar a (neuron, example), along one direction per example. */
export function alongDirections({ start: { examples } }: Problem, direction: Direction): Parts {
  return {
    each: false,
    seen: project(examples, direction),
    count: examples.count,
    addTo: (c, weights, places) => addDirections(examples, direction, c, weights, places),
    direction,
  };
}

/** What was added on every noise entry, each by its own steps. */
export function onEntries({ network, start: { examples } }: Problem): Parts {
  const width = 2 * network.neurons;
  const rows = new Int32Array(examples.count + 1);
  const values: number[] = [];
  const coordinates: number[] = [];
  forNoiseEntries(examples, (i, k, _, value) => {
    values.push(value);
    coordinates.push(k);
    rows[i + 1] = values.length;
  });
  // An example without noise ends where the one before does.
  for (let i = 1; i <= examples.count; i++) rows[i] = Math.max(rows[i] as number, rows[i - 1] as number);
  return {
    each: true,
    seen: { rows, columns: Int32Array.from(values.keys()), values: Float64Array.from(values) },
    count: values.length,
    addTo(added, weights, places) {
      coordinates.forEach((k, e) => {
        const place = places[k] as number;
        if (place < 0) return;
        for (let r = 0, at = place * width; r < width; r++, at++)
          weights[at] = (weights[at] as number) + (added[e * width + r] as number);
      });
    },
  };
}

/**
 * The training in coefficients as a dense one, whose update is the same: row 0 is u, row i + 1 is c_i.
 *
 * @param problem where it begins
 * @param parts what x_i is summed from
 * @returns as many rows as a dense problem has coordinates; its examples see the parts
 */
export function inRows({ network, optimizer, start }: Problem, { seen }: Parts): DenseProblem {
  const { count, labels } = start.examples;
  const width = 2 * network.neurons;
  const weights = new Float64Array((count + 1) * width);
  weights.set(start.weights.subarray(0, width));
  const { rows, columns, values } = seen;
  return { network, optimizer, weights, examples: { count, labels, rows, coordinates: columns, values } };
}

/**
 * The sizes of the first steps, as the kernel keeps them of steps that it has taken itself (kernel/stepSizes.ts).
 *
 *   eta sqrt(1-b2^t)/(1-b1^t), or eta
 *
 * @param optimizer Adam or AdamW
 * @param steps taken before
 * @param sizes filled from place 1 on
 */
export function fillSizes(optimizer: Problem["optimizer"], steps: number, sizes: Float64Array): void {
  for (let t = 1; t < sizes.length && t <= steps; t++) {
    const { stepSize, rootScale } = biasCorrection(optimizer, t);
    sizes[t] = stepSize / rootScale;
  }
}

/**
 * Lays out a training in coefficients in a kernel's memory.
 *
 * @param problem where it begins
 * @param parts what x_i is summed from
 * @param rows what `inRows` gave
 * @param arena where to
 * @returns the kernel's variables, except those of a batch; the code of an update by formulas; and all that a step changes, in the order of a `State`
 */
export function layOutCoefficients(
  { optimizer, start, network }: Problem,
  parts: Parts,
  rows: DenseProblem,
  arena: Arena,
) {
  const { count } = start.examples;
  const dense = layOut(rows, BOTH, arena);
  const setup = {
    ...dense,
    each: parts.each ? 1 : 0,
    parts: parts.each ? arena.reserve(parts.count * dense.row) : dense.weights + dense.row,
    numerators: arena.reserve(dense.row),
    roots: arena.reserve(dense.row),
    signals: arena.reserve(4 * dense.row),
    initial: arena.place(initialNoise(start, 2 * network.neurons)),
    featureNoise: arena.place(Float64Array.from({ length: count }, (_, i) => featureNoise(start.examples, i))),
    upTo: arena.reserve(8 * count),
    places: arena.reserve(4 * count),
    remembers: memoryOf(optimizer.name),
    shrinkage: shrinkage(optimizer),
    horizon: driftHorizon(optimizer),
    sizes: arena.reserve(8 * SIZES),
    sizesRoom: SIZES,
    drifts: arena.reserve(8 * DRIFTS),
    driftsRoom: DRIFTS,
  } satisfies Partial<Setup>;
  const formula = layOutFormula(rows, setup, arena, false);
  const { weights, upTo, row } = setup;
  const memories = memoriesIn(optimizer.name, setup, formula);
  const below = count * row;
  const moved: Stretch = parts.each ? [setup.parts, parts.count * row] : [weights + row, below];
  const changed: readonly Stretch[] = [
    ...[weights, ...memories].map((address): Stretch => [address, row]),
    moved,
    ...memories.map((address): Stretch => [address + row, below]),
    [upTo, 8 * count],
  ];
  return { setup, formula, changed };
}
