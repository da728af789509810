import { type Remote, wrap } from "comlink";
import { byId } from "../../page/dom.ts";
import { sentence } from "../../page/sentence.ts";
import type { boundText } from "./boundText.ts";

/** Milliseconds that a text rests before it is answered. */
const REST = 250;

/**
 * Takes charge of the place where a bound is typed: its worker is loaded now, and answers whenever the texts rest.
 *
 * @param onFault told why there is no answer, where that is no fault of the texts
 */
export function mountBound(onFault: (message: string) => void): void {
  const library: Remote<{ boundText: typeof boundText }> = wrap(
    new Worker(new URL("./boundWorker.ts", import.meta.url), { type: "module" }),
  );
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
      text = await library.boundText(bound.value, given.value);
    } catch (error) {
      const { name, message } = error as Error;
      // An error that travels loses its class.
      if (name === "InputError") text = `${sentence(message)}.`;
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
