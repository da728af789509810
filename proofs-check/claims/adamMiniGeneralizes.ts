import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, type RunInput } from "../meeting.ts";
import { atTheEnd } from "../support/adam/adamMiniEnd.ts";
import { oneStep } from "../support/adam/adamMiniStart.ts";
import { around, MINI, polylog } from "../support/choices/adamChoices.ts";
import { type Choice, chosenRun } from "../support/choices/chosenRun.ts";
import { startFor } from "../support/choices/room.ts";
import { choiceSizes, sizesText } from "../support/choices/sizes.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { neurons, sightOf } from "../support/evidence/sight.ts";
import { learntStates } from "../support/states/learntState.ts";
import { fromStates } from "../support/states/stateClaim.ts";

const ID = "adam-mini-generalizes";

/** alpha = 1/20, so that even log n alpha is small: what the lemma calls o(1). */
const SMALL: Choice = { ...MINI, n: 24, batchSize: 1, m: 2, s: 100, alpha: 0.05, sigma0: startFor(24, 100, 3.9) };

/**
 * Mini-batch Adam generalizes: what its second stage says of the weights gives training error 0 and test error o(1).
 *
 * F_y = Omega~(1) from max_r <w,jv>, F_{-y} <= O~((eta s sigmaP + alpha)^q); on fresh examples likewise
 *
 * The proof cites C.7 and counts no neuron of class -y among those that respond to y v, which C.7 does not say: w_{j,1}[1] = j, w_{j,2}[1] = -2j, every
 * response 0 is as C.7 says, and has margin 1 - 2^q on every example. What is missing is C.4's <w, y_i v> > -Theta~(sigma0); it is among the
 * premises here, and whether trainings end so is looked at.
 *
 * @param numbers of the claim: `train`, the training error; `test`, below which the test error counts as o(1); `residue`, the multiple of C.7's
 *   bound that responses may reach; `upright`, whether C.4's bound is among the premises; `against`, the multiple of log n sigma0 that a neuron may
 *   be against its class at the end
 * @returns the claim
 * Source: [T25] Lemma C.9.
 */
export const adamMiniGeneralizes = ({
  train = 0,
  test = 0.1,
  residue = 1,
  upright = true,
  against = 1,
} = {}): Claim => {
  const bound = (input: RunInput) => residue * (oneStep(input) + input.setting.alpha);
  const lemma = {
    ...{ chosen: chosenRun(SMALL, 1, 1), at: sizesText(choiceSizes(SMALL)), train },
    wherever: around(hypothesesOf(ID), MINI, 1, 6),
    test: { words: `test error below ${test}`, right: (error: number) => error < test, fresh: 300 },
  };
  return defineClaim({
    id: ID,
    source: "T25 C.9",
    kind: "outcome",
    statement:
      "where mini-batch Adam's second stage ends, with the feature at the order of 1 and the noise at that of eta s sigmaP + alpha, the training error is 0 and the test error o(1)",
    latex: String.raw`\max_r\langle w_{j,r},jv\rangle = \tilde\Theta(1),\ \langle w_{j,r},\xi_i\rangle \le \tilde\Theta(\eta s\sigma_p+\alpha) \;\Rightarrow\; \mathrm{err}_{\mathrm{train}} = 0,\ \mathrm{err}_{\mathrm{test}} = o(1)`,
    hypotheses: hypothesesOf(ID),
    readAs: ["Theta~(...): within a factor log n", `test error o(1): below ${test}`],
    restsOn: ["adam-mini-stage2", "adam-descent", "disjoint-supports"],
    checks: [
      ...fromStates(
        lemma,
        learntStates({
          words: `max_r <w_jr, jv> in [1/log n, log n], every <w_jr, jv> at least -log n sigma0, every response at most ${residue} log n (eta s sigmaP + alpha), weights elsewhere of at most log n sigma0`,
          ...{ own: bound, cross: bound, upright },
        }),
      ),
      ...atTheEnd({
        ...{ part: "no neuron against its class", name: "no neuron against its class" },
        about: `every <w_jr, jv> is at least -${against} log n sigma0`,
        violation(input, level) {
          const least = Math.min(...neurons(sightOf(input, level)));
          const allowed = -against * polylog(input.setting.n) * input.setting.sigma0;
          return least >= allowed ? undefined : `a neuron ends at <w_jr, jv> = ${least}`;
        },
      }),
      certifiedEnds("adam, b = 1"),
    ],
  });
};
