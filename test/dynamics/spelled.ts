import { activeStartOf } from "../../src/data/activeStart.ts";
import { type ExplicitStart, startFromFile } from "../../src/data/start.ts";
import type { Problem, Recurrence } from "../../src/dynamics/recurrence.ts";
import { joinBatches } from "../../src/sim/batches.ts";

/** A problem from a start that is written out: the CNN, m neurons of d weights a class as the start has them. */
export function spelledProblem(q: number, optimizer: Problem["optimizer"], start: ExplicitStart): Problem {
  const neurons = start.weights[0].length;
  return {
    network: { name: "cnn", neurons, q },
    optimizer,
    start: activeStartOf(startFromFile(start), start.weights[0][0].length),
  };
}

/** The recurrence itself, after the steps of these batches. */
export function after(recurrence: Recurrence, ...batches: number[][]): Recurrence {
  if (!recurrence.run(joinBatches(batches))) throw new Error("an output was not finite");
  return recurrence;
}
