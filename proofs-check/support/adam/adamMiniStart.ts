import { frequency } from "../../checks/frequency.ts";
import { property } from "../../checks/property.ts";
import type { Check, Level } from "../../claim.ts";
import { hypothesesOf, type RunInput } from "../../meeting.ts";
import { around, MINI, polylog, runFor } from "../choices/adamChoices.ts";
import { choiceSizes, sizesText } from "../choices/sizes.ts";
import { features, largestResponse, sightOf } from "../evidence/sight.ts";
import { statedFor } from "../evidence/statedFor.ts";

const RECORDS = 40;

/** What a length of the first stage depends on. */
export type Lengths = Pick<RunInput["setting"], "n" | "s" | "sigmaP"> & {
  readonly lr: number;
  readonly batchSize: number;
};

/**
 * [T25]'s lengths of the first stage, in steps.
 *
 * 5.2's T0 = O~(1/(eta s sigmaP)) names no unit; B.2's O~(B/(eta n)) is read in epochs, n/B steps each, in which it is the 1/eta of C.4 to C.6, whose
 * proofs count iterations: the identical T0 of C.17 and those of B.6, B.7 are counted so, and only then can the feature, which a step moves by Theta(eta),
 * be Theta~(1) from T0 on, as B.3 says.
 */
export const T0 = {
  "T0 of 5.2 in steps": ({ lr, s, sigmaP }: Lengths) => 1 / (lr * s * sigmaP),
  "T0 of 5.2 in epochs": ({ lr, s, sigmaP, n, batchSize }: Lengths) => n / (batchSize * lr * s * sigmaP),
  "T0 of B.2 in epochs": ({ lr }: Lengths) => 1 / lr,
} as const;

/** A length of the first stage, T0 in steps, as one of [T25]'s lemmas has it. */
export interface Horizon {
  readonly reading: string;
  readonly words: string;
  readonly steps: (lengths: Lengths) => number;
}

/** Those up to which a step may move the feature by Theta(eta); for 5.2's in epochs it cannot where n/b = omega(s sigmaP), since it then passes Theta~(1). */
export const HORIZONS: readonly Horizon[] = [
  {
    ...{ reading: "5.2 in steps, T0 = 1/(eta s sigmaP)", words: "1/(eta s sigmaP)" },
    steps: T0["T0 of 5.2 in steps"],
  },
  {
    ...{ reading: "B.2, of signs, T0 = b/(eta n) epochs", words: "b/(eta n) epochs, 1/eta" },
    steps: T0["T0 of B.2 in epochs"],
  },
  {
    ...{ reading: "C.4 to C.6, of Adam, T0 = 1/eta", words: "1/eta" },
    steps: T0["T0 of B.2 in epochs"],
  },
];

/** The same run up to a T0, rounded up to whole epochs. */
export function upTo(steps: (lengths: Lengths) => number, input: RunInput): RunInput {
  const { setting, optimizer, batchSize } = input;
  const epochs = Math.ceil(steps({ ...setting, lr: optimizer.lr, batchSize }) / Math.ceil(setting.n / batchSize));
  return { ...input, epochs, recordEvery: epochs };
}

/** The largest response of any example, of all neurons of its class: at the start, over the run, and at its end. */
export function responses(input: RunInput, level: Level) {
  const sight = sightOf({ ...input, recordEvery: Math.max(1, Math.floor(input.epochs / RECORDS)) }, level);
  const largest = sight.moments.map((_, at) => largestResponse(sight, "own class", at));
  return { start: largest[0] as number, most: Math.max(...largest), end: largest.at(-1) as number };
}

/** What a step of signs moves an example's noise by. */
export const oneStep = ({ optimizer: { lr }, setting: { s, sigmaP } }: RunInput): number => lr * s * sigmaP;

function leaves(input: RunInput, level: Level, multiple: number): string | undefined {
  const { start, most } = responses(input, level);
  const bound = multiple * start + oneStep(input);
  return most <= bound ? undefined : `a response reaches ${most}, the start's largest is ${start}`;
}

/**
 * That the feature grows and the noise stays at its initial scale for as long as a lemma says.
 *
 * max_r <w,jv> grows by at least eta/log n a step;  x_i <= (start's largest) + eta s sigmaP, up to T0; wherever: log n times the start's largest
 *
 * @param horizon how long
 * @param numbers multiples of the least growth and of the start
 * @returns the checks, of the parts "feature" and "noise"
 * Source: [T25] Lemmas 5.2, B.2, C.4 to C.6.
 */
export function firstStage(horizon: Horizon, { least, initial }: { least: number; initial: number }): Check[] {
  const { reading, words, steps } = horizon;
  const common = { reading, levels: statedFor(reading) };
  const chosen = { ...common, at: sizesText(choiceSizes(MINI)), claimed: [0.5, 1] } as const;
  return [
    frequency({
      asymptotic: true,
      ...{ ...chosen, name: `feature-grows, ${reading}`, part: "feature" },
      about: `feature learning of both classes grows by at least ${least} eta/log n a step up to t = ${words}`,
      outcome(seed, { level }) {
        const input = upTo(steps, runFor(MINI, 1, seed));
        const sight = sightOf(input, level);
        const needed = (least * input.optimizer.lr * (sight.moments.at(-1)?.step as number)) / polylog(MINI.n);
        const [before, after] = [features(sight, 0), features(sight)];
        return after.every((u, side) => u - (before[side] as number) >= needed);
      },
    }) as Check,
    frequency({
      asymptotic: true,
      ...{ ...chosen, name: `initial-scale, ${reading}`, part: "noise" },
      about: `no response up to t = ${words} exceeds ${initial} times the start's largest by more than eta s sigmaP`,
      outcome: (seed, { level }) => leaves(upTo(steps, runFor(MINI, 1, seed)), level, initial) === undefined,
    }) as Check,
    property({
      ...{ ...common, name: `initial-scale-wherever, ${reading}`, part: "noise" },
      about: `no response up to t = ${words} exceeds ${initial} log n times the start's largest, for betas that forget slowly too`,
      ...{ asymptotic: true, shrinks: 5 },
      cases: around(hypothesesOf("adam-mini-stage1"), MINI, 1, 6).map((input) => upTo(steps, input)),
      violation: (input, { level }) => leaves(input, level, initial * polylog(input.setting.n)),
      run: (input) => input,
    }) as Check,
  ];
}
