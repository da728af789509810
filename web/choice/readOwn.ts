import type { Carried } from "../../src/optimizers/formula/carried.ts";
import { isUnread } from "./formula.ts";
import { learn, ownOptimizers } from "./own.ts";
import type { Choice } from "./state.ts";

/** Fetches the optimizers served beside the page, and makes them known in it. A static host that lacks the file has none. */
export async function fetchOwn(): Promise<void> {
  const answer = await fetch("./own.json").catch(() => undefined);
  const served = answer?.ok ? ((await answer.json()) as Carried[]) : [];
  for (const own of served) learn(own);
}

/**
 * Makes the optimizer of a choice known, where it is typed in and has not been read.
 *
 * @param choice any
 * @param read what reads formulas: they take a library, which a worker has
 * @throws InputError, one sentence, for formulas that are none
 */
export async function readOwn(choice: Choice, read: (choice: Choice) => Carried | Promise<Carried>): Promise<void> {
  if (!isUnread(choice)) return;
  const carried = await read(choice);
  // Another call may have read it meanwhile.
  if (!ownOptimizers().some(({ name }) => name === carried.name)) learn(carried);
}
