import { failingDecayProved, steadyStateProved } from "../boxes/proofs/steadyState.ts";
import { type ScalingOptions, scaling } from "../checks/scaling.ts";
import type { Check, Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { type EndBound, endProperties } from "../support/adamw/adamwEnd.ts";
import { FEATURE_REST, levels } from "../support/adamw/adamwLevel.ts";
import { type Letters, studyRun } from "../support/choices/adamwStudy.ts";
import { lettersSizes, sizesOver } from "../support/choices/sizes.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { features, memorized, type Sight, sightOf } from "../support/evidence/sight.ts";
import { statedFor } from "../support/evidence/statedFor.ts";

/** Every hypothesis is met with the constant 1; lambda lies in [b^2/n, 1] = [1/32, 1]. */
const LETTERS: Letters = {
  ...{ n: 32, b: 1, s: 4, sigmaP: 0.5, alpha: 0.2, m: 5, sigma0: 0.06, eta: 8e-4, lambda: 0.25, cEps: 1 },
  betas: [0.5, 0.9],
};
const LAMBDA = [1 / 16, 1 / 8, 1 / 4];
const B11 = "B.11, of signs";
const C18 = "C.18, of AdamW";
const SLACK = {
  exponent: 0.25,
  because: "the polylog of x^q ~ log(1/(lambda^2 eta)): (2/q)/log of it, with margins of 3 and more, is at most 0.23",
};

/** Seeds: in some starts no neuron of a class begins with the feature, and the class does not learn it. */
const SEEDS = 8;

const learnt = (sight: Sight) => Math.min(...features(sight));
const QUANTITIES = {
  feature: { of: learnt, words: "max_r <w_jr, jv> of the class that learnt less" },
  noise: { of: memorized, words: "max_r <w_(y_i,r), xi_i>, mean over the examples" },
} as const;

interface Study extends Pick<ScalingOptions, "over" | "grid" | "claimed"> {
  readonly part: keyof typeof QUANTITIES;
  readonly reading?: string;
  /** What tells it from others over the same letter. */
  readonly where?: string;
  letters(x: number): Partial<Letters>;
}

const endStudy = ({ part, letters, where, ...study }: Study): Check =>
  scaling({
    ...study,
    ...{ slack: SLACK, levels: statedFor(study.reading), least: SEEDS },
    part: `${part}: exponent of ${study.over}${where ? `, ${where}` : ""}`,
    name: `${part} over ${study.over}${study.reading ? `, ${study.reading}` : ""}${where ? `, ${where}` : ""}`,
    about: `${QUANTITIES[part].words}, after 1.5/(eta lambda) steps, in starts where both classes learn, where every hypothesis is met with the constant 1 (but, at n > 24, sigma0^2 = Theta(d^(-1/2)))`,
    at: sizesOver(
      study.grid.map((x) => lettersSizes({ ...LETTERS, ...letters(x) })),
      study.over,
    ),
    quantity: (x, seed, { level }) => {
      const at = { ...LETTERS, ...letters(x) };
      const sight = sightOf(studyRun(at, 1.5 / (at.eta * at.lambda), seed), level);
      return learnt(sight) > 0 ? QUANTITIES[part].of(sight) : null;
    },
  }) as Check;

const ENDS = { id: "adamw-mini-stage2", n: [16, 24], times: 1.5, most: 20000 };

const learntTo = (words: string, size: EndBound["size"]): EndBound => ({
  ...{ part: "feature", sign: 1, size },
  words: `max_r <w_jr, jv> of both classes is Theta~(${words})`,
});
const noiseBelow = (words: string, size: EndBound["size"]): EndBound => ({
  ...{ part: "noise", sign: 1, size, atMost: true },
  words: `max_r <w_(y_i,r), xi_i> of every example is O~(${words})`,
});
/** b s sigmaP/n */
const visited: EndBound["size"] = ({ setting: { n, s, sigmaP }, batchSize }) => (batchSize * s * sigmaP) / n;
const decayed: EndBound["size"] = ({ optimizer }) => 1 / optimizer.weightDecay;

/**
 * Mini-batch AdamW, second stage: the feature stays learnt, the noise small; how large they are is stated twice.
 *
 * B.11: max_r <w_{j,r}, j v> = Theta~(1/lambda), x_i <= O~(b s sigmaP/(n lambda));   C.18: Theta~(1), O~(b s sigmaP/n)
 * C.18's proof puts the feature at (log((lambda eta)^-2 - 1))^(1/q) at most.
 *
 * @param numbers the claim's: the exponents of lambda in both, of n in the noise's bound, and the multiple of C.18's levels of rest
 * @returns the claim
 * Source: [T25] B.11, C.18.
 */
export const adamwMiniStage2 = ({
  b11 = { feature: -1, noise: -1 },
  c18 = { feature: 0, noise: 0 },
  noiseOverN = -1,
  level = 1,
} = {}): Claim =>
  defineClaim({
    id: "adamw-mini-stage2",
    source: "T25 B.11, C.18",
    kind: "rate",
    statement:
      "mini-batch AdamW, second stage: max_r <w,jv> = Theta~(1/lambda) (B.11) or Theta~(1) (C.18), <w,xi_i> at most O~(b s sigmaP/(n lambda)) or O~(b s sigmaP/n)",
    latex: String.raw`\max_r\langle w_{j,r}, jv\rangle = \tilde\Theta(1/\lambda),\; \langle w_{y_i,r},\xi_i\rangle \le \tilde O\!\left(\tfrac{b s\sigma_p}{n\lambda}\right) \quad\text{or}\quad \tilde\Theta(1),\; \tilde O\!\left(\tfrac{b s\sigma_p}{n}\right)`,
    hypotheses: hypothesesOf("adamw-mini-stage2"),
    restsOn: ["adamw-mini-stage1", "adamw-as-sign", "adamw-descent"],
    checks: [
      ...(
        [
          [B11, b11],
          [C18, c18],
        ] as const
      ).flatMap(([reading, claimed]) => [
        endStudy({
          ...{ part: "feature", over: "lambda", grid: LAMBDA, reading, claimed: claimed.feature },
          letters: (lambda) => ({ lambda }),
        }),
        // An upper bound O(lambda^p): as lambda falls the noise may grow like lambda^p, not faster.
        endStudy({
          ...{ part: "noise", over: "lambda", grid: LAMBDA, reading, claimed: [claimed.noise, Infinity] },
          letters: (lambda) => ({ lambda }),
        }),
      ]),
      ...endProperties(
        B11,
        [learntTo("1/lambda", decayed), noiseBelow("b s sigmaP/(n lambda)", (run) => visited(run) * decayed(run))],
        ENDS,
      ),
      ...endProperties(C18, [learntTo("1", () => 1), noiseBelow("b s sigmaP/n", visited)], ENDS),
      ...levels(C18, FEATURE_REST, { letters: { ...LETTERS, n: 24, sigma0: 0.08, eta: 1.5e-3 }, times: 3 }, level),
      // At several lambda, since the exponent depends on it.
      ...[1 / 8, 1 / 4, 1 / 2].map((lambda) =>
        endStudy({
          ...{
            part: "noise",
            over: "n",
            where: `lambda = ${lambda}`,
            grid: [24, 48, 96],
            claimed: [-Infinity, noiseOverN],
          },
          letters: (n) => ({ n, lambda }),
        }),
      ),
      steadyStateProved(),
      failingDecayProved(),
      certifiedEnds("adamw, b = 1"),
    ],
  });
