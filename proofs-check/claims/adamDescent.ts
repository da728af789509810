import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { certifiedDescent } from "../support/signs/certifiedDescent.ts";
import {
  type DescentNumbers,
  excessOverDimension,
  excessOverRate,
  fullDescent,
  shareOverBatches,
} from "../support/signs/descentChecks.ts";
import { signHypotheses } from "../support/signs/signRuns.ts";

/** [T25]'s L, (3.1), has the decay term; without it the sum is another quantity, and the reading ours. */
const FULL = "b = n, L with (lambda/2) |W|^2";
const LOSS = "b = n, L without its decay term (ours)";
const LEARNT = "one constant for every b, feature learnt";
const START = "one constant for every b, from the start";

/**
 * Adam descends by the l1 norm of the gradient.
 *
 * E[L(t+1) - L(t)] <= -eta c |grad L|_1 + O~(eta^2 d),  L with (lambda/2) |W|^2
 *
 * @param numbers rate 1 (c in units of the reading's), order 2 of eta in the rest, exponent 0 of n/b in c (share)
 * @returns the claim
 * Source: [T25] 5.4 = B.4 = C.8.
 */
export const adamDescent = (numbers: DescentNumbers = {}): Claim =>
  defineClaim({
    id: "adam-descent",
    source: "T25 5.4 = B.4 = C.8",
    kind: "rate",
    statement:
      "in the mean over batches a step of Adam lowers the loss, decay term included, by eta times the l1 norm of its gradient, up to a constant and O~(eta^2 d)",
    latex: String.raw`\mathbb{E}\,[L(W_{t+1}) - L(W_t)] \le -c\,\eta\,\|\nabla L(W_t)\|_1 + \tilde O(\eta^2 d)`,
    hypotheses: signHypotheses("adam"),
    restsOn: ["adam-as-sign", "moment-ratio"],
    checks: [
      fullDescent({ name: "full", reading: FULL }, "adam", "decayed", numbers),
      excessOverRate({ name: "full-eta", reading: FULL }, "adam", "decayed", { ...numbers, convention: "paper" }),
      excessOverRate({ name: "full-eta-pytorch", reading: FULL }, "adam", "decayed", {
        ...numbers,
        convention: "pytorch",
      }),
      excessOverDimension({ name: "full-d", reading: FULL }, "adam", "decayed"),
      excessOverRate({ name: "loss-eta", reading: LOSS }, "adam", "loss", { ...numbers, convention: "paper" }),
      shareOverBatches({ name: "share-learnt", part: LEARNT }, "adam", "decayed", { ...numbers, learnt: true }),
      shareOverBatches({ name: "share", reading: START }, "adam", "decayed", { ...numbers, learnt: false }),
      certifiedDescent("decayed", numbers.rate),
    ],
  });
