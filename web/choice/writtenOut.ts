import { InputError, show } from "../../src/setting/inputError.ts";
import { jsonFrom } from "../../src/setting/jsonFrom.ts";

/** Characters at most: the address holds them, and browsers take addresses of two million. */
const MOST = 1e6;

/** The last text of each field and what it holds: a large one is read once. */
const read = new Map<string, { readonly text: string; readonly value: unknown }>();

/**
 * What is written out in a field: a start, or batches.
 *
 * @param name of the field
 * @param text JSON as in a run file
 * @returns the value, not yet checked
 * @throws InputError, one sentence, for what is no JSON, and for more than an address can hold
 */
export function writtenOut(name: "start" | "batches", text: string): unknown {
  const known = read.get(name);
  if (known?.text === text) return known.value;
  if (text.length > MOST) {
    throw new InputError(
      `${name} must be at most ${MOST} characters in the page, whose address holds it, but has ${text.length}; train it with adamcheck simulate`,
    );
  }
  const json = jsonFrom(text, name);
  if (!json)
    throw new InputError(`${name} must be JSON as in a run file, but is ${show(text)}; correct it or leave it empty`);
  read.set(name, { text, value: json.value });
  return json.value;
}
