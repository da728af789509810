import { shuffledIndices } from "../random/shuffle.ts";
import { openStream } from "../random/stream.ts";
import { type Batches, cutIntoBatches, joinBatches } from "./batches.ts";
import type { Run } from "./run.ts";

/** A stretch of training that an engine runs in one call; metrics are taken after it if `record`. */
export interface Leg {
  readonly batches: Batches;
  /** Share of the whole training done after this leg, in (0, 1]. */
  readonly done: number;
  readonly record: boolean;
}

function* epochLegs(run: Run & { epochs: number; batchSize: number }): Generator<Leg> {
  const { epochs, recordEvery, seed, batchSize, setting } = run;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = shuffledIndices(openStream(seed, "shuffle", epoch), setting.n);
    const record = epoch % recordEvery === 0 || epoch === epochs;
    yield { batches: cutIntoBatches(order, batchSize), done: epoch / epochs, record };
  }
}

function* explicitLegs(batches: number[][], recordEvery: number): Generator<Leg> {
  for (let first = 0; first < batches.length; first += recordEvery) {
    const end = Math.min(first + recordEvery, batches.length);
    yield { batches: joinBatches(batches.slice(first, end)), done: end / batches.length, record: true };
  }
}

/**
 * The legs of a run: one an epoch over a fresh shuffle without replacement, or the batches that the run spells out.
 *
 * @param run a checked run
 * @returns a generator of legs; the last one is always recorded
 * Source: [T25] section 3.
 */
export function schedule(run: Run): Generator<Leg> {
  if (run.batches) return explicitLegs(run.batches, run.recordEvery);
  return epochLegs(run as Run & { epochs: number; batchSize: number });
}
