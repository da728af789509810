import { BESIDE, type Choice } from "./state.ts";

type Beside = Exclude<Choice["beside"], "none">;

/** Where what is laid over the network is not called as its method is. */
const CALLED: Readonly<Partial<Record<Beside, string>>> = { exact: "auto", signs: "sign" };

/** What `method` of a run file is for a level that is laid over the network. */
export const methodOf = (beside: Beside): string => CALLED[beside] ?? beside;

/** What can be laid over the network, by its method. */
export const BESIDE_BY_METHOD: ReadonlyMap<string, Beside> = new Map(
  BESIDE.filter((beside) => beside !== "none").map((beside) => [methodOf(beside), beside]),
);
