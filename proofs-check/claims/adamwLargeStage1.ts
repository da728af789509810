import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { ADAMW_HORIZONS, noiseUpTo } from "../support/adamw/adamwHorizon.ts";
import { featureBound, growthStudy } from "../support/adamw/adamwStage1.ts";
import type { Letters } from "../support/choices/adamwStudy.ts";
import { CERTIFIED_STAGES } from "../support/evidence/certifiedStages.ts";

const LETTERS: Letters = {
  ...{ n: 8, b: 8, s: 16, sigmaP: 0.25, alpha: 0.07, m: 3, sigma0: 0.05, eta: 1e-9, lambda: 1, cEps: 1 },
  betas: [0.5, 0.9],
};
const WHERE = "full batch (n = 8), eta s far below sigma0^(q-1), betas (0.5, 0.9)";
const SMALL_EPS = `${WHERE}, eps = lambda eta/4`;
const NOISE = {
  part: "noise",
  slack: { exponent: 0.1, because: "what a random |zeta_i|_1 and eps leave beside s sigmaP" },
} as const;

/**
 * Large-batch AdamW, first stage: an epoch moves the feature by at most Theta(eta n/b), the noise by Theta~(eta s sigmaP).
 *
 * <w_{j,r}, j v> + O(eta n/b),  <w_{y_i,r}, xi_i> + Theta~(eta s sigmaP)  per epoch, up to T0 = b/(lambda eta n) (B.6) or 1/(eta s sigmaP) (C.12)
 *
 * @param numbers the claim's: the bound's factor, the exponents of eta, s, sigmaP in the noise's growth, a factor on it, and the exponent of s
 *   in its growth up to T0 over eta s sigmaP
 * @returns the claim
 * Source: [T25] B.6, C.12.
 */
export const adamwLargeStage1 = ({ rise = 1, eta = 1, s = 1, sigmaP = 1, growth = 1, overS = 0 } = {}): Claim =>
  defineClaim({
    id: "adamw-large-stage1",
    source: "T25 B.6, C.12",
    kind: "rate",
    statement:
      "large-batch AdamW, first stage: an epoch raises <w,jv> by at most Theta(eta n/b) and <w_{y_i},xi_i> by Theta~(eta s sigmaP), for b/(lambda eta n) epochs (B.6) or for 1/(eta s sigmaP) (C.12)",
    latex: String.raw`\langle w_{j,r}^{(t+n/b)}, jv\rangle \le \langle w_{j,r}^{(t)}, jv\rangle + \Theta(\eta n/b), \quad \langle w_{y_i,r}^{(t+n/b)}, \xi_i\rangle = \langle w_{y_i,r}^{(t)}, \xi_i\rangle + \tilde\Theta(\eta s\sigma_p)`,
    hypotheses: hypothesesOf("adamw-large-stage1"),
    restsOn: ["moment-ratio", "adamw-as-sign", "residual-sign", "gradient"],
    checks: [
      featureBound("adamw-large-stage1", rise),
      ...ADAMW_HORIZONS.flatMap((horizon) => noiseUpTo(horizon, { growth, overS })),
      growthStudy({
        ...{ ...NOISE, over: "eta", grid: [1e-10, 1e-9, 1e-8], claimed: eta, where: `${WHERE}, eps = lambda eta` },
        letters: (x) => ({ ...LETTERS, eta: x }),
      }),
      growthStudy({
        ...{ ...NOISE, over: "s", grid: [16, 36, 100], claimed: s, where: SMALL_EPS },
        letters: (x) => ({ ...LETTERS, s: x, sigmaP: 0.1, cEps: 1 / 4 }),
      }),
      growthStudy({
        ...{ ...NOISE, over: "sigmaP", grid: [0.07, 0.13, 0.25], claimed: sigmaP, where: SMALL_EPS },
        letters: (x) => ({ ...LETTERS, sigmaP: x, cEps: 1 / 4 }),
      }),
      CERTIFIED_STAGES["adamw-large-stage1"](),
    ],
  });
