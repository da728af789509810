import { InputError } from "../../../src/setting/inputError.ts";
import { byId } from "../../page/dom.ts";
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
  const bound = byId<HTMLInputElement>("bound-text");
  const given = byId<HTMLTextAreaElement>("bound-given");
  const answer = byId("bound-answer");
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
