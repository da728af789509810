import type { Carried } from "../../src/optimizers/formula/carried.ts";
import { isUnread } from "./formula.ts";
import { learn } from "./own.ts";
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
 * @throws InputError, one sentence, for formulas that are none
 */
export async function readOwn(choice: Choice): Promise<void> {
  if (!isUnread(choice)) return;
  // The reader of formulas is large, and few readers of the page type one in.
  const { readFormula } = await import("./readFormula.ts");
  // Another call may have read it meanwhile.
  if (isUnread(choice)) learn(readFormula(choice));
}
