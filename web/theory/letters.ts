import { byId } from "../page/dom.ts";
import { explainIn } from "../page/tip.ts";
import { termOf } from "./glossary.ts";

/** The letter that a MathML element writes, with its subscript. */
function letterIn(element: Element): string {
  const parent = element.parentElement;
  return parent?.tagName.toLowerCase() === "msub" && parent.firstElementChild === element
    ? `${element.textContent}_${parent.lastElementChild?.textContent}`
    : (element.textContent ?? "");
}

function explained(letter: string): string | undefined {
  const term = termOf(letter);
  return term && `${term.letter}: ${term.meaning}`;
}

/** What is said of a letter of a formula, if it is one of ours. */
export const explainedLetter = (element: Element): string | undefined => explained(letterIn(element));

/** Lets the letters of the form explain themselves: under the pointer, and where the keyboard is on their slider or field. */
export function explainControls(): void {
  explainIn(byId("controls"), ".control > label, .control input", (element) => {
    const control = element.closest(".control");
    const letter = control?.querySelector("label i")?.textContent;
    // A mouse that drags a slider needs no words over it.
    const heard = element.tagName === "LABEL" || element.matches(":focus-visible");
    return letter && heard ? explained(letter) : undefined;
  });
}
