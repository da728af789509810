/**
 * What is laid over the network's own training: its exact recurrence (level 1; the strongest one, or the one that `method` of a run file
 * names), the papers' sign recurrence (level 2), or nothing.
 */
export const BESIDE = ["none", "exact", "gram", "scalar", "coordinate", "active-set", "signs"] as const;

type Beside = Exclude<(typeof BESIDE)[number], "none">;

/** Where what is laid over the network is not called as its method is. */
const CALLED: Readonly<Partial<Record<Beside, string>>> = { exact: "auto", signs: "sign" };

/** What `method` of a run file is for a level that is laid over the network. */
export const methodOf = (beside: Beside): string => CALLED[beside] ?? beside;

/** What can be laid over the network, by its method. */
export const BESIDE_BY_METHOD: ReadonlyMap<string, Beside> = new Map(
  BESIDE.filter((beside) => beside !== "none").map((beside) => [methodOf(beside), beside]),
);
