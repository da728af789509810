import { frequency } from "../../checks/frequency.ts";
import type { Check } from "../../claim.ts";
import { lettersSizes, sizesText } from "../choices/sizes.ts";
import { sightOf } from "../evidence/sight.ts";
import { statedFor } from "../evidence/statedFor.ts";
import { type EndBound, wrongAtEnd } from "./adamwEnd.ts";
import { type FlipStudy, flipLetters, flipRun, flipRuns, SEEDS, TIME_WORDS } from "./adamwFlip.ts";

/**
 * How often every neuron's feature has the size that a reading says.
 *
 * size/log n <= -<w_{j,r}, j v> <= size log n for every j and r
 *
 * @param reading whose size it is
 * @param bound that size
 * @param claimed shares of starts that the claim leaves
 * @param study when the state is looked at, and where
 * @returns the check
 * Source: ours; [T25] B.8, C.14, which speak of every r.
 */
export const everyNeuron = (
  reading: string,
  bound: EndBound,
  claimed: readonly [number, number],
  { when, where = {}, called, least = SEEDS }: Pick<FlipStudy, "when" | "where" | "called" | "least">,
): Check => {
  const at = called === undefined ? "" : `, ${called}`;
  return frequency({
    ...{ asymptotic: true, reading, claimed, least, levels: statedFor(reading) },
    ...{ name: `every neuron ${TIME_WORDS[when]}${at}, ${reading}`, part: `feature: every neuron${at}` },
    about: `${bound.words}, up to a factor log n, ${TIME_WORDS[when]}; ${flipRuns(where)}`,
    at: sizesText(lettersSizes(flipLetters(where))),
    outcome: (seed, { level }) => {
      const run = flipRun(where, when, seed);
      return wrongAtEnd(bound, run, sightOf(run, level)) === undefined;
    },
  }) as Check;
};
