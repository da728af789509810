import type { State } from "../state.ts";
import type { Moment } from "../trajectory.ts";

/** A run under way, at the end of a leg: from there it comes to the result that it would have had. */
export interface Snapshot {
  /** Examples seen. */
  readonly seen: number;
  readonly history: readonly Moment[];
  readonly state: State;
  /** That of the last record, where it is part of the result. */
  readonly last?: State;
}

/** How a run goes on from where it was, and is kept on its way. */
export interface Keeper {
  /** Where it goes on; absent where it begins. */
  readonly from?: Snapshot;
  /** Offered the run after every leg; `stopped` says that there is no further one. */
  offer(take: () => Snapshot, stopped: boolean): void;
}
