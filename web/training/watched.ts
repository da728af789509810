import type { Outcome } from "./levels.ts";
import type { Recorded } from "./recorded.ts";
import type { Report } from "./trainer.ts";

/** What is known of a training that a worker carries out. */
export interface Watched {
  readonly history: Recorded[];
  /** Of every moment the sizes of `neuronSizes`; empty for levels without neurons. */
  readonly neurons: Float64Array[];
  done: number;
  step: number;
  /** Milliseconds of work. */
  spent: number;
  ended?: Report["ended"];
}

/** The result, once there is one. */
export const outcomeOf = ({ ended }: Watched): Outcome | undefined =>
  ended && "outcome" in ended ? ended.outcome : undefined;

/** Why it could not begin, if it could not. */
export const refusalOf = ({ ended }: Watched): string | undefined =>
  ended && "refused" in ended ? ended.refused : undefined;
