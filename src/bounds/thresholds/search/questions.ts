import type { Metrics, PerClass } from "../../../sim/trajectory.ts";

export type ClassName = keyof PerClass;

/** A yes-or-no question about a training, asked of its recorded moments. */
export interface Question {
  readonly name: string;
  readonly about: string;
  /** Whether it needs the test error. */
  readonly tests: boolean;
  /** The answer for class j as soon as a moment gives it; undefined while none does. */
  soon?(start: Metrics, now: Metrics, j: ClassName): boolean | undefined;
  /** The answer at the end, where no moment gave it. */
  end(start: Metrics, end: Metrics, j: ClassName): boolean;
}

/** A feature that loses to decay falls from its first steps on; one that wins may be turned back soon, by the noise. */
const FEATURE_GROWN = 1.2;
/** A feature this small is below its unstable point (2 lambda/(q p_j))^(1/(q-2)), which only rises as residuals fall. */
const FEATURE_GONE = 0.1;
/** Between what AdamW holds of a feature, u* of 1e-4 at eps = 1e-8, and what 50 decay times leave of it, e^-50. */
const FEATURE_HELD = 1e-9;
/** While opposed weights decay to zero, <w, xi_i> may rise without being learnt, but not this much. */
const NOISE_GROWN = 4;
/** Noise this small in all of a class comes back no more: every neuron is below the unstable point of every example. */
const NOISE_GONE = 0.05;

/** A network that has learnt one class of two and nothing of the other has at least half of the loss ln 2 of the start. */
const TRAINED = 0.5;

type Memorization = Metrics["noiseMemorization"];

/** Whether class j memorizes, where `which` of its examples, the least or the most memorized, has to. */
const noiseGrows =
  (which: keyof Memorization) =>
  ({ noiseMemorization: { max: start } }: Metrics, { noiseMemorization: now }: Metrics, j: ClassName) => {
    const size = Math.abs(start[j] ?? 0);
    if ((now[which][j] ?? 0) >= NOISE_GROWN * size && size > 0) return true;
    return Math.abs(now.max[j] ?? 0) <= NOISE_GONE * size ? false : undefined;
  };

const trainedYetWrong =
  (share: number) =>
  ({ trainLoss: start }: Metrics, { trainLoss, testError }: Metrics): boolean =>
    trainLoss <= TRAINED * start && testError >= share;

/** Adding a question is one entry here. */
export const QUESTIONS: readonly Question[] = [
  {
    name: "feature-grows",
    about: `the feature learning of class j reaches ${FEATURE_GROWN} times its start before it falls to ${FEATURE_GONE} of it`,
    tests: false,
    soon({ featureLearning: start }, { featureLearning: now }, j) {
      const size = Math.abs(start[j]);
      if (now[j] > 0 && now[j] >= FEATURE_GROWN * size) return true;
      return Math.abs(now[j]) <= FEATURE_GONE * size ? false : undefined;
    },
    end: () => false,
  },
  {
    name: "feature-held",
    about: `the feature learning of class j is above ${FEATURE_HELD} of its start at the end, and was never within that of 0`,
    tests: false,
    soon: ({ featureLearning: start }, { featureLearning: now }, j) =>
      Math.abs(now[j]) <= FEATURE_HELD * Math.abs(start[j]) ? false : undefined,
    end: ({ featureLearning: start }, { featureLearning: end }, j) => end[j] > FEATURE_HELD * Math.abs(start[j]),
  },
  {
    name: "some-noise-grows",
    about: `of some example of class j the noise memorization reaches ${NOISE_GROWN} times the largest of the class at the start, before all of it falls to ${NOISE_GONE}`,
    tests: false,
    soon: noiseGrows("max"),
    end: () => false,
  },
  {
    name: "all-noise-grows",
    about: `of every example of class j the noise memorization reaches ${NOISE_GROWN} times the largest of the class at the start, before all of it falls to ${NOISE_GONE}`,
    tests: false,
    soon: noiseGrows("min"),
    end: () => false,
  },
  {
    name: "feature-flips",
    about: "the feature learning of class j is negative at the end",
    tests: false,
    end: (_, { featureLearning }, j) => featureLearning[j] < 0,
  },
  {
    name: "test-fails",
    about: `the network is trained at the end (its loss at most ${TRAINED} of the start's), yet wrong on at least half of fresh examples`,
    tests: true,
    end: trainedYetWrong(0.5),
  },
  {
    name: "class-fails",
    about: `the network is trained at the end (its loss at most ${TRAINED} of the start's), yet wrong on a quarter of fresh examples, halfway to a class lost`,
    tests: true,
    end: trainedYetWrong(0.25),
  },
];

/** A question by its name. */
export const questionNamed = (name: string): Question =>
  QUESTIONS.find((question) => question.name === name) as Question;
