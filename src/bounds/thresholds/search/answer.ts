import { dynamics } from "../../../dynamics/dynamics.ts";
import type { DynamicsRun } from "../../../dynamics/run.ts";
import type { Moment } from "../../../sim/trajectory.ts";
import type { ClassName, Question } from "./questions.ts";
import { relay } from "./relay.ts";

/**
 * Trains until a question is answered.
 *
 * The training is the exact one of the fewest numbers that the run's method allows (`dynamics`); it is judged at its recorded moments and
 * stopped at the first that gives the answer. A training that leaves the finite numbers is judged by its last finite moment.
 *
 * @param run a checked run; `testSize` counts only where the question needs the test error
 * @param question one of QUESTIONS
 * @param j the class asked about
 * @returns a generator: yields the share of the training done, in (0, 1], and stops early when `next(true)` is called; its value: the answer
 * @throws InputError as `dynamics`
 * Source: ours.
 */
export function* answer(
  run: DynamicsRun,
  question: Question,
  j: ClassName,
): Generator<number, boolean, boolean | undefined> {
  let start: Moment | undefined;
  let soon: boolean | undefined;
  const training = dynamics(
    { ...run, testSize: question.tests ? run.testSize : 1 },
    {
      onRecord(moment) {
        start ??= moment;
        soon ??= question.soon?.(start, moment, j);
      },
    },
  );
  const { value } = yield* relay(
    training,
    (share) => share,
    () => soon !== undefined,
  );
  return soon ?? question.end(start as Moment, value.final, j);
}
