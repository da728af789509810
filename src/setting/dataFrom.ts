import { parseDocument } from "yaml";
import { duplicateKey } from "./duplicateKey.ts";
import { InputError, show } from "./inputError.ts";

/** What a text holds as JSON; undefined where it is none. JSON is read by the engine: a start of 5 MB takes 0.06 s, as YAML 2.4 s. */
function jsonFrom(text: string, name: string): { readonly value: unknown } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const twice = duplicateKey(text);
  if (!twice) return { value };
  throw new InputError(
    `line ${twice.line} of ${name} must have a key that is there once, but has ${show(twice.key)} again; remove one of them`,
  );
}

/** The first line of what a parser says, with the place that it may tell at its end. */
const said = (error: unknown) => ((error as Error).message.split("\n")[0] as string).replace(/:$/, "");

/**
 * The data that a text holds.
 *
 * @param text YAML 1.2, of which JSON is a part: comments, trailing commas and names without quotes are fine
 * @param name of the file, for errors
 * @returns the value
 * @throws InputError for what is neither, and for a key that an object has twice, with its line
 * Source: ours, on the package yaml.
 * @example
 * dataFrom("{epochs: 3, # few\n}", "run.yaml") // => { epochs: 3 }
 */
export function dataFrom(text: string, name: string): unknown {
  const json = jsonFrom(text, name);
  if (json) return json.value;
  try {
    const document = parseDocument(text);
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS();
  } catch (error) {
    // Of several kinds: an alias that names nothing, or stands for too much, is a ReferenceError.
    throw new InputError(`${name} must hold YAML or JSON, but the parser says: ${said(error)}; correct it there`);
  }
}
