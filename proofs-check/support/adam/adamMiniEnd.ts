import { frequency } from "../../checks/frequency.ts";
import { property } from "../../checks/property.ts";
import type { Check, Level } from "../../claim.ts";
import { hypothesesOf, type RunInput } from "../../meeting.ts";
import { around, MINI, runFor } from "../choices/adamChoices.ts";
import { choiceSizes, sizesText } from "../choices/sizes.ts";
import { statedFor } from "../evidence/statedFor.ts";
import { T0, upTo } from "./adamMiniStart.ts";

/** In 1/eta: the first stage needs about one, and what has been learnt is to last. */
export const LENGTH = 3;

/** Something that is to hold when mini-batch Adam's second stage is over. */
export interface AtTheEnd {
  readonly part: string;
  readonly reading?: string;
  /** `part`-stays unless given. */
  readonly name?: string;
  /** In words. */
  readonly about: string;
  /** When it is looked at: at t = 3/eta unless given. */
  readonly when?: keyof typeof T0;
  violation(input: RunInput, level: Level): string | undefined;
}

/**
 * Something of mini-batch Adam's second stage, at its end or when it begins, at the chosen sizes and wherever the hypotheses hold with constants 1.
 *
 * t = 3/eta, or T0
 *
 * @param what of which part and reading, and how a run violates it
 * @returns the two checks
 * Source: ours; [T25] Lemmas B.3, C.7.
 */
export function atTheEnd({ part, reading, about, when, violation, ...given }: AtTheEnd): Check[] {
  const { name: called = when === undefined ? `${part}-stays` : `${part}-at-T0` } = given;
  const looked = (input: RunInput) => (when === undefined ? input : upTo(T0[when], input));
  const then = when ?? `${LENGTH}/eta`;
  const name = `${called}${reading === undefined ? "" : `, ${reading}`}`;
  const common = { part, levels: statedFor(reading), ...(reading !== undefined && { reading }) } as const;
  return [
    frequency({
      asymptotic: true,
      ...{ ...common, name, about: `${about} at t = ${then}`, at: sizesText(choiceSizes(MINI)) },
      claimed: [0.5, 1],
      outcome: (seed, { level }) => violation(looked(runFor(MINI, LENGTH, seed)), level) === undefined,
    }) as Check,
    property({
      ...{ ...common, name: `${name}-wherever`, about: `${about} at t = ${then}, for betas that forget slowly too` },
      ...{ asymptotic: true, cases: around(hypothesesOf("adam-mini-stage2"), MINI, LENGTH, 6).map(looked), shrinks: 2 },
      violation: (input, { level }) => violation(input, level),
      run: (input) => input,
    }) as Check,
  ];
}
