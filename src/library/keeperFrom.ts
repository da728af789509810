import { type Identified, identityOf } from "../experiments/checkpoint/identity.ts";
import { type CheckpointOptions, keeperOf } from "../experiments/checkpoint/keeping.ts";
import type { Keeper } from "../sim/checkpoint/snapshot.ts";

/** The keeper of a single run; undefined where it is not to be kept. */
export const keeperFrom = (options: CheckpointOptions | undefined, what: Identified): Keeper | undefined =>
  options && keeperOf(identityOf(what), what.run, options);
