import { meaningOf } from "../../setting/glossary.ts";
import type { Words } from "./section.ts";

/**
 * Words with what they mean.
 *
 * @param terms words of the glossary that a section uses, in the order in which it does
 * @returns the block that explains them
 * @throws Error for a word that the glossary has not
 */
export const explained = (...terms: readonly string[]): { readonly kind: "words"; readonly words: Words } => ({
  kind: "words",
  words: Object.fromEntries(terms.map((term) => [term, meaningOf(term)])),
});
