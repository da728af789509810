import { FIELDS } from "../choice/fields.ts";
import type { Choice } from "../choice/state.ts";
import { make } from "../page/dom.ts";
import { type Ask, type Control, newRefusal } from "./control.ts";

/**
 * A choice of one of several words.
 *
 * @param name what is chosen
 * @param options the values, and what they are called
 * @param ask told what is picked
 * @param partOf what changes with a value; that alone unless given
 * @returns the control
 */
export function newSelect(
  name: keyof Choice,
  options: readonly (readonly [value: string, words: string])[],
  ask: Ask,
  partOf: (value: string, now: Choice) => Partial<Choice> = (value) => ({ [name]: value }),
): Control {
  const select = make(
    "select",
    {
      id: name,
      onchange: async () => refusal.say(await ask((now) => partOf(select.value, now))),
    },
    ...options.map(([value, words]) => make("option", { value }, words)),
  );
  const refusal = newRefusal(name, select);
  return {
    element: make(
      "div",
      { class: "control" },
      make("label", { for: name }, FIELDS[name].label),
      select,
      refusal.element,
    ),
    show(choice) {
      select.value = String(choice[name]);
      refusal.say(undefined);
    },
  };
}
