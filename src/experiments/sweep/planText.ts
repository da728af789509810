import { parse } from "yaml";
import { InputError } from "../../setting/inputError.ts";
import { type Plan, parsePlan } from "./plan.ts";

/**
 * Reads a plan from its text.
 *
 * @param text YAML 1.2, of which JSON is a part
 * @param name of the file, for errors
 * @returns the plan
 * @throws InputError
 */
export function planFrom(text: string, name: string): Plan {
  let input: unknown;
  try {
    input = parse(text);
  } catch (error) {
    // Of several kinds: an alias that names nothing, or stands for too much, is a ReferenceError.
    const [first] = (error as Error).message.split("\n");
    throw new InputError(`${name} must hold YAML or JSON, but the parser says: ${first}; correct it there`);
  }
  return parsePlan(input);
}
