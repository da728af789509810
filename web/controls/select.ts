import { FIELDS } from "../choice/fields.ts";
import type { Choice } from "../choice/state.ts";
import { make } from "../page/dom.ts";
import { type Ask, type Control, newRefusal } from "./control.ts";

/** What sets a list apart from one whose values are those of the choice. */
interface Special {
  readonly partOf?: (value: string, now: Choice) => Partial<Choice>;
  /** Undefined where no option is what stands there. */
  readonly shownAs?: (choice: Choice) => string | undefined;
  /** What stands there then. */
  readonly other?: string;
}

/**
 * A choice of one of several words.
 *
 * @param name what is chosen
 * @param options the values, and what they are called
 * @param ask told what is picked
 * @param more what changes with a value: that alone unless given; and what a choice is called that none of the options is
 * @returns the control
 */
export function newSelect(
  name: keyof Choice,
  options: readonly (readonly [value: string, words: string])[],
  ask: Ask,
  { partOf = (value) => ({ [name]: value }), other, shownAs = (choice) => String(choice[name]) }: Special = {},
): Control {
  const select = make(
    "select",
    {
      id: name,
      onchange: async () => refusal.say(await ask((now) => partOf(select.value, now))),
    },
    ...options.map(([value, words]) => make("option", { value }, words)),
    ...(other === undefined ? [] : [make("option", { value: "", hidden: true }, other)]),
  );
  const refusal = newRefusal(name, select);
  return {
    name,
    say: refusal.say,
    element: make(
      "div",
      { class: "control" },
      make("label", { for: name }, FIELDS[name].label),
      select,
      refusal.element,
    ),
    show(choice) {
      select.value = shownAs(choice) ?? "";
      refusal.say(undefined);
    },
  };
}
