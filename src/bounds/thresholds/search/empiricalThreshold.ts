import type { DynamicsRun } from "../../../dynamics/run.ts";
import { medianInterval } from "../../../statistics/medianInterval.ts";
import { answer } from "./answer.ts";
import type { ClassName, Question } from "./questions.ts";
import { relay } from "./relay.ts";
import { type SwitchOptions, type SwitchPoint, switchPoint } from "./switchPoint.ts";

/** What is asked, of which trainings. */
export interface ThresholdSearch {
  /** The run of a seed at a weight decay; all else should stay as it is. */
  readonly runAt: (weightDecay: number, seed: number) => DynamicsRun;
  readonly seeds: readonly number[];
  readonly question: Question;
  readonly j: ClassName;
  /** Where the search of a seed begins, > 0: the threshold expected. */
  readonly guess: (seed: number) => number;
  /** As for `switchPoint`. */
  readonly options?: Omit<SwitchOptions, "guess">;
}

/** The median of thresholds over starts, with its distribution-free interval. */
export interface Median {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number;
  readonly seeds: number;
}

/** The empirical thresholds of some starts; null stands for "beyond every weight decay tried". */
export interface EmpiricalThreshold {
  readonly question: string;
  readonly class: ClassName;
  /** One a seed: the brackets, in weight decay. */
  readonly starts: readonly (SwitchPoint & { readonly seed: number })[];
  /** Of the distribution over seeds, with its interval; absent where no seed was finished. */
  readonly median?: Median;
  /** Seeds with answers that do not change once: their brackets contain one change of several. */
  readonly notMonotone: readonly number[];
  readonly interrupted?: boolean;
}

const positive = (value: number) => (value > 0 && value < Number.POSITIVE_INFINITY ? value : null);

function medianOf(brackets: readonly SwitchPoint[]): Median {
  const { median, low, high, coverage, seeds } = medianInterval(
    brackets.map(({ below }) => below ?? 0),
    brackets.map(({ above }) => above ?? Number.POSITIVE_INFINITY),
  );
  return { estimate: positive(median), low: positive(low), high: positive(high), coverage, seeds };
}

/**
 * The weight decay at which the answer to a question about trainings changes from yes to no, seed by seed.
 *
 * lambda*(seed) in [below, above],  answer(below) = yes, answer(above) = no, above <= (1 + tolerance) below; over the seeds, the median
 * with a distribution-free interval that the brackets' widths are counted into.
 *
 * @param search the runs, the seeds, the question with its class, where to begin, and the options of the search
 * @returns a generator: yields the share done, in (0, 1], and stops early when `next(true)` is called; its value: the thresholds
 * @throws InputError as `dynamics` and `switchPoint`
 * Source: ours; the thresholds that it is to be compared with are those of `featureThreshold` and `noiseThreshold`.
 */
export function* empiricalThreshold({
  runAt,
  seeds,
  question,
  j,
  guess,
  options,
}: ThresholdSearch): Generator<number, EmpiricalThreshold, boolean | undefined> {
  const starts: (SwitchPoint & { seed: number })[] = [];
  let interrupted = false;
  for (const [index, seed] of seeds.entries()) {
    const search = switchPoint((weightDecay) => answer(runAt(weightDecay, seed), question, j), {
      ...options,
      guess: guess(seed),
    });
    const { value, stopped } = yield* relay(search, (share) => (index + share) / seeds.length);
    starts.push({ seed, ...value });
    interrupted = stopped;
    if (interrupted) break;
  }
  const finished = starts.filter((start) => !start.interrupted);
  return {
    question: question.name,
    class: j,
    starts,
    ...(finished.length > 0 && { median: medianOf(finished) }),
    notMonotone: starts.filter(({ monotone }) => !monotone).map(({ seed }) => seed),
    ...(interrupted && { interrupted }),
  };
}
