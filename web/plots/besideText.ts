import { byId } from "../page/dom.ts";
import type { Session } from "../training/session.ts";
import { outcomeOf, refusalOf } from "../training/watched.ts";

const EXACT = "Wide and pale: the same training in coefficients, signal and noise alone (level 1).";
const SIGNS = "Wide and pale: the papers’ sign recurrence from the same start (level 2).";

function wordsOf({ choice, beside }: Session): string {
  if (choice.beside === "none" || !beside) return "";
  const refusal = refusalOf(beside);
  if (refusal !== undefined) return `Nothing can be laid over it: ${refusal}.`;
  const outcome = outcomeOf(beside);
  const method = outcome && "method" in outcome ? ` Method ${outcome.method.name}: ${outcome.method.about}.` : "";
  return `${choice.beside === "signs" ? SIGNS : EXACT}${method}`;
}

/** Says what is laid over the network's curves, or why nothing is. */
export function showBeside(session: Session): void {
  const words = wordsOf(session);
  const place = byId("beside-words");
  if (place.textContent !== words) place.textContent = words;
  place.hidden = words === "";
}
