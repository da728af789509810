import { featureRises } from "../boxes/proofs/firstStage.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { ADAMW_MINI_HORIZONS, growsUpTo } from "../support/adamw/adamwMiniHorizon.ts";
import { featureBound, growthStudy, noiseWithin } from "../support/adamw/adamwStage1.ts";
import type { Letters } from "../support/choices/adamwStudy.ts";
import { CERTIFIED_STAGES } from "../support/evidence/certifiedStages.ts";

const LETTERS: Letters = {
  ...{ n: 64, b: 1, s: 4, sigmaP: 0.5, alpha: 1e-5, m: 4, sigma0: 2e-4, eta: 1e-12, lambda: 0.3, cEps: 0 },
  betas: [0.5, 0.9],
};
const WHERE =
  "b = 1, eta s far below sigma0^(q-1), alpha = 1e-5 and sigma0 = 2e-4 below their conditions, so that x_i is noise alone";
const SLACK = {
  exponent: 0.15,
  because: "random |zeta_i|_1, eps, decay of what is there, and b2 = 0.9's approach to its limit",
};
const BEYOND = "n/b beyond 1/(1-b2)";
const WITHIN = "n/b within 1/(1-b2)";

/**
 * Mini-batch AdamW, first stage: an epoch moves the feature by Theta(eta n/b), the noise by Theta~(eta s sigmaP).
 *
 * <w_{j,r}, j v> + Theta(eta n/b),  <w_{y_i,r}, xi_i> + Theta~(eta s sigmaP)  per epoch
 *
 * Whether the noise's growth depends on n/b is a matter of b2: [T25] treats b2 as a constant, beside which n/b grows; at b2 = 0.999 and
 * n/b up to 256 it is the other way round. Both are readings.
 *
 * @param numbers the claim's: the bound's factor, the exponents of eta and n/b in the feature's growth, of eta, s, sigmaP and n/b in the noise's, a factor on it
 * @returns the claim
 * Source: [T25] B.10, C.17; the second reading from docs/theory.md 5.5.
 */
export const adamwMiniStage1 = ({
  rise = 1,
  growth = 1,
  feature = { eta: 1, steps: 1 },
  noise = { eta: 1, s: 1, sigmaP: 1, steps: 0 },
} = {}): Claim =>
  defineClaim({
    id: "adamw-mini-stage1",
    source: "T25 B.10, C.17",
    kind: "rate",
    statement:
      "mini-batch AdamW, first stage: an epoch raises <w,jv> by Theta(eta n/b) and <w_{y_i},xi_i> by Theta~(eta s sigmaP)",
    latex: String.raw`\langle w_{j,r}^{(t+n/b)}, jv\rangle = \langle w_{j,r}^{(t)}, jv\rangle + \Theta(\eta n/b), \quad \langle w_{y_i,r}^{(t+n/b)}, \xi_i\rangle = \langle w_{y_i,r}^{(t)}, \xi_i\rangle + \tilde\Theta(\eta s\sigma_p)`,
    hypotheses: hypothesesOf("adamw-mini-stage1"),
    restsOn: ["moment-ratio", "adamw-as-sign", "residual-sign", "gradient"],
    checks: [
      featureBound("adamw-mini-stage1", rise),
      noiseWithin("adamw-mini-stage1", growth),
      ...ADAMW_MINI_HORIZONS.flatMap((horizon) =>
        (["feature", "noise"] as const).flatMap((part) => growsUpTo(horizon, part)),
      ),
      growthStudy({
        ...{ part: "feature", over: "eta", grid: [1e-13, 1e-12, 1e-11], claimed: feature.eta, slack: SLACK },
        where: `${WHERE}, n = 32, eps = lambda eta, betas (0.5, 0.9)`,
        letters: (x) => ({ ...LETTERS, n: 32, eta: x, cEps: 1 }),
      }),
      growthStudy({
        ...{ part: "feature", over: "n/b", grid: [32, 128, 512], claimed: feature.steps, slack: SLACK },
        where: `${WHERE}, eps = 0, betas (0.5, 0.9)`,
        letters: (x) => ({ ...LETTERS, n: x }),
      }),
      growthStudy({
        ...{ part: "noise", over: "eta", grid: [1e-13, 1e-12, 1e-11], claimed: noise.eta, slack: SLACK },
        where: `${WHERE}, n = 32, eps = lambda eta, betas (0.5, 0.9)`,
        letters: (x) => ({ ...LETTERS, n: 32, eta: x, cEps: 1 }),
      }),
      growthStudy({
        ...{ part: "noise", over: "s", grid: [4, 16, 64], claimed: noise.s, slack: SLACK },
        where: `${WHERE}, n = 32, eps = 0, sigmaP = 0.1, betas (0.5, 0.9)`,
        letters: (x) => ({ ...LETTERS, n: 32, s: x, sigmaP: 0.1 }),
      }),
      growthStudy({
        ...{ part: "noise", over: "sigmaP", grid: [0.2, 0.5, 1], claimed: noise.sigmaP, slack: SLACK },
        where: `${WHERE}, n = 32, eps = 0, betas (0.5, 0.9)`,
        letters: (x) => ({ ...LETTERS, n: 32, sigmaP: x }),
      }),
      growthStudy({
        ...{ over: "n/b", grid: [32, 128, 512], claimed: noise.steps, slack: SLACK },
        ...{ part: "noise", reading: BEYOND, where: `${WHERE}, eps = 0, betas (0.5, 0.9)` },
        letters: (x) => ({ ...LETTERS, n: x }),
      }),
      growthStudy({
        ...{ part: "noise", over: "n/b", grid: [16, 64, 256], claimed: noise.steps, slack: SLACK, reading: WITHIN },
        where: `${WHERE}, eps = 0, betas (0.9, 0.999)`,
        letters: (x) => ({ ...LETTERS, n: x, m: 1, betas: [0.9, 0.999] }),
      }),
      CERTIFIED_STAGES["adamw-mini-stage1"](),
      featureRises(),
    ],
  });
