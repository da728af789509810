import { asWritten } from "../../algebra/written/asWritten.ts";
import { lexemesOf } from "../../algebra/written/lexemes.ts";
import type { Names } from "../../algebra/written/names.ts";
import { DOMAIN } from "./domain.ts";
import { SYMBOLS } from "./symbols.ts";

/** The papers' letters as they are typed, sigma_0 or epsilon, and our names for them. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  Object.entries(SYMBOLS).flatMap(([name, { latex }]) => {
    const spelled = lexemesOf(latex)[0]?.text as string;
    return [spelled, spelled.replace("_", "")].filter((one) => one !== name).map((one) => [one, name] as const);
  }),
);

/** What names mean in formulas of the papers' symbols, with others that are defined. */
export const namesOf = (defined: ReadonlySet<string>): Names => ({
  known: new Set([...Object.keys(SYMBOLS), ...Object.keys(DOMAIN), ...defined]),
  spelled: SPELLED,
});

/** A name, a formula or a statement in plain letters, of no names but the papers'. */
export const plainText = (typed: string): string => asWritten(typed, namesOf(new Set())).plain;
