import type { How } from "../../src/papers/item.ts";
import type { PaperPart } from "./item.ts";

/**
 * How faithful a claim is to the papers' text: the least faithful of the items that it checks.
 *
 * @param parts every item of the papers
 * @param id of the claim
 * @returns "faithful" or "a reading"; null where no item names it
 * Source: ours.
 * @example
 * howStated([], "thm-4.1") // => null
 */
export function howStated(parts: readonly PaperPart[], id: string): How | null {
  const own = parts.flatMap(({ items }) => items).filter(({ claims }) => claims?.includes(id));
  return own.find(({ how }) => how !== "faithful")?.how ?? own[0]?.how ?? null;
}
