import type { NetworkName } from "../../setting/network.ts";
import type { Margin } from "./margin.ts";
import type { Theorem } from "./theorems.ts";

/** Whether a run meets what a theorem assumes. */
export interface TheoremVerdict extends Pick<Theorem, "id" | "name" | "source" | "says"> {
  /** Whether it is about runs of this kind at all: this optimizer, this network. */
  readonly concerns: boolean;
  readonly applies: boolean;
  /** Every reason why not; empty if it applies. */
  readonly because: readonly string[];
  readonly sentence: string;
}

/** What a theorem is asked about. */
export interface VerdictInput {
  readonly optimizer: string;
  readonly network: NetworkName;
  /** Margins by hypothesis, of all that the theorem needs; the theorem's own first. */
  readonly margins: readonly Margin[];
  /** Why the supports of this start are not disjoint, if they are not. */
  readonly shared?: string | undefined;
}

const failure = ({ name, formula, ratio, needs }: Margin) =>
  `${name} fails (${formula}: left/right is ${typeof ratio === "number" ? Number(ratio.toPrecision(4)) : ratio}, but must be ${needs})`;

/** Why a theorem is about other runs, if it is. */
function elsewhere({ optimizers, networks }: Theorem, { optimizer, network }: VerdictInput): string[] {
  return [
    ...(optimizers.includes(optimizer)
      ? []
      : [`it is about ${optimizers.join(" and ")}, but the run trains with ${optimizer}`]),
    ...(networks.includes(network)
      ? []
      : [`it is about the ${networks.join(" and ")} network, but the run trains the ${network} one`]),
  ];
}

/**
 * Says whether a theorem applies to a run, with every reason why not.
 *
 * @param theorem an entry of `THEOREMS`
 * @param input the run's optimizer and network, margins and supports
 * @returns the verdict and a sentence
 * Source: ours.
 */
export function verdictOf(theorem: Theorem, input: VerdictInput): TheoremVerdict {
  const { id, name, source, says } = theorem;
  const { margins, shared } = input;
  const other = elsewhere(theorem, input);
  const concerns = other.length === 0;
  const because = concerns
    ? [...(shared === undefined ? [] : [shared]), ...margins.filter(({ holds }) => !holds).map(failure)]
    : other;
  const applies = because.length === 0;
  const sentence = applies ? `${name} applies: ${says}.` : `${name} does not apply (${says}): ${because.join("; ")}.`;
  return { id, name, source, says, concerns, applies, because, sentence };
}
