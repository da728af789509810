import { type Comparison, comparison } from "../dynamics/compare.ts";
import { parseComparison } from "../dynamics/run.ts";
import * as z from "../setting/zod.ts";
import type { DynamicsSpec } from "./dynamics.ts";
import { inTurns } from "./inTurns.ts";
import { checked, LONG, type LongOptions } from "./options.ts";

const schema = z.strictObject(LONG);

/**
 * Trains at three levels from one start over the same batches: the network, its exact recurrence, the papers' sign recurrence.
 *
 * max |u - u_0|, max |x_i - x_i,0| over neurons and examples, at every recorded moment
 *
 * @param spec a run; `method` is that of level 1
 * @param options signal, onProgress
 * @returns the deviations over time, and the first epoch at which level 2 has the wrong sign of the feature
 * @throws InputError, one sentence
 * Source: ours.
 * @example
 * const { level1 } = await compare({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3 })
 * level1.method // => "gram"
 */
export async function compare(spec: DynamicsSpec, options: LongOptions = {}): Promise<Comparison> {
  return inTurns(comparison(parseComparison(spec)), checked(schema, options, "compare's options"));
}
