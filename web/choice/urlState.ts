import { numberFrom } from "../../src/cli/numbers.ts";
import { InputError, show } from "../../src/setting/inputError.ts";
import { SUPPORTS } from "../../src/setting/setting.ts";
import { BESIDE, type Choice, FIRST, runOf, standardOf, TIMES } from "./state.ts";

const WORDS: Readonly<Partial<Record<string, readonly string[]>>> = { supports: SUPPORTS, beside: BESIDE, time: TIMES };

function valueOf(name: string, text: string): string | number {
  const words = WORDS[name];
  if (words && !words.includes(text)) {
    const listed = words.map((word) => `"${word}"`).join(", ");
    throw new InputError(`${name} must be one of ${listed}, but is ${show(text)}; correct it`);
  }
  return typeof FIRST[name as keyof Choice] === "number" ? numberFrom(name, text) : text;
}

/**
 * A choice as the part of an address behind "#".
 *
 * @param choice any
 * @returns its text, without "#"; the same choice gives the same text
 * @example
 * toHash(fromHash("preset=tiny")).split("&")[0] // => "preset=tiny"
 */
export function toHash(choice: Choice): string {
  const names = Object.keys(FIRST) as (keyof Choice)[];
  return new URLSearchParams(names.map((name): [string, string] => [name, String(choice[name])])).toString();
}

/**
 * The choice of an address. What it does not name is the preset's own.
 *
 * @param hash with or without "#"; from anyone, so everything in it is checked
 * @returns a choice whose run is one that can be trained
 * @throws InputError, one sentence with the name, the rule, the value and what to do
 */
export function fromHash(hash: string): Choice {
  const entries = [...new URLSearchParams(hash.replace(/^#/, ""))];
  const unknown = entries.find(([name]) => !Object.hasOwn(FIRST, name));
  if (unknown) {
    const [name, text] = unknown;
    throw new InputError(
      `${show(name)} must be one of ${Object.keys(FIRST).join(", ")}, but is not (its value is ${show(text)}); remove it from the address`,
    );
  }
  const given = Object.fromEntries(entries.map(([name, text]) => [name, valueOf(name, text)]));
  const choice: Choice = { ...standardOf(String(given.preset ?? FIRST.preset)), ...given };
  runOf(choice);
  return choice;
}
