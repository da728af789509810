import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { between, hypothesesOf, meeting, type RunInput } from "../meeting.ts";
import { flipLetters, flipRuns, flipSight, TIME_WORDS } from "../support/adamw/adamwFlip.ts";
import { polylog } from "../support/choices/adamChoices.ts";
import { type Letters, studyRun } from "../support/choices/adamwStudy.ts";
import { startFor } from "../support/choices/room.ts";
import { lettersSizes, sizesText } from "../support/choices/sizes.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { largestResponse } from "../support/evidence/sight.ts";
import { fromStates, type Premises } from "../support/states/stateClaim.ts";

const ID = "adamw-large-fails";

/** Full batch; alpha and 1/(s sigmaP) so small that log n times them is, too: what the lemma calls o(1). */
const LETTERS: Letters = {
  ...{ n: 16, b: 16, s: 100, sigmaP: 0.1, alpha: 0.05, m: 2, sigma0: startFor(16, 100, 3.9), eta: 5e-6, lambda: 1 },
  ...{ cEps: 1, betas: [0.5, 0.9] },
};

/** Fresh noise from a hundredth of the feature's size to a hundred times it: the two cases of the proof, and what lies between. */
const NOISE = 100;

/** Reversed states: <w_{j,r}, jv> = -Theta~(n/(b s sigmaP)), max_r <w_{y_i,r}, xi_i> = Theta~(1), <w_{-y_i,r}, xi_i> at most what is given. */
const reversed = (words: string, most: (run: RunInput) => number): Premises => ({
  words: `every <w_jr, jv> in -[1/log n, log n] n/(b s sigmaP), max_r <w_(y_i,r), xi_i> in [1/log n, log n], ${words}, fresh noise of any size`,
  state(run, { features, others, own, cross: share, elsewhere }) {
    const { n, s, sigmaP } = run.setting;
    const width = polylog(n);
    const of = (shares: readonly [number, number], j: 1 | -1) => shares[j === 1 ? 0 : 1];
    const size = (at: number) => (between(1 / width, width, at) * n) / (run.batchSize * s * sigmaP);
    const memory = between(1 / width, width, own);
    return {
      feature: (j, r) => -size(r === 0 ? of(features, j) : others),
      response: (isOwn, r) => (isOwn ? (r === 0 ? memory : (2 * others - 1) * memory) : most(run) * share),
      elsewhere: (j) => (size(1 / 2) / (Math.sqrt(s) * sigmaP)) * between(1 / NOISE, NOISE, of(elsewhere, j)),
    };
  },
});

/**
 * Large-batch AdamW fails on fresh examples: what its second stage says of the weights gives training error 0 and test error >= 1/2 - o(1).
 *
 * F_y = sum_r sigma(zeta_{y,r} + alpha U) against F_{-y} = sum_r [U^q + sigma(zeta_{-y,r} - alpha U)], U = Theta~(n/(b s sigmaP)), zeta the fresh noise
 *
 * The proof puts F_{-y_i}(x_i) at O~(1/(s sigmaP) + sigma0), for which <w_{-y_i,r}, xi_i> must be small. C.14 does not say that, its proof does: it is
 * among the premises, and whether trainings end so is looked at. zeta_{y,r} and zeta_{-y,r} need not be alike: over both labels the test error is at
 * least 1/2 - o(1) however they differ, and their sizes are drawn apart.
 *
 * @param numbers of the claim: `train`, the training error; `test`, the least test error that counts as 1/2 - o(1); `cross`, the multiple of log n
 *   sigma0 that responses of the other class may reach
 * @returns the claim
 * Source: [T25] Lemma C.16.
 */
export const adamwLargeFails = ({ train = 0, test = 0.45, cross = 1 } = {}): Claim => {
  const lemma = {
    ...{ chosen: studyRun(LETTERS, 1, 1), at: sizesText(lettersSizes(LETTERS)), train },
    wherever: meeting({ hypotheses: hypothesesOf(ID), optimizer: "adamw", n: [8, 12], q: [3], epochs: () => 1 }),
    test: { words: `test error of at least ${test}`, right: (error: number) => error >= test, fresh: 1000 },
  };
  const small = (run: RunInput) => cross * polylog(run.setting.n) * run.setting.sigma0;
  return defineClaim({
    id: ID,
    source: "T25 C.16",
    kind: "outcome",
    statement:
      "where large-batch AdamW's second stage ends, with the feature reversed and the noise memorized, the training error is 0 and the test error at least 1/2 - o(1)",
    latex: String.raw`\langle w_{j,r},jv\rangle = -\tilde\Theta\!\left(\tfrac{n}{b s\sigma_p}\right),\ \max_r\langle w_{y_i,r},\xi_i\rangle = \tilde\Theta(1) \;\Rightarrow\; \mathrm{err}_{\mathrm{train}} = 0,\ \mathrm{err}_{\mathrm{test}} \ge \tfrac12 - o(1)`,
    hypotheses: hypothesesOf(ID),
    readAs: ["Theta~(...): within a factor log n", `test error >= 1/2 - o(1): at least ${test}`],
    restsOn: ["adamw-large-stage2", "adamw-descent", "disjoint-supports"],
    checks: [
      ...fromStates(lemma, reversed(`responses of the other class at most ${cross} log n sigma0`, small)),
      frequency({
        asymptotic: true,
        ...{ name: "responses of the other class", part: "responses of the other class" },
        about: `no <w_(-y_i,r), xi_i> is above ${cross} log n sigma0 ${TIME_WORDS.settled}; ${flipRuns()}`,
        at: sizesText(lettersSizes(flipLetters())),
        outcome: (seed, { level }) => {
          const { n, sigma0 } = flipLetters();
          return largestResponse(flipSight({}, "settled", seed, level), "other class") <= cross * polylog(n) * sigma0;
        },
        ...{ claimed: [0.5, 1], least: 12, levels: [1, 2] },
      }),
      certifiedEnds("adamw, b = n"),
    ],
  });
};
