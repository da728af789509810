import { claims, statements } from "virtual:formulas";
import { make } from "../page/dom.ts";

/** MathML that was made when the page was built, or the text itself where there is none. */
function formula(mathml: string | undefined, otherwise: string): HTMLElement {
  const place = make("span", { class: "formula" });
  if (mathml === undefined) place.textContent = otherwise;
  else place.innerHTML = mathml;
  return place;
}

/** A hypothesis, typeset. */
export const hypothesisFormula = (text: string): HTMLElement => formula(statements[text], text);

/** What a claim says, typeset; undefined where it is not said as a formula. */
export const claimFormula = (id: string): HTMLElement | undefined =>
  claims[id] === undefined ? undefined : formula(claims[id], "");
