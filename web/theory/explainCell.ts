import { shortNumber } from "../../src/report/table.ts";
import type { DrawnRun } from "../choice/state.ts";
import { sentence } from "../page/sentence.ts";
import { lettersIn } from "./glossary.ts";
import type { Assumption, Statement } from "./statements.ts";

/** Beyond its bound by this factor; undefined where the bound is no number. */
function factorOf({ ratio, needs }: Assumption): number | undefined {
  const bounds = needs.match(/^[<>]=? (\S+)$|^(\S+) to (\S+)$/);
  if (!bounds || typeof ratio !== "number") return undefined;
  const [least, most] = [Number(bounds[2]), Number(bounds[3])];
  const bound = bounds[1] === undefined ? (ratio < least ? least : most) : Number(bounds[1]);
  const factor = ratio > bound ? ratio / bound : bound / ratio;
  return Number.isFinite(factor) ? factor : undefined;
}

const ratioText = (ratio: number | string) => (typeof ratio === "number" ? shortNumber(ratio) : ratio);

/** Whether a hypothesis holds, and by how much. */
export function marginText(assumption: Assumption): string {
  const { formula, holds, ratio, needs } = assumption;
  if (formula === "") return holds ? "It holds." : "It fails.";
  const factor = factorOf(assumption);
  const by = factor === undefined ? "" : `, by a factor of ${shortNumber(Number(factor.toPrecision(3)))}`;
  return `It ${holds ? "holds" : "fails"}${by}: left/right is ${ratioText(ratio)}, and must be ${needs}.`;
}

/**
 * A cell of the matrix in words.
 *
 * @param statement the column; undefined for the row itself
 * @param assumption the row
 * @param run whose numbers stand behind the letters
 * @returns sentences
 */
export function cellText(statement: Statement | undefined, assumption: Assumption, run: DrawnRun): string[] {
  const { name, formula, meaning } = assumption;
  if (statement && !statement.assumes.includes(name)) return [`${statement.name} does not ask for this: ${meaning}.`];
  const who = statement ? `${statement.name} asks: ` : "";
  return [`${who}${sentence(meaning)}. ${marginText(assumption)}`, ...lettersIn(formula, run)];
}
