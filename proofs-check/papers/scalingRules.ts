import { itemOf, type PaperPart } from "./item.ts";

const ABSTRACT = "from its abstract; the text is not at hand";

/** Papers on how Adam's numbers follow the batch size, as far as they are known here. */
export const SCALING_RULES: PaperPart = {
  title: "Scaling rules: [MLPA22], [WA24], [MLSWG25], [CS26], as far as they are known here",
  items: [
    itemOf("MLPA22")("Square-root rule", "b, eta, betas and eps that leave trajectories alike", {
      how: "a reading",
      claims: ["mlpa22-square-root"],
      note: "from its abstract, with the exponents as they are quoted; the orders of weak approximation are not in it",
    }),
    itemOf("MLPA22")("SDE approximation", "a stochastic differential equation that Adam approximates weakly", {
      how: "not possible",
      note: "its text is not at hand",
    }),
    itemOf("WA24")("Timescale", "the best weight decay of AdamW keeps b/(eta lambda n)", {
      how: "a reading",
      claims: ["wa24-timescale"],
      note: ABSTRACT,
    }),
    itemOf("WA24")("Model size", "the best weight decay grows with the width under muP", {
      how: "not yet",
      note: "widths are not varied with their learning rates",
    }),
    itemOf("MLSWG25")("Half-life", "beta2^(b'/b) at small batches", {
      how: "a reading",
      claims: ["mlswg25-half-life"],
      note: ABSTRACT,
    }),
    itemOf("CS26")("Effect of beta2", "a larger beta2 hurts at large batches, helps at small ones", {
      how: "a reading",
      claims: ["cs26-beta2"],
      note: ABSTRACT,
    }),
    itemOf("CS26")("Effect of beta1", "the opposite, of beta1", { how: "not yet", note: "beta1 is not varied" }),
  ],
};
