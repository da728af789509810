import type { Words } from "./section.ts";

/** Words of the papers and of this toolkit, as short as they can be said: a report explains those that it uses. */
const GLOSSARY = {
  feature:
    "what all examples of a class have in common: the vector v, coordinate 1; its response is the largest, over a class's neurons, of <w, jv>",
  "memorized noise":
    "the largest response of a class's neurons to the noise xi_i of a training example, max_r <w_r, xi_i>",
  "fresh noise":
    "the same for noise that the network has never seen; the feature must outweigh it for fresh examples to be right",
  "training error": "share of the training examples on which the network is wrong",
  "test error": "share of fresh examples on which it is wrong; a coin is wrong on half of them, 0.5",
  seed: "a start, data and an order of batches of its own; runs of different seeds are independent",
  "95% interval": "holds the true share in 95% of such studies (Clopper-Pearson, exact)",
  median: "half of the seeds lie below; its interval needs no assumption about how they scatter",
  "weight decay": "lambda: the pull of every weight towards 0 at each step",
  "level 0": "the network itself, every weight trained",
  "level 1": "the same training written exactly in signal and noise coefficients: no approximation, but conditions",
  "level 2": "the papers' recurrence, in which Adam moves by the signs of gradients",
  deviation: "the largest difference of any coefficient from that of the network",
  threshold: "a weight decay at which the theory says that learning changes",
} as const satisfies Words;

export type Term = keyof typeof GLOSSARY;

/**
 * Words with what they mean.
 *
 * @param terms that a section uses, in the order in which it does
 * @returns the block that explains them
 */
export const explained = (...terms: readonly Term[]): { readonly kind: "words"; readonly words: Words } => ({
  kind: "words",
  words: Object.fromEntries(terms.map((term) => [term, GLOSSARY[term]])),
});
