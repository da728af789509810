import { numberFrom } from "../../src/cli/numbers.ts";
import { FIELDS } from "../choice/fields.ts";
import type { Choice } from "../choice/state.ts";
import { make } from "../page/dom.ts";
import { type Ask, type Control, newRefusal } from "./control.ts";
import { fitTo } from "./fitTo.ts";

/** How a field that may be left empty says what is meant then, and where it means nothing. */
export interface Meaning {
  /** What stands in its place, pale. */
  standard(choice: Choice): string;
  /** Whether there is something to be said. */
  used(choice: Choice): boolean;
}

/**
 * A field to type in.
 *
 * @param name what is typed
 * @param ask told the value
 * @param meaning of a number that may be left out
 * @returns the control
 */
export function newEntry(name: keyof Choice, ask: Ask, meaning?: Meaning): Control {
  const { label, symbol, kind } = FIELDS[name];
  const valueOf = (text: string) => {
    if (kind === "text") return text;
    return kind === "auto" && text === "" ? null : numberFrom(label, text);
  };
  const input = make("input", {
    ...{ type: "text", id: name, autocomplete: "off", spellcheck: "false" },
    ...(kind !== "text" && { inputmode: "decimal", size: 8 }),
    onchange: async () => refusal.say(await ask(() => ({ [name]: valueOf(input.value.trim()) }))),
  });
  const refusal = newRefusal(name, input);
  return {
    name,
    say: refusal.say,
    element: make(
      "div",
      { class: kind === "text" ? "control wide" : "control" },
      make("label", { for: name }, label, ...(symbol === undefined ? [] : [" ", make("i", {}, symbol)])),
      input,
      refusal.element,
    ),
    show(choice) {
      const value = choice[name];
      input.value = value === null ? "" : String(value);
      if (kind !== "text") fitTo(input);
      if (meaning) {
        input.placeholder = meaning.standard(choice);
        input.disabled = !meaning.used(choice);
      }
      refusal.say(undefined);
    },
  };
}
