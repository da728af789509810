import { fraction, nonNegative, oneOf, positive } from "../setting/fields.ts";
import * as z from "../setting/zod.ts";
import { CONVENTIONS, type Optimizer } from "./optimizer.ts";
import { OPTIMIZERS } from "./registry.ts";

const common = {
  lr: positive("learning rate eta", "weight per step"),
  weightDecay: nonNegative("weight decay lambda", "1/weight (coupled) or 1/lr (decoupled)").default(0),
  convention: oneOf(CONVENTIONS, "bias-corrected moments (pytorch) or as [T25] prints them (paper)").default("pytorch"),
};

const moments = {
  betas: z
    .tuple([fraction("b1, memory of the first moment"), fraction("b2, memory of the second moment")], {
      error: "must be two numbers [b1, b2]",
    })
    .default([0.9, 0.999]),
  eps: nonNegative(
    "added to the root of the second moment; 1e-8 (pytorch), weightDecay * lr (paper)",
    "gradient",
  ).optional(),
};

const named = ({ name, adaptive }: Optimizer) =>
  z.strictObject({ name: z.literal(name), ...common, ...(adaptive ? moments : {}) });

/** What a file may say of an optimizer: the registry's names, each with the hyperparameters it takes. */
export const optimizerSchema = z
  .discriminatedUnion("name", OPTIMIZERS.map(named) as [ReturnType<typeof named>, ...ReturnType<typeof named>[]], {
    error: (issue) =>
      issue.code === "invalid_union"
        ? `must be one of ${OPTIMIZERS.map(({ name }) => `"${name}"`).join(", ")}`
        : "must be an object with a name and lr",
  })
  .transform((optimizer) => {
    const { betas, eps } = optimizer as { betas?: [number, number]; eps?: number };
    if (!betas) return optimizer;
    const standard = optimizer.convention === "pytorch" ? 1e-8 : optimizer.weightDecay * optimizer.lr;
    return { ...optimizer, betas, eps: eps ?? standard };
  });
