import type { FamilyConstants } from "../setting/familyConstants.ts";
import { conditionsTable, type FamilyRow, familyTable } from "./familyTable.ts";
import { toText } from "./text/toText.ts";

/** What `family` gives. */
interface Family {
  readonly constants: FamilyConstants;
  readonly family: readonly FamilyRow[];
}

/** At every n, how many of the proofs' conditions hold. */
function answer({ family }: Family): string {
  const held = family.map(({ n, conditions }) => `${conditions.filter(({ holds }) => holds).length} at n = ${n}`);
  return `Of the proofs' ${family[0]?.conditions.length} conditions hold: ${held.join(", ")}.`;
}

/**
 * The scaling family for people: how many conditions hold, the settings, the constants, and the size of each condition.
 *
 * @param found as `family` gives it
 * @param width of a line (default: no limit)
 * @returns text
 */
export function familyText(found: Family, width = Infinity): string {
  const { constants, family } = found;
  const all = Object.entries(constants).map(([name, value]) => `${name} = ${value}`);
  return [
    answer(found),
    "",
    toText(familyTable(family), width),
    "lr: step size; eps: Adam's; drawable: every integer is below 2^53, so that `dynamics` can run it",
    `The constants behind it (--constant): ${all.join(", ")}`,
    "",
    toText(conditionsTable(family), width),
    "left/right: the left side of the formula over its right side, constants 1; `family --help` says what each means",
    "",
  ].join("\n");
}
