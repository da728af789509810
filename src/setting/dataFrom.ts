import { parseDocument } from "yaml";
import { InputError } from "./inputError.ts";
import { jsonFrom } from "./jsonFrom.ts";

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
