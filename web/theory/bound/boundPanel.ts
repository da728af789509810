import "./bound.css";
import { InputError } from "../../../src/setting/inputError.ts";
import { byId, make } from "../../page/dom.ts";
import { sentence } from "../../page/sentence.ts";
import { readBound } from "../library.ts";

/** Milliseconds that a text rests before it is answered. */
const REST = 250;

/**
 * Takes charge of the place where a bound is typed, and answers now and whenever the texts rest.
 *
 * @param onFault told why there is no answer, where that is no fault of the texts
 */
export function mountBound(onFault: (message: string) => void): void {
  const typed = { autocomplete: "off", autocapitalize: "off", spellcheck: "false" };
  const bound = make("input", { id: "bound-text", type: "text", ...typed });
  bound.value = "σ₀^(q-2) ≪ B²/n ∧ 1";
  const given = make("textarea", { id: "bound-given", rows: 3, placeholder: "s = O(sqrt(d)/n^2)", ...typed });
  const answer = make("output", { id: "bound-answer", for: "bound-text bound-given" });
  byId("bound").append(
    make("label", { for: bound.id }, "A formula or a statement, in plain letters, LaTeX or Unicode"),
    bound,
    make("label", { for: given.id }, "Hypotheses, one a line, in any names; without any, the papers’ scaling holds"),
    given,
    answer,
  );
  let rest: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    answer.setAttribute("aria-busy", "true");
    let text = "";
    try {
      text = await readBound(bound.value, given.value);
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof InputError) text = `${sentence(message)}.`;
      else onFault(`the bound has no answer: ${message}`);
    }
    if (mine !== asked) return;
    answer.textContent = text;
    answer.setAttribute("aria-busy", "false");
  };
  for (const field of [bound, given]) {
    field.addEventListener("input", () => {
      clearTimeout(rest);
      rest = setTimeout(ask, REST);
    });
  }
  ask();
}
