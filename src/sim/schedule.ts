import { drawOrder } from "../random/many.ts";
import { type Batches, cutIntoBatches, joinBatches } from "./batches.ts";
import type { Run } from "./run.ts";

/** A stretch of training that an engine runs in one call; metrics are taken after it if `record`. Its offsets need not begin at 0. */
export interface Leg {
  readonly batches: Batches;
  /** Share of the whole training done after this leg, in (0, 1]. */
  readonly done: number;
  readonly record: boolean;
}

/** Steps and examples of a leg at most, so that a run can be watched and stopped within seconds. */
const LEG = 65536;

/** Batches as one leg, or in pieces where they are many; only the last piece is recorded. */
function* pieces({ indices, offsets }: Batches, from: number, to: number, record: boolean): Generator<Leg> {
  const count = offsets.length - 1;
  const size = Math.max(1, Math.ceil((LEG * count) / Math.max(count, offsets[count] as number)));
  for (let first = 0; first < count; first += size) {
    const end = Math.min(first + size, count);
    const done = end === count ? to : from + ((to - from) * end) / count;
    yield { batches: { indices, offsets: offsets.subarray(first, end + 1) }, done, record: record && end === count };
  }
}

function* epochLegs(run: Run & { epochs: number; batchSize: number }): Generator<Leg> {
  const { epochs, recordEvery, seed, batchSize, setting } = run;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = drawOrder(seed, "shuffle", epoch, setting.n);
    const record = epoch % recordEvery === 0 || epoch === epochs;
    yield* pieces(cutIntoBatches(order, batchSize), (epoch - 1) / epochs, epoch / epochs, record);
  }
}

function* explicitLegs(batches: number[][], recordEvery: number): Generator<Leg> {
  for (let first = 0; first < batches.length; first += recordEvery) {
    const end = Math.min(first + recordEvery, batches.length);
    yield* pieces(joinBatches(batches.slice(first, end)), first / batches.length, end / batches.length, true);
  }
}

/**
 * The legs of a run: one an epoch over a fresh shuffle without replacement, or the batches that the run spells out; more where they are long.
 *
 * @param run a checked run
 * @returns a generator of legs; the last one is always recorded
 * Source: [T25] section 3.
 */
export function schedule(run: Run): Generator<Leg> {
  if (run.batches) return explicitLegs(run.batches, run.recordEvery);
  return epochLegs(run as Run & { epochs: number; batchSize: number });
}
