import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { certifiedDescent } from "../support/signs/certifiedDescent.ts";
import { type DescentNumbers, excessOverRate, fullDescent, shareOverBatches } from "../support/signs/descentChecks.ts";
import { signHypotheses } from "../support/signs/signRuns.ts";

const LARGE = "B.9 = C.15, b = n";
const LEARNT = "B.12 = C.19, one constant for every b, feature learnt";
const START = "B.12 = C.19, one constant for every b, from the start";

/**
 * AdamW descends by the l1 norm of the gradient, but for its decay.
 *
 * E[L(t+1) - L(t)] <= -eta c |grad L|_1 - eta lambda <grad L, W> + O~(eta^2 d)
 *
 * @param numbers rate 1 (c in units of the reading's), order 2 of eta in the rest, decayTerm 1, exponent 0 of n/b in c (share)
 * @returns the claim
 * Source: [T25] B.9, B.12, C.15, C.19.
 */
export const adamwDescent = (numbers: DescentNumbers = {}): Claim =>
  defineClaim({
    id: "adamw-descent",
    source: "T25 B.9, B.12, C.15, C.19",
    kind: "rate",
    statement:
      "in the mean over batches a step of AdamW lowers the loss by eta times the l1 norm of its gradient, up to a constant, what decay does to first order and O~(eta^2 d)",
    latex: String.raw`\mathbb{E}\,[L(W_{t+1}) - L(W_t)] \le -c\,\eta\,\|\nabla L(W_t)\|_1 - \eta\lambda\langle\nabla L(W_t), W_t\rangle + \tilde O(\eta^2 d)`,
    hypotheses: signHypotheses("adamw"),
    restsOn: ["adamw-as-sign", "moment-ratio"],
    checks: [
      fullDescent({ name: "large", reading: LARGE }, "adamw", "loss", numbers),
      excessOverRate({ name: "large-eta", reading: LARGE }, "adamw", "loss", { ...numbers, convention: "paper" }),
      excessOverRate({ name: "large-eta-pytorch", reading: LARGE }, "adamw", "loss", {
        ...numbers,
        convention: "pytorch",
      }),
      shareOverBatches({ name: "share-learnt", part: LEARNT }, "adamw", "loss", { ...numbers, learnt: true }),
      shareOverBatches({ name: "share", reading: START }, "adamw", "loss", { ...numbers, learnt: false }),
      certifiedDescent("loss", numbers.rate),
    ],
  });
