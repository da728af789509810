import type { Choice } from "../choice/state.ts";
import { make } from "../page/dom.ts";

/** A part of the form. */
export interface Control {
  readonly name: keyof Choice;
  readonly element: HTMLElement;
  /** Shows a choice, and takes away what was said of one that cannot be. */
  show(choice: Choice): void;
  /** Says at the field why what stands in it cannot be used; undefined takes it away. */
  say(sentence: string | undefined): void;
}

/**
 * Asks for a choice.
 *
 * @param next gives what changes; it throws InputError for what is no value
 * @param dragging whether a slider is on its way
 * @returns why it cannot be, in a sentence; undefined where it is
 */
export type Ask = (next: (now: Choice) => Partial<Choice>, dragging?: boolean) => Promise<string | undefined>;

/** A place below a field for the sentence why what stands in it cannot be. */
export interface Refusal {
  readonly element: HTMLElement;
  /** Says it and marks its fields; undefined takes it away. */
  say(sentence: string | undefined): void;
}

/**
 * Makes the place of a field's errors.
 *
 * @param id of the field
 * @param inputs that are marked as wrong, and described by it
 * @returns the place, empty
 */
export function newRefusal(id: string, ...inputs: HTMLElement[]): Refusal {
  const element = make("p", { class: "refusal", id: `${id}-error`, role: "alert", hidden: true });
  return {
    element,
    say(sentence = "") {
      if (element.textContent === sentence) return;
      element.textContent = sentence;
      element.hidden = sentence === "";
      // What is wrong is seen, also where its field is folded away.
      if (sentence !== "") element.closest<HTMLDetailsElement>(".more")?.setAttribute("open", "");
      for (const input of inputs) {
        for (const [name, value] of [
          ["aria-invalid", "true"],
          ["aria-describedby", element.id],
        ] as const) {
          if (sentence === "") input.removeAttribute(name);
          else input.setAttribute(name, value);
        }
      }
    },
  };
}
