import { InputError, show } from "./inputError.ts";

/** Letters to change, leave out, put in or exchange with a neighbour between two words (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, k) => k)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const [before, twoBefore] = [rows[i - 1] as number[], rows[i - 2]];
    for (let k = 1; k <= b.length; k++) {
      const changed = (before[k - 1] as number) + Number(a[i - 1] !== b[k - 1]);
      const exchanged =
        twoBefore && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]
          ? (twoBefore[k - 2] as number) + 1
          : Infinity;
      row.push(Math.min(changed, exchanged, (before[k] as number) + 1, (row[k - 1] as number) + 1));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] as number;
}

/** Names near a word, the nearest first. */
const near = (name: string, names: readonly string[]): string[] =>
  names
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(1, candidate.length / 3) && far < candidate.length)
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);

/**
 * The name that was meant, if one is near.
 *
 * @param name as given
 * @param names that exist
 * @returns the nearest, at most a third of its letters away, but not all of them; undefined where none is
 * @example
 * nearest("adma", ["sgd", "adam"]) // => "adam"
 * nearest("lion", ["sgd", "adam"]) // => undefined
 */
export const nearest = (name: string, names: readonly string[]): string | undefined => near(name, names)[0];

/**
 * Refuses a name that is none.
 *
 * @param field that names something
 * @param name as given
 * @param names that exist
 * @throws InputError with all of them, and the nearest
 */
export function mustName(field: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  throw new InputError(`${field} must name one of ${names.join(", ")}, but is ${show(name)}; ${advice(name, names)}`);
}

/** More names than these are not read in a sentence. */
const MANY = 12;
const FEW = 3;

/**
 * Refuses a name that is none of perhaps very many.
 *
 * @param field that names something
 * @param name as given
 * @param names that exist
 * @param listed what prints them: "--list"
 * @throws InputError with all of them where they are few, else with those that hold what was given, or are near it, and what prints all
 */
export function mustNameOneOf(field: string, name: string, names: readonly string[], listed: string): void {
  if (names.length <= MANY) return mustName(field, name, names);
  if (names.includes(name)) return;
  const found = [...new Set([...names.filter((each) => name !== "" && each.includes(name)), ...near(name, names)])];
  const meant = found.slice(0, FEW).join(", ");
  throw new InputError(
    `${field} must name one of ${names.length}, which ${listed} prints, but is ${show(name)}; ${meant === "" ? "correct it" : `did you mean ${meant}?`}`,
  );
}

/**
 * What to do about a name that is none.
 *
 * @param name as given
 * @param names that exist
 * @param otherwise what to do where none is near
 * @returns a question with the nearest, or what to do otherwise
 * @example
 * advice("adma", ["sgd", "adam"]) // => 'did you mean "adam"?'
 */
export function advice(name: unknown, names: readonly string[], otherwise = "correct it"): string {
  const meant = typeof name === "string" ? nearest(name, names) : undefined;
  return meant === undefined ? otherwise : `did you mean ${JSON.stringify(meant)}?`;
}
