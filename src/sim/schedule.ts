import { drawOrders } from "../random/many.ts";
import { type Batches, cutEpochs, joinBatches } from "./batches.ts";
import type { Run } from "./run.ts";
import { batchSizes, courseOf } from "./schedules/course.ts";

/** A stretch of training that an engine runs in one call; metrics are taken after it if `record`. Its offsets need not begin at 0. */
export interface Leg {
  readonly batches: Batches;
  /** Share of the whole training done after this leg, in (0, 1]. */
  readonly done: number;
  readonly record: boolean;
}

/** Steps and examples of a leg at most, and numbers that its steps move, so that a run can be watched, kept and stopped within seconds. */
const LEG = 65536;
const MOVED = 1e9;

/** Examples of a leg of several epochs at most: what a leg costs besides its steps is then nothing beside them. */
const TOGETHER = 4096;

/** Batches that are gone through together: which share of the training they are, and whether there is a record at their end. */
interface Stretch {
  readonly batches: Batches;
  /** The number of the stretch that follows. */
  readonly next: number;
  readonly from: number;
  readonly to: number;
  readonly record: boolean;
}

/** Its batches from one on as one leg, or in pieces where they are many; only the last piece is recorded. */
function* pieces(
  { batches: { indices, offsets }, from, to, record }: Stretch,
  begun: number,
  moved: number,
): Generator<Leg> {
  const count = offsets.length - 1;
  const most = Math.ceil((LEG * count) / Math.max(count, offsets[count] as number));
  const size = Math.max(1, Math.min(most, Math.floor(MOVED / moved)));
  for (let first = begun; first < count; first += size) {
    const end = Math.min(first + size, count);
    const done = end === count ? to : from + ((to - from) * end) / count;
    yield { batches: { indices, offsets: offsets.subarray(first, end + 1) }, done, record: record && end === count };
  }
}

/** The stretches of a run, by their number. */
interface Stretches {
  readonly count: number;
  /** Steps before a stretch. */
  before(index: number): number;
  at(index: number): Stretch;
}

/** The stretch in which the step after `taken` ones is: it begins after `before(index)`. */
function after(taken: number, count: number, before: (index: number) => number) {
  let [index, end] = [0, count];
  while (index < end) {
    const middle = Math.floor((index + end) / 2);
    if (before(middle + 1) <= taken) index = middle + 1;
    else end = middle;
  }
  return [index, taken - before(index)] as const;
}

function epochsOf(run: Run & { epochs: number }, together: boolean): Stretches {
  const { epochs, recordEvery, seed, setting } = run;
  const { n } = setting;
  const sizeOf = batchSizes(run);
  const most = together ? Math.max(1, Math.floor(TOGETHER / n)) : 1;
  return {
    count: epochs,
    before: courseOf(run).before,
    at(index: number): Stretch {
      const next = Math.min(index + most, epochs, index + recordEvery - (index % recordEvery));
      const orders = drawOrders(seed, "shuffle", { first: index + 1, count: next - index, size: n });
      const batches = cutEpochs(orders, n, (epoch) => sizeOf(index + epoch));
      const record = next % recordEvery === 0 || next === epochs;
      return { batches, next, from: index / epochs, to: next / epochs, record };
    },
  };
}

function givenOf(batches: number[][], recordEvery: number): Stretches {
  return {
    count: Math.ceil(batches.length / recordEvery),
    before: (index) => index * recordEvery,
    at(index) {
      const first = index * recordEvery;
      const end = Math.min(first + recordEvery, batches.length);
      const joined = joinBatches(batches.slice(first, end));
      return { batches: joined, next: index + 1, from: first / batches.length, to: end / batches.length, record: true };
    },
  };
}

/**
 * How many moments a run records if nothing ends it early: its start, every `recordEvery`, and its end.
 *
 * @param run a checked run
 * @returns at least 2
 * Source: ours.
 */
export const momentsOf = ({ batches, epochs, recordEvery }: Run): number =>
  1 + Math.ceil((batches?.length ?? (epochs as number)) / recordEvery);

/**
 * The legs of a run: one an epoch over a fresh shuffle without replacement, or the batches that the run spells out; more where they are long.
 *
 * @param run a checked run
 * @param taken steps that are behind it: their batches are left out
 * @param moved numbers that a step moves at least
 * @param together whether short epochs without a record between them are one leg
 * @returns a generator of legs; the last one is always recorded
 * Source: [T25] section 3.
 */
export function* schedule(run: Run, taken = 0, moved = 1, together = false): Generator<Leg> {
  const { batches, recordEvery } = run;
  const { count, before, at } = batches
    ? givenOf(batches, recordEvery)
    : epochsOf(run as Run & { epochs: number }, together);
  const [first, begun] = after(taken, count, before);
  for (let index = first; index < count; ) {
    const stretch = at(index);
    yield* pieces(stretch, index === first ? begun : 0, moved);
    index = stretch.next;
  }
}
