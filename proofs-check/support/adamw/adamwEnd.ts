import { log } from "../../../src/numeric/log.ts";
import { property } from "../../checks/property.ts";
import type { Check } from "../../claim.ts";
import { hypothesesOf, meeting, type RunInput } from "../../meeting.ts";
import { features, memories, neurons, type Sight, sightOf } from "../evidence/sight.ts";
import { statedFor } from "../evidence/statedFor.ts";

/** What a reading says of the end of a training: that a quantity is Theta~ of a size, or O~ of it. */
export interface EndBound {
  readonly part: "feature" | "noise";
  /** Whether the feature is learnt (1) or reversed (-1) at the end. */
  readonly sign: 1 | -1;
  /** What the quantity is of the order of. */
  size(run: RunInput): number;
  readonly words: string;
  /** Whether it may also be smaller. */
  readonly atMost?: boolean;
}

/** Where the runs of a lemma are drawn, and how long they are. */
export interface Ends {
  /** The lemma whose hypotheses they meet. */
  readonly id: string;
  readonly n: readonly number[];
  /** In 1/(eta lambda) steps. */
  readonly times: number;
  /** Longer runs are not tried. */
  readonly most: number;
}

/** Of a feature that is learnt each class's largest, of one that is reversed every neuron's; of the noise every example's largest. */
const quantities = ({ part, sign }: EndBound, sight: Sight): readonly number[] => {
  if (part === "noise") return memories(sight);
  return sign === 1 ? features(sight) : neurons(sight).map((feature) => -feature);
};

/**
 * The first of a bound's quantities that is not as it says.
 *
 * size/log n <= quantity <= size log n, the tilde read as one power of log n; the lower bound is left out for O~
 *
 * @param bound what is said of the end
 * @param run whose sizes
 * @param sight the training, at its end
 * @returns the quantity, or undefined
 * Source: ours; [T25] B.8, C.14, B.11, C.18.
 */
export function wrongAtEnd(bound: EndBound, run: RunInput, sight: Sight): number | undefined {
  const [size, polylog] = [bound.size(run), log(run.setting.n)];
  const right = (x: number) => x <= size * polylog && (bound.atMost || x >= size / polylog);
  return quantities(bound, sight).find((x) => !right(x));
}

/**
 * That the end of a training is as a reading says, wherever a lemma's hypotheses hold with constants 1.
 *
 * a property for each bound, as `wrongAtEnd` reads it
 *
 * @param reading its name, and the bounds that it gives
 * @param ends the lemma, n, and how long the runs are
 * @returns the checks, one a bound
 * Source: ours; [T25] B.8, C.14, B.11, C.18.
 */
export const endProperties = (reading: string, bounds: readonly EndBound[], { id, n, times, most }: Ends): Check[] => {
  const stepsOf = ({ optimizer: { lr, weightDecay } }: Pick<RunInput, "optimizer">) => times / (lr * weightDecay);
  const cases = meeting({
    ...{ hypotheses: hypothesesOf(id), optimizer: "adamw", n, q: [3] },
    epochs: (run) => Math.ceil((stepsOf(run) * (run.batchSize as number)) / run.setting.n),
  })
    .filter((run) => stepsOf(run) <= most)
    .map((run) => ({ ...run, testSize: 1, recordEvery: run.epochs }));
  return bounds.map(
    (bound) =>
      property({
        ...{
          name: `${bound.part} at the end, ${reading}`,
          part: `${bound.part}: size`,
          reading,
          levels: statedFor(reading),
        },
        about: `after ${times}/(eta lambda) steps ${bound.words}, up to a factor log n; n in {${n.join(", ")}}, runs of at most ${most} steps`,
        cases,
        violation: (run, { level }) => {
          const wrong = wrongAtEnd(bound, run, sightOf(run, level));
          return wrong === undefined
            ? undefined
            : `it is ${wrong.toPrecision(4)}, not ${bound.size(run).toPrecision(4)} (n = ${run.setting.n}, b = ${run.batchSize}, s = ${run.setting.s}, seed ${run.seed})`;
        },
        asymptotic: true,
        shrinks: 3,
        run: (run) => run,
      }) as Check,
  );
};
