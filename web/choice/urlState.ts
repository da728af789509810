import { numberFrom } from "../../src/cli/numbers.ts";
import { InputError, show } from "../../src/setting/inputError.ts";
import { FIELDS } from "./fields.ts";
import { type Choice, FIRST, runOf, standardOf } from "./state.ts";

/** Named in every address; the rest where it is not the preset's own. */
const ALWAYS: readonly (keyof Choice)[] = [
  ...(["preset", "optimizer", "weightDecay", "batchSize", "lr", "epochs", "alpha", "sigma0", "s"] as const),
  ...(["supports", "seed", "beside", "time"] as const),
];

const NAMES = Object.keys(FIELDS) as (keyof Choice)[];

/** Of an address, before the choice that stands beside the first. */
const PINNED = "a";

function valueOf(name: string, text: string): string | number {
  const { kind } = FIELDS[name as keyof Choice];
  if (kind === "number" || kind === "auto") return numberFrom(name, text);
  if (kind !== "text" && !kind.includes(text)) {
    const listed = kind.map((word) => `"${word}"`).join(", ");
    throw new InputError(`${name} must be one of ${listed}, but is ${show(text)}; correct it`);
  }
  return text;
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
  const standard = standardOf(choice.preset);
  const names = NAMES.filter((name) => ALWAYS.includes(name) || choice[name] !== standard[name]);
  return new URLSearchParams(names.map((name): [string, string] => [name, String(choice[name])])).toString();
}

/**
 * The choice of an address, of which it is not yet known whether it can be trained. What it does not name is the preset's own.
 *
 * @param hash with or without "#"; from anyone, so everything in it is checked
 * @returns a choice
 * @throws InputError, one sentence with the name, the rule, the value and what to do
 */
export function choiceOf(hash: string): Choice {
  const entries = [...new URLSearchParams(hash.replace(/^#/, ""))];
  const unknown = entries.find(([name]) => !Object.hasOwn(FIELDS, name));
  if (unknown) {
    const [name, text] = unknown;
    throw new InputError(
      `${show(name)} must be one of ${NAMES.join(", ")}, but is not (its value is ${show(text)}); remove it from the address`,
    );
  }
  const given = Object.fromEntries(entries.map(([name, text]) => [name, valueOf(name, text)]));
  return { ...standardOf(String(given.preset ?? FIRST.preset)), ...given };
}

/**
 * The choice of an address, one whose run can be trained.
 *
 * @param hash as for `choiceOf`; an optimizer by formula must have been read
 * @returns a choice whose run is one that can be trained
 * @throws InputError as `choiceOf`, and where its numbers do not fit together
 */
export function fromHash(hash: string): Choice {
  const choice = choiceOf(hash);
  runOf(choice);
  return choice;
}

/** What stands in the page: a choice, and the one that is pinned beside it, if one is. */
export interface Address {
  readonly choice: Choice;
  readonly pinned?: Choice | undefined;
}

/** The part of an address behind "#" of all that stands in the page. */
export const toAddress = ({ choice, pinned }: Address): string =>
  `${toHash(choice)}${pinned ? `&${new URLSearchParams({ [PINNED]: toHash(pinned) })}` : ""}`;

/**
 * What an address says stands in the page.
 *
 * @param hash with or without "#", as `toAddress` gives it
 * @returns its choices, not yet known to be ones that can be trained
 * @throws InputError as `choiceOf`
 */
export function fromAddress(hash: string): Address {
  const entries = new URLSearchParams(hash.replace(/^#/, ""));
  const pinned = entries.get(PINNED);
  entries.delete(PINNED);
  return { choice: choiceOf(String(entries)), ...(pinned !== null && { pinned: choiceOf(pinned) }) };
}
