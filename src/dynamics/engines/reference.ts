import { startInCoefficients } from "../coefficientTraining.ts";
import { coordinatePart } from "../coordinatePart.ts";
import { directionalPart } from "../directionalPart.ts";
import { noiseRowsOf } from "../entries.ts";
import { withScalarEps } from "../oneSize.ts";
import type { Trainer } from "./trainer.ts";

/** Plain TypeScript, the definition that every other trainer is tested against. Source: ours. */
export const reference: Trainer = {
  name: "reference",
  directional(problem, direction) {
    const rows = noiseRowsOf(problem);
    const optimizer = withScalarEps(problem.optimizer, rows);
    return startInCoefficients(problem, rows, directionalPart(optimizer, rows, 2 * problem.network.neurons, direction));
  },
  coordinate(problem) {
    const rows = noiseRowsOf(problem);
    return startInCoefficients(problem, rows, coordinatePart(problem.optimizer, rows, 2 * problem.network.neurons));
  },
};
