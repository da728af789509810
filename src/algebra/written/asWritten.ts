import { InputError } from "../../setting/inputError.ts";
import { CALLED, LANDAU } from "./letters.ts";
import type { Names } from "./names.ts";
import { plainPieces } from "./plain.ts";
import { asTyped, type Written } from "./written.ts";

/** Longer ones, which are no formulas of a paper, could exhaust the stack. */
const LONGEST = 2500;

/** Whether a text needs no translation: plain letters, and parentheses after functions and after nothing else. */
function isPlain(text: string, { known, spelled }: Names): boolean {
  if (!/^[\w \t+\-*/^(),.=<>~]*$/.test(text)) return false;
  return [...text.matchAll(/(?<![\w.])([A-Za-z]\w*)~?(\s*\()?/g)].every(([, name = "", open]) => {
    if (known.has(name)) return open === undefined;
    if (spelled.has(name) || name === "e") return false;
    if (open === undefined) return !CALLED.has(name);
    return CALLED.get(name) === name || LANDAU.has(name);
  });
}

/**
 * A formula or a statement as people write it, in plain letters.
 *
 * @param typed plain, in LaTeX or in Unicode, mixed as they come: "\sigma_0^{q-2} \ll \frac{B^2}{n} \wedge 1", "σ₀ = O(n log³ n)"
 * @param names what names mean
 * @returns the plain text, with the places of what was typed; a plain text as it is
 * @throws InputError, with the position in what was typed, where it could mean two things
 * Source: ours.
 * @example
 * asWritten("\\frac{1}{\\sqrt{n}} \\log^2 n", { known: new Set(["n"]), spelled: new Map() }).plain // => "( ( 1 ) / ( sqrt ( n ) ) ) * ( log ( n ) ^ 2 )"
 */
export function asWritten(typed: string, names: Names): Written {
  if (isPlain(typed, names)) return asTyped(typed);
  if (typed.length > LONGEST) {
    throw new InputError(`a formula must have at most ${LONGEST} characters, but has ${typed.length}; shorten it`);
  }
  const pieces = plainPieces(typed, names);
  const plain = pieces.map(({ text }) => text).join(" ");
  // The space after a piece stands where the next one begins.
  const places = pieces.flatMap(({ text, at }, k) => [
    ...Array.from(text, () => at + 1),
    (pieces[k + 1]?.at ?? typed.length) + 1,
  ]);
  return { typed, plain, at: (place) => places[place - 1] ?? typed.length + 1 };
}
