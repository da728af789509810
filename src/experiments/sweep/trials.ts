import { jobCost, seedKeys, type Version } from "../job.ts";
import { jobAt, type Plan, pointCount } from "./plan.ts";
import type { TrialJob } from "./trial.ts";

/** Of a key, which is twice as many hexadecimal digits. */
const KEY_BYTES = 32;

/** The runs of a plan, made when they are asked for: a plan may have more of them than memory. */
export interface Trials {
  readonly count: number;
  /** In plan order: combination by combination, seeds within. */
  at(index: number): TrialJob;
  /** The combination of a run. */
  pointOf(index: number): number;
  keyAt(index: number): string;
  /** [count], in the units of `jobCost`. */
  readonly costs: Float64Array;
}

/**
 * The runs of a plan.
 *
 * @param plan a checked plan
 * @param engine of the full simulation, or a trainer, for the keys
 * @returns the runs
 * @throws InputError where a combination gives no valid run
 */
export function trialsOf(plan: Plan, engine: Version): Trials {
  const { seeds } = plan;
  const points = pointCount(plan);
  const costs = new Float64Array(points * seeds.length);
  for (let point = 0; point < points; point++) {
    costs.fill(jobCost(jobAt(plan, point)), point * seeds.length, (point + 1) * seeds.length);
  }
  let last: { point: number; job: TrialJob; keyOf: (seed: number) => string } | undefined;
  const pointOf = (index: number) => Math.floor(index / seeds.length);
  function partOf(index: number) {
    const point = pointOf(index);
    if (last?.point === point) return last;
    const job = jobAt(plan, point);
    last = { point, job, keyOf: seedKeys(job, engine) };
    return last;
  }
  const seedOf = (index: number) => seeds[index % seeds.length] as number;
  function at(index: number): TrialJob {
    const { job } = partOf(index);
    return { ...job, run: { ...job.run, seed: seedOf(index) } };
  }
  // Hashing takes longer than anything else at the start of a sweep that has finished long ago.
  const keys = Buffer.alloc(KEY_BYTES * costs.length);
  const known = new Uint8Array(costs.length);
  function keyAt(index: number): string {
    const [start, end] = [KEY_BYTES * index, KEY_BYTES * (index + 1)];
    if (known[index]) return keys.toString("hex", start, end);
    const key = partOf(index).keyOf(seedOf(index));
    keys.write(key, start, "hex");
    known[index] = 1;
    return key;
  }
  return { count: costs.length, at, pointOf, keyAt, costs };
}
