import { InputError, show } from "../setting/inputError.ts";

/**
 * What an option's word stands for.
 *
 * @param option its name, for errors
 * @param known every word and what it stands for
 * @param name as given
 * @returns what it stands for
 * @throws InputError if it stands for nothing
 */
export function named<T>(option: string, known: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found !== undefined) return found;
  throw new InputError(`${option} must be one of ${Object.keys(known).join(", ")}, but is ${show(name)}; correct it`);
}
