import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Check, Level } from "../claim.ts";
import { hypothesesOf, type RunInput, runOf } from "../meeting.ts";
import { observe } from "../observe.ts";
import { around, MINI, polylog, runFor } from "./adamChoices.ts";
import { memorizer } from "./movement.ts";
import { features, sightOf } from "./sight.ts";
import { choiceSizes, sizesText } from "./sizes.ts";

const RECORDS = 40;

/** A length of the first stage, T0 in steps, as one of [T25]'s lemmas has it. */
export interface Horizon {
  readonly reading: string;
  readonly words: string;
  steps(input: RunInput): number;
}

/** The three that [T25] gives, shortest first where n/b > s sigmaP > 1. */
export const HORIZONS: readonly Horizon[] = [
  {
    ...{ reading: "B.2, T0 = b/(eta n)", words: "b/(eta n)" },
    steps: ({ optimizer: { lr }, setting: { n }, batchSize }) => batchSize / (lr * n),
  },
  {
    ...{ reading: "5.2, T0 = 1/(eta s sigmaP)", words: "1/(eta s sigmaP)" },
    steps: ({ optimizer: { lr }, setting: { s, sigmaP } }) => 1 / (lr * s * sigmaP),
  },
  {
    ...{ reading: "C.4 to C.6, T0 = 1/eta", words: "1/eta" },
    steps: ({ optimizer: { lr } }) => 1 / lr,
  },
];

/** The same run up to T0, rounded up to whole epochs. */
function upTo(horizon: Horizon, input: RunInput): RunInput {
  const epochs = Math.ceil(horizon.steps(input) / Math.ceil(input.setting.n / input.batchSize));
  return { ...input, epochs, recordEvery: epochs };
}

/** The largest response of any example, of all neurons of its class: at the start, over the run, and at its end. */
export function responses(input: RunInput, level: Level) {
  const run = runOf(input);
  const every = Math.max(1, Math.floor((run.epochs as number) / RECORDS));
  const observation = observe({ ...run, recordEvery: every }, level, "record");
  const largest = Array.from(observation.moments, (moment) =>
    Math.max(...Array.from({ length: input.setting.n }, (_, i) => memorizer(observation, moment, i).x)),
  );
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
  const { reading, words } = horizon;
  const common = { reading, levels: [1, 2] } as const;
  const chosen = { ...common, at: sizesText(choiceSizes(MINI)), claimed: [0.5, 1] } as const;
  return [
    frequency({
      ...{ ...chosen, name: `feature-grows, ${reading}`, part: "feature" },
      about: `feature learning of both classes grows by at least ${least} eta/log n a step up to t = ${words}`,
      outcome(seed, { level }) {
        const input = upTo(horizon, runFor(MINI, 1, seed));
        const sight = sightOf(input, level);
        const needed = (least * input.optimizer.lr * (sight.moments.at(-1)?.step as number)) / polylog(MINI.n);
        const [before, after] = [features(sight, 0), features(sight)];
        return after.every((u, side) => u - (before[side] as number) >= needed);
      },
    }) as Check,
    frequency({
      ...{ ...chosen, name: `initial-scale, ${reading}`, part: "noise" },
      about: `no response up to t = ${words} exceeds ${initial} times the start's largest by more than eta s sigmaP`,
      outcome: (seed, { level }) => leaves(upTo(horizon, runFor(MINI, 1, seed)), level, initial) === undefined,
    }) as Check,
    property({
      ...{ ...common, name: `initial-scale-wherever, ${reading}`, part: "noise" },
      about: `no response up to t = ${words} exceeds ${initial} log n times the start's largest, for betas that forget slowly too`,
      ...{ asymptotic: true, shrinks: 5 },
      cases: around(hypothesesOf("adam-mini-stage1"), MINI, 1, 6).map((input) => upTo(horizon, input)),
      violation: (input, { level }) => leaves(input, level, initial * polylog(input.setting.n)),
      run: (input) => input,
    }) as Check,
  ];
}
