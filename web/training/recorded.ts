import type { Moment, PerClass } from "../../src/sim/trajectory.ts";

/** A recorded moment as it is drawn: also what only levels with neurons tell. */
export interface Recorded extends Moment {
  readonly counterSignal?: PerClass;
}
