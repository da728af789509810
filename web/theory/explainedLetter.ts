import { termOf } from "./glossary.ts";

/** The letter that a MathML element writes, with its subscript. */
function letterIn(element: Element): string {
  const parent = element.parentElement;
  return parent?.tagName.toLowerCase() === "msub" && parent.firstElementChild === element
    ? `${element.textContent}_${parent.lastElementChild?.textContent}`
    : (element.textContent ?? "");
}

/** What is said of a letter of a formula, if it is one of ours. */
export function explainedLetter(element: Element): string | undefined {
  const term = termOf(letterIn(element));
  return term && `${term.letter}: ${term.meaning}`;
}
