import type { Margin } from "./margin.ts";
import type { Theorem } from "./theorems.ts";

/** Whether a run meets what a theorem assumes. */
export interface TheoremVerdict extends Pick<Theorem, "id" | "name" | "source" | "says"> {
  readonly applies: boolean;
  /** Every reason why not; empty if it applies. */
  readonly because: readonly string[];
  readonly sentence: string;
}

/** What a theorem is asked about. */
export interface VerdictInput {
  readonly optimizer: string;
  /** Margins by hypothesis, of all that the theorem needs; the theorem's own first. */
  readonly margins: readonly Margin[];
  /** Why the supports of this start are not disjoint, if they are not. */
  readonly shared?: string | undefined;
}

const failure = ({ name, ratio, needs }: Margin) =>
  `${name} fails (${typeof ratio === "number" ? Number(ratio.toPrecision(4)) : ratio}, but must be ${needs})`;

/**
 * Says whether a theorem applies to a run, with every reason why not.
 *
 * @param theorem an entry of `THEOREMS`
 * @param input the run's optimizer, margins and supports
 * @returns the verdict and a sentence
 * Source: ours.
 */
export function verdictOf(theorem: Theorem, { optimizer, margins, shared }: VerdictInput): TheoremVerdict {
  const { id, name, source, says, optimizers } = theorem;
  const because = optimizers.includes(optimizer)
    ? [...(shared === undefined ? [] : [shared]), ...margins.filter(({ holds }) => !holds).map(failure)]
    : [`it is about ${optimizers.join(" and ")}, but the run trains with ${optimizer}`];
  const applies = because.length === 0;
  const sentence = applies ? `${name} applies: ${says}.` : `${name} does not apply (${says}): ${because.join("; ")}.`;
  return { id, name, source, says, applies, because, sentence };
}
