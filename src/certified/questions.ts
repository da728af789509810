import type { Interval } from "../interval/interval.ts";
import type { CertifiedMoment } from "./moment.ts";

/** What can be asked of a certified training: until it is decided, digits are added. */
export interface Question {
  readonly about: string;
  /** What of it is open at a moment; undefined where all is decided. */
  open(moment: CertifiedMoment): string | undefined;
}

const CLASSES = ["+1", "-1"] as const;

const hasNoSign = ({ lo, hi }: Interval): boolean => !(lo > 0 || hi < 0 || (lo === 0 && hi === 0));

/** The name of a question. */
export type QuestionName = "features" | "margins" | "order";

/** Every question by its name. Adding one is one entry. */
export const QUESTIONS: Readonly<Record<QuestionName, Question>> = {
  features: {
    about: "the sign of both classes' feature learning",
    open({ featureLearning }) {
      const one = CLASSES.find((name) => hasNoSign(featureLearning[name]));
      return one && `the sign of class ${one}'s feature learning`;
    },
  },
  margins: {
    about: "the sign of every training example's margin, hence the training error",
    open({ margins }) {
      const one = margins.findIndex(hasNoSign);
      return one < 0 ? undefined : `the sign of the margin of example ${one}`;
    },
  },
  order: {
    about: "which is larger in each class, feature learning or the loudest memorized noise",
    open({ featureLearning, noiseMemorization }) {
      const one = CLASSES.find((name) => {
        const [feature, noise] = [featureLearning[name], noiseMemorization.max[name]];
        return noise !== null && feature.lo <= noise.hi && noise.lo <= feature.hi;
      });
      return one && `which of class ${one}'s feature learning and memorized noise is larger`;
    },
  },
};

/** All of them. */
export const QUESTION_NAMES = Object.keys(QUESTIONS) as QuestionName[];

/** What of some questions is open at a moment, the first of them. */
export function firstOpen(names: readonly QuestionName[], moment: CertifiedMoment): string | undefined {
  for (const name of names) {
    const open = QUESTIONS[name].open(moment);
    if (open !== undefined) return open;
  }
  return undefined;
}
