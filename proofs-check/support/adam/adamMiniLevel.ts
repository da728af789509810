import { integerPower } from "../../../src/numeric/integerPower.ts";
import { power } from "../../../src/numeric/power.ts";
import { frequency } from "../../checks/frequency.ts";
import type { Check } from "../../claim.ts";
import { MINI, runFor } from "../choices/adamChoices.ts";
import { choiceSizes, sizesText } from "../choices/sizes.ts";
import { levelAt, marginAt } from "../evidence/restLevel.ts";
import { featureOutputs, features, sightOf } from "../evidence/sight.ts";

/** In 1/eta: about two are spent until one neuron of a class is left. */
const REST = 6;
/** q eta/u for each of a few steps of sign size. */
const FEW_STEPS = 0.02;

const PART = "feature: level of rest";

/**
 * That the feature comes to rest at C.7's level, up to what its 1/m leaves open.
 *
 * level <= max_r <w,jv> <= (2 m)^(1/q) level,  level = ((1/m) log(1/lambda - 1))^(1/q):  M of m neurons share the output, 1 <= M <= m, and
 * log(q p u^(q-2)/lambda) <= 2 log(1/lambda) while q p u^(q-2) <= 1/lambda
 *
 * @param reading whose level it is
 * @param multiple of the level, 1 unless the check is to fail
 * @returns the check
 * Source: [T25] proof of Lemma C.7; ours, docs/notes/levels.md.
 */
export const printedLevel = (reading: string, multiple: number): Check =>
  frequency({
    asymptotic: true,
    ...{ name: "level-printed", part: PART, reading, at: sizesText(choiceSizes(MINI)), levels: [1, 2] },
    about: `at t = ${REST}/eta the feature of both classes is at least ${multiple} times ((1/m) log(1/lambda - 1))^(1/q), and at most (2 m)^(1/q) times that`,
    claimed: [0.5, 1],
    outcome(seed, { level }) {
      const input = runFor(MINI, REST, seed);
      const { m, q } = input.setting;
      const least = multiple * levelAt(input.optimizer.weightDecay, m, q);
      return features(sightOf(input, level)).every((u) => u >= least && u <= power(2 * m, 1 / q) * least);
    },
  }) as Check;

/**
 * That the feature comes to rest where a batch's pull is that of decay.
 *
 * q p |l| u^(q-1) = lambda u, so sum_r [j u_r]_+^q = log(q p u^(q-2)/lambda - 1), p from 1/b to 1 the class's share of a batch
 *
 * @param reading whose part it is evidence for
 * @returns the check
 * Source: ours, docs/notes/levels.md.
 */
export const levelOfRest = (reading: string): Check =>
  frequency({
    ...{ name: "level-derived", part: PART, reading, at: sizesText(choiceSizes(MINI)), levels: [1, 2] },
    about: `at t = ${REST}/eta the feature's output of both classes is log(q p u^(q-2)/lambda - 1), p between 1/b and 1, within ${FEW_STEPS} of it`,
    claimed: [0.5, 1],
    outcome(seed, { level }) {
      const input = runFor(MINI, REST, seed);
      const { q } = input.setting;
      const sight = sightOf(input, level);
      const largest = features(sight);
      return featureOutputs(sight, q).every((output, side) => {
        const pull = q * integerPower(Math.max(largest[side] as number, 0), q - 2);
        const [low, high] = [1 / input.batchSize, 1].map((p) => marginAt(input.optimizer.weightDecay / (p * pull)));
        return output >= (1 - FEW_STEPS) * (low as number) && output <= (1 + FEW_STEPS) * (high as number);
      });
    },
  }) as Check;
