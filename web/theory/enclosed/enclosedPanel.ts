import "../bound/bound.css";
import { InputError } from "../../../src/setting/inputError.ts";
import { ownOptimizers } from "../../choice/own.ts";
import type { DrawnRun } from "../../choice/state.ts";
import { byId, make } from "../../page/dom.ts";
import { sentence } from "../../page/sentence.ts";
import { fromReader, newLibrary } from "../library.ts";

/**
 * Takes charge of the place where the run on screen is enclosed, and answers now and whenever that is asked again.
 *
 * @param current the run on screen
 * @param onFault told why there is no answer, where that is no fault of the run
 */
export function mountEnclosed(current: () => DrawnRun, onFault: (message: string) => void): void {
  const worker = newLibrary();
  const again = make("button", { type: "button" }, "Enclose the run on screen");
  const answer = make("output", { id: "enclosed-answer" });
  byId("enclosed").append(again, answer);
  const ask = async () => {
    answer.setAttribute("aria-busy", "true");
    again.disabled = true;
    let text = "";
    try {
      await worker.define(ownOptimizers());
      text = await fromReader(worker.enclosedText(current()));
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof InputError) text = `${sentence(message)}.`;
      else onFault(`there are no enclosures: ${message}`);
    }
    answer.textContent = text;
    answer.setAttribute("aria-busy", "false");
    again.disabled = false;
  };
  again.addEventListener("click", ask);
  ask();
}
