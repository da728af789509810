import type { Direction, Problem, Recurrence } from "../recurrence.ts";

/** What carries out the recurrences in coefficients: one for every engine of the full training, by the same name. */
export interface Trainer {
  readonly name: string;
  /**
   * A training whose noise part moves along one direction per example (`directionalPart`).
   *
   * @param problem meets the conditions of its method
   * @param direction of the noise part
   * @returns the recurrence, at its start
   */
  directional(problem: Problem, direction: Direction): Recurrence;
  /**
   * A training whose coordinates each take their own step (`coordinatePart`).
   *
   * @param problem meets the conditions of its method
   * @returns the recurrence, at its start
   */
  coordinate(problem: Problem): Recurrence;
}
