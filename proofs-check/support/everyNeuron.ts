import { frequency } from "../checks/frequency.ts";
import type { Check } from "../claim.ts";
import { type EndBound, wrongAtEnd } from "./adamwEnd.ts";
import { FLIP_RUNS, flipLetters, flipRun, SEEDS, TIME_WORDS, type TIMES } from "./adamwFlip.ts";
import { sightOf } from "./sight.ts";
import { lettersSizes, sizesText } from "./sizes.ts";

/**
 * How often every neuron's feature has the size that a reading says.
 *
 * size/log n <= -<w_{j,r}, j v> <= size log n for every j and r
 *
 * @param reading whose size it is
 * @param bound that size
 * @param claimed shares of starts that the claim leaves
 * @param when the state is looked at
 * @returns the check
 * Source: ours; [T25] B.8, C.14, which speak of every r.
 */
export const everyNeuron = (
  reading: string,
  bound: EndBound,
  claimed: readonly [number, number],
  when: keyof typeof TIMES,
): Check =>
  frequency({
    ...{ name: `every neuron ${TIME_WORDS[when]}, ${reading}`, part: "feature: every neuron", reading, claimed },
    about: `${bound.words}, up to a factor log n, ${TIME_WORDS[when]}; ${FLIP_RUNS}`,
    at: sizesText(lettersSizes(flipLetters())),
    outcome: (seed, { level }) => {
      const run = flipRun({}, when, seed);
      return wrongAtEnd(bound, run, sightOf(run, level)) === undefined;
    },
    least: SEEDS,
    levels: [1, 2],
  }) as Check;
