import type { Report } from "../experiments/reproduce.ts";
import type { RowReport } from "../experiments/rowReport.ts";
import { chanceOf, LEARNT } from "../experiments/sweep/events.ts";

const median = ({ findings }: RowReport, name: string) =>
  findings.find(({ quantity }) => quantity === name)?.interval?.median;
/** From here on a share is told apart from a half: two standard errors of 1000 fresh examples. */
const BEYOND = 0.032;

/**
 * A share for people.
 *
 * @param x in [0, 1]
 * @returns in percent; one digit more below 10%, two below 0.1%
 * @example
 * percentText(0.0005) // => "0.05%"
 */
export const percentText = (x: number) => `${(100 * x).toFixed(x > 0 && x < 0.001 ? 2 : x > 0 && x < 0.1 ? 1 : 0)}%`;

/**
 * What a network has come to, from its two errors.
 *
 * @param train training error, in [0, 1]
 * @param test error on fresh examples, in [0, 1]
 * @param classes K; 2 unless given
 * @returns words that follow "it"
 */
export function outcomeWords(train: number, test: number, classes = 2): string {
  const chance = chanceOf(classes);
  const guess =
    classes === 2
      ? "a coin on fresh examples"
      : `guessing among ${classes} classes on fresh examples, which is wrong on ${percentText(chance)}`;
  if (train > 0.05) return "does not fit its training set";
  if (test <= LEARNT) return "has learnt the feature";
  if (test > chance + BEYOND) return `has memorized noise: worse than ${guess}`;
  if (test >= chance) return `has memorized noise: no better than ${guess}`;
  return "lies in between";
}

/**
 * What a training's two errors say together.
 *
 * @param train share of its training examples on which it is wrong
 * @param test the same of fresh examples
 * @param classes K; 2 unless given
 * @returns the rest of a sentence that begins with "it is"
 * @example
 * endText(0, 0.7) // => "wrong on 0% of its training examples and 70% of fresh ones; it has memorized noise: worse than a coin on fresh examples"
 */
export const endText = (train: number, test: number, classes = 2): string =>
  `wrong on ${percentText(train)} of its training examples and ${percentText(test)} of fresh ones; it ${outcomeWords(train, test, classes)}`;

/**
 * What a report's rows say, a plain sentence each, from the numbers alone.
 *
 * @param report of `reproduce`
 * @returns a line for every row that has a train and a test error
 */
export function verdicts(report: Report): string[] {
  return report.rows.flatMap((row) => {
    const train = median(row, "train error");
    const test = median(row, "test error");
    if (train === undefined || test === undefined) return [];
    return [`${row.label}: ${endText(train, test)}.`];
  });
}
