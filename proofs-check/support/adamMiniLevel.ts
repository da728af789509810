import { integerPower } from "../../src/numeric/integerPower.ts";
import { power } from "../../src/numeric/power.ts";
import { frequency } from "../checks/frequency.ts";
import { scaling } from "../checks/scaling.ts";
import type { Check } from "../claim.ts";
import { MINI, runFor } from "./adamChoices.ts";
import { type Choice, chosenRun } from "./chosenRun.ts";
import { levelAt, marginAt } from "./restLevel.ts";
import { featureOutputs, features, sightOf } from "./sight.ts";
import { choiceSizes, sizesOver, sizesText } from "./sizes.ts";

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

/** How [T25] says the length of the first stage, in steps: twice, and neither as Lemma C.6 does. */
const LENGTHS = [
  {
    ...{ over: "s sigmaP", where: "5.2: T0 = 1/(eta s sigmaP)", grid: [1.1, 1.5, 2] },
    choice: (x: number): Choice => ({ ...MINI, m: 5, sigmaP: x / MINI.s }),
    steps: ({ s, sigmaP = 0 }: Choice, lr: number) => 1 / (lr * s * sigmaP),
  },
  {
    ...{ over: "n/b", where: "B.2: T0 = b/(eta n)", grid: [24, 40, 68] },
    choice: (x: number): Choice => ({ ...MINI, n: 2 * x, m: 5, sigma0: 0.012 }),
    steps: ({ n, batchSize = n }: Choice, lr: number) => batchSize / (lr * n),
  },
] as const;

/**
 * That the feature is Theta~(1) as soon as the first stage is over.
 *
 * max_r <w,jv> at t = T0 over the letters that T0 depends on
 *
 * @param reading whose it is
 * @param claimed exponent, 0 for Theta~(1)
 * @returns a check for each T0
 * Source: [T25] Lemmas 5.2, B.2 and 5.3 = B.3: "for t > T0".
 */
export const featureFrom = (reading: string, claimed: number): Check[] =>
  LENGTHS.map(
    ({ over, where, grid, choice, steps }) =>
      scaling({
        ...{ name: `feature from T0 over ${over}`, part: `feature from T0 on, ${where}`, reading, over, grid, claimed },
        about: `max_r <w,jv> of the class that learnt more, at t = T0, ${where}`,
        at: sizesOver(
          grid.map((x) => choiceSizes(choice(x))),
          over,
        ),
        slack: { exponent: 0.2, because: "what was there at the start, up to 0.2, is added to it" },
        levels: [1, 2],
        quantity(x, seed, { level }) {
          const at = choice(x);
          return Math.max(
            ...features(
              sightOf(
                chosenRun(at, (lr) => Math.ceil(steps(at, lr)), seed),
                level,
              ),
            ),
          );
        },
      }) as Check,
  );
