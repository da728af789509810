import type { Decay } from "./decay.ts";
import type { Formulas } from "./optimizer.ts";

/** A name or a call stands in a product as it is. */
const factor = (text: string) => (/^\w+(\([^()]*\))?$/.test(text) ? text : `(${text})`);

/**
 * An optimizer's formulas in a line.
 *
 * @param decay where lambda enters
 * @param formulas as text
 * @returns what is done, in order; "<-" gives a name its new number
 * Source: ours.
 * @example
 * formulaLine("decoupled", { memory: { mom: "b1*mom + g" }, direction: "sign(mom)" }) // => "mom <- b1*mom + g; w <- (1 - eta*lambda)*w - eta*sign(mom)"
 */
export function formulaLine(decay: Decay, formulas: Formulas): string {
  const gradient = decay === "coupled" ? ["g <- g + lambda*w"] : [];
  const memories = Object.entries(formulas.memory ?? {}).map(([name, text]) => `${name} <- ${text}`);
  const step = "step" in formulas ? formulas.step : `eta*${factor(formulas.direction)}`;
  const weight = `w <- ${decay === "coupled" ? "w" : "(1 - eta*lambda)*w"} - ${step}`;
  return [...gradient, ...memories, weight].join("; ");
}
