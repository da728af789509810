import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, meeting, type RunInput } from "../meeting.ts";
import { TRAINED } from "../support/adamw/adamwMiniTrained.ts";
import { polylog } from "../support/choices/adamChoices.ts";
import { type Letters, studyRun } from "../support/choices/adamwStudy.ts";
import { freshNoise } from "../support/choices/elsewhere.ts";
import { startFor } from "../support/choices/room.ts";
import { lettersSizes, sizesText } from "../support/choices/sizes.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { neurons, sightOf } from "../support/evidence/sight.ts";
import { learntStates } from "../support/states/learntState.ts";
import { fromStates } from "../support/states/stateClaim.ts";

const ID = "adamw-mini-generalizes";

/** alpha and sigma0 so small that log n times them is, too: what the lemma calls o(1). */
const LETTERS: Letters = {
  ...{ n: 16, b: 1, s: 100, sigmaP: 0.1, alpha: 0.05, m: 2, sigma0: startFor(16, 100, 3.9), eta: 5e-6, lambda: 0.5 },
  ...{ cEps: 1, betas: [0.5, 0.9] },
};

/**
 * Mini-batch AdamW generalizes: what its second stage says of the weights gives training error 0 and test error o(1).
 *
 * F_y = Omega~(1) from max_r <w,jv>, F_{-y_i}(x_i) <= O~(sigma0 + alpha); on fresh examples |<w, zeta>| <= |w_B| sigmaP log n
 *
 * The proof counts no neuron of class -y among those that respond to y v. C.18 does not say that (see adam-mini-generalizes); its proof uses
 * <w_{-j,r}, jv> < 0. It is among the premises here, up to log n sigma0, and whether trainings end so is looked at. Of |w_B| the states have what
 * training leaves: noise on the training supports, decayed starts elsewhere.
 *
 * @param numbers of the claim: `train`, the training error; `test`, below which the test error counts as o(1); `cross`, the multiple of the bound
 *   that responses of the other class may reach; `upright`, whether the bound on neurons against their class is among the premises; `against`, the
 *   multiple of log n sigma0 that a neuron may be against its class at the end
 * @returns the claim
 * Source: [T25] Lemma C.20.
 */
export const adamwMiniGeneralizes = ({ train = 0, test = 0.1, cross = 1, upright = true, against = 1 } = {}): Claim => {
  const lemma = {
    ...{ chosen: studyRun(LETTERS, 1, 1), at: sizesText(lettersSizes(LETTERS)), train },
    wherever: meeting({ hypotheses: hypothesesOf(ID), optimizer: "adamw", n: [16, 24], q: [3], epochs: () => 1 }),
    test: { words: `test error below ${test}`, right: (error: number) => error < test, fresh: 300 },
  };
  return defineClaim({
    id: ID,
    source: "T25 C.20",
    kind: "outcome",
    statement:
      "where mini-batch AdamW's second stage ends, with the feature learnt and the noise at b s sigmaP/n, the training error is 0 and the test error o(1)",
    latex: String.raw`\max_r\langle w_{j,r},jv\rangle = \tilde\Theta(1),\ \langle w_{y_i,r},\xi_i\rangle \le \tilde\Theta\!\left(\tfrac{b s\sigma_p}{n}\right) \;\Rightarrow\; \mathrm{err}_{\mathrm{train}} = 0,\ \mathrm{err}_{\mathrm{test}} = o(1)`,
    hypotheses: hypothesesOf(ID),
    readAs: ["Theta~(...): within a factor log n", `test error o(1): below ${test}`],
    restsOn: ["adamw-mini-stage2", "adamw-descent", "disjoint-supports"],
    checks: [
      ...fromStates(
        lemma,
        learntStates({
          words: `max_r <w_jr, jv> in [1/log n, log n], every <w_jr, jv> at least -log n sigma0, responses of the own class at most log n b s sigmaP/n and of the other at most ${cross} log n (sigma0 + alpha), weights elsewhere of at most log n sigma0`,
          own: ({ setting: { n, s, sigmaP }, batchSize }: RunInput) => (batchSize * s * sigmaP) / n,
          cross: ({ setting: { sigma0, alpha } }: RunInput) => cross * (sigma0 + alpha),
          upright,
        }),
      ),
      frequency({
        asymptotic: true,
        ...{ name: "no neuron against its class", part: "no neuron against its class" },
        about: `every <w_jr, jv> is at least -${against} log n sigma0 after 1.5/(eta lambda) steps`,
        at: sizesText(lettersSizes(TRAINED)),
        outcome: (seed, { level }) => {
          const sight = sightOf(studyRun(TRAINED, 1.5 / (TRAINED.eta * TRAINED.lambda), seed), level);
          return Math.min(...neurons(sight)) >= -against * polylog(TRAINED.n) * TRAINED.sigma0;
        },
        ...{ claimed: [0.5, 1], least: 12, levels: [1, 2] },
      }),
      ...freshNoise(TRAINED, [16, 24, 48]),
      certifiedEnds("adamw, b = 1"),
    ],
  });
};
