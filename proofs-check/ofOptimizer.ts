import { optimizerNamed } from "../src/optimizers/registry.ts";
import type { Check, Claim, Context } from "./claim.ts";
import type { ClaimVerdict } from "./claimVerdict.ts";
import type { RunInput } from "./meeting.ts";
import { notAsked } from "./words.ts";

/*
 * The papers' statements, asked of another optimizer than the paper's: the same runs with another rule in the place of Adam's. Only checks of whole
 * runs can be asked so; identities, and lemmas about Adam's own moments, say nothing of another rule.
 */

/**
 * A run with the optimizer that is asked of in the place of the paper's: everything else stays, but for hyperparameters that it does not take.
 *
 * eps = lambda eta where it takes one and the run does not say it, as for the paper's
 *
 * @param input a run file
 * @param context where no optimizer is asked of, the run stays as it is
 * @returns a run file
 * Source: ours.
 * @example
 * const run = { optimizer: { name: "adam", lr: 0.5, weightDecay: 1, convention: "paper", betas: [0.9, 0.99] } }
 * runOfAsked(run, { optimizer: "signsgd" }).optimizer // => { name: "signsgd", lr: 0.5, weightDecay: 1, convention: "paper" }
 */
export function runOfAsked(input: RunInput, { optimizer: name }: Pick<Context, "optimizer">): RunInput {
  if (name === undefined) return input;
  const { adaptive, own } = optimizerNamed(name);
  const { betas, eps = input.optimizer.weightDecay * input.optimizer.lr, ...common } = input.optimizer;
  return {
    ...input,
    optimizer: {
      ...{ ...common, name },
      ...((adaptive || own?.betas) && betas && { betas }),
      ...((adaptive || own?.eps !== undefined) && { eps }),
    },
  };
}

/** The checks of a claim that may be asked of an optimizer: all of them of the paper's own. */
export const askable = ({ checks }: Claim, optimizer: string | undefined): readonly Check[] =>
  optimizer === undefined ? checks : checks.filter(({ anyOptimizer }) => anyOptimizer);

/** Whose verdict a claim has. */
const about = ({ id, source, kind, statement, latex, readAs }: Claim, optimizer: string) => ({
  ...{ id, source, kind, statement, latex, restsOn: [], optimizer, ...(readAs && { readAs }) },
});

/** The verdict on a claim that says nothing of the optimizer that was asked of: none of its checks was run. */
export const notAskedOf = (claim: Claim, optimizer: string): ClaimVerdict => ({
  ...about(claim, optimizer),
  verdict: "hypotheses unmet",
  grade: null,
  reason: `it is about the paper's own optimizer, or about none, and says nothing of ${optimizer}`,
  says: notAsked(optimizer),
  evidence: [],
});

/**
 * A verdict that says of which optimizer it is.
 *
 * @param verdict on the evidence that was asked for
 * @param claim whose other checks are named
 * @param optimizer in the place of the paper's
 * @returns the verdict; what the paper's proof rests on is left out, since it is of the paper's optimizer
 */
export function saidOf(verdict: ClaimVerdict, claim: Claim, optimizer: string): ClaimVerdict {
  const asked = askable(claim, optimizer);
  const left = claim.checks.filter((check) => !asked.includes(check)).map(({ name }) => name);
  const without = left.length === 0 ? "" : `; left out, as they are of the paper's own: ${left.join(", ")}`;
  return {
    ...{ ...verdict, ...about(claim, optimizer) },
    statement: `asked of ${optimizer} in the place of the paper's optimizer${without}: ${claim.statement}`,
    says: `of ${optimizer}: ${verdict.says}`,
  };
}
