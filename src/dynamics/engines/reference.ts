import { startInCoefficients } from "../coefficientTraining.ts";
import { coordinatePart } from "../coordinatePart.ts";
import { directionalPart } from "../directionalPart.ts";
import type { Trainer } from "./trainer.ts";

/** Plain TypeScript, the definition that every other trainer is tested against. Source: ours. */
export const reference: Trainer = {
  name: "reference",
  directional(problem, direction) {
    const { network, optimizer, start } = problem;
    return startInCoefficients(problem, directionalPart(optimizer, start.examples, 2 * network.neurons, direction));
  },
  coordinate(problem) {
    const { network, optimizer, start } = problem;
    return startInCoefficients(problem, coordinatePart(optimizer, start.examples, 2 * network.neurons));
  },
};
