import { chanceOf, LEARNT } from "../../src/experiments/sweep/events.ts";
import { percent } from "../page/percent.ts";
import { divergedText } from "./fault.ts";
import type { Outcome } from "./levels.ts";

/**
 * How a training ended, in a sentence.
 *
 * @param outcome of a run
 * @returns the sentence
 */
export function outcomeText({ diverged, final, config }: Outcome): string {
  if (diverged) return `Diverged: ${divergedText(config, diverged)}.`;
  const { trainError, testError } = final;
  const fresh = `wrong on ${percent(testError)} of ${config.testSize} fresh examples`;
  if (trainError > 0) return `Does not fit: wrong on ${percent(trainError)} of the training set, and ${fresh}.`;
  if (testError <= LEARNT) return `Generalizes: fits the training set, and is ${fresh}.`;
  return `${testError >= chanceOf(config.setting.classes) ? "Memorizes" : "Fits"}: right on every training example, but ${fresh}.`;
}
