import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { type EndBound, endProperties } from "../support/adamw/adamwEnd.ts";
import { bothFlip, flipLetters, flipStudy } from "../support/adamw/adamwFlip.ts";
import { levels, NOISE_REST } from "../support/adamw/adamwLevel.ts";
import { everyNeuron } from "../support/adamw/everyNeuron.ts";
import { SIGNS, WINDOW } from "../support/adamw/flipPlaces.ts";
import type { Letters } from "../support/choices/adamwStudy.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";

const B8 = "B.8, of signs";
const C14 = "C.14, of AdamW";
const STUDIES = {
  [B8]: SIGNS,
  [C14]: {
    overLambda: { grid: [0.5, 1, 2] },
    overS: { grid: [9, 25, 49] },
    one: {},
    window: { grid: [1 / 4, 1 / 2, 1], ...WINDOW },
  },
} as const;

/** Twice as long as decay takes; the noise is memorized long before. */
const ENDS = { id: "adamw-large-stage2", n: [8], times: 2, most: 10000 };

/** eps = lambda eta, as the paper has it, and n = 8, so that no example's noise is too weak for it at the start. */
const LEVEL: Letters = { ...flipLetters({ lambda: 0.5, cEps: 1 }), n: 8, b: 8 };

const reversed = (words: string, size: EndBound["size"]): EndBound => ({
  ...{ part: "feature", sign: -1, size },
  words: `<w_jr, jv> of every neuron is -Theta~(${words})`,
});
const noise = (words: string, size: EndBound["size"]): EndBound => ({
  ...{ part: "noise", sign: 1, size },
  words: `max_r <w_(y_i,r), xi_i> of every example is Theta~(${words})`,
});
const decayed: EndBound["size"] = ({ optimizer }) => 1 / optimizer.weightDecay;
const balanced: EndBound["size"] = ({ setting: { n, s, sigmaP }, batchSize }) => n / (batchSize * s * sigmaP);
const shrunken: EndBound["size"] = (run) => decayed(run) / balanced(run);

const FEATURES = { [B8]: reversed("1/lambda", decayed), [C14]: reversed("n/(b s sigmaP)", balanced) } as const;

/**
 * Large-batch AdamW, second stage: the feature stays reversed, the noise memorized; how large they are is stated twice, of signs and of AdamW.
 *
 * B.8: <w_{j,r}, j v> = -Theta~(1/lambda), max_r x_i = Theta~(b s sigmaP/(n lambda));   C.14: -Theta~(n/(b s sigmaP)), Theta~(1), every r of the
 * feature; C.14's proof puts the noise between ((1/m) log((lambda eta)^-1 - 1))^(1/q) and (log((lambda eta)^-2 - 1))^(1/q)
 *
 * @param numbers the claim's: the exponents of lambda and s in both, the shares of starts that stay reversed, those of starts whose every neuron
 *   has the size that a reading says, and the multiple of C.14's levels
 * @returns the claim
 * Source: [T25] B.8, C.14.
 */
export const adamwLargeStage2 = ({
  flips = [0.5, 1] as readonly [number, number],
  every = [0.5, 1] as readonly [number, number],
  b8 = { feature: -1, noise: -1, featureOverS: 0, noiseOverS: 0.5 },
  c14 = { feature: 0, noise: 0, featureOverS: -0.5, noiseOverS: 0 },
  level = 1,
} = {}): Claim =>
  defineClaim({
    id: "adamw-large-stage2",
    source: "T25 B.8, C.14",
    kind: "rate",
    statement:
      "large-batch AdamW, second stage: <w,jv> of every neuron stays at -Theta~(1/lambda) (B.8) or -Theta~(n/(b s sigmaP)) (C.14), max_r <w,xi_i> at Theta~(b s sigmaP/(n lambda)) or Theta~(1)",
    latex: String.raw`\langle w_{j,r}, jv\rangle = -\tilde\Theta(1/\lambda),\; \max_r\langle w_{y_i,r},\xi_i\rangle = \tilde\Theta\!\left(\tfrac{b s\sigma_p}{n\lambda}\right) \quad\text{or}\quad -\tilde\Theta\!\left(\tfrac{n}{b s\sigma_p}\right),\; \tilde\Theta(1)`,
    hypotheses: hypothesesOf("adamw-large-stage2"),
    restsOn: ["adamw-large-flip", "adamw-as-sign", "adamw-descent"],
    checks: [
      ...bothFlip(flips, "settled"),
      ...(
        [
          [B8, b8],
          [C14, c14],
        ] as const
      ).flatMap(([reading, claimed]) => [
        ...(
          [
            ["feature", "lambda", claimed.feature],
            ["feature", "s", claimed.featureOverS],
            ["noise", "lambda", claimed.noise],
            ["noise", "s", claimed.noiseOverS],
          ] as const
        ).map(([part, over, exponent]) =>
          flipStudy({
            ...{ ...STUDIES[reading][over === "s" ? "overS" : "overLambda"], part, over, reading },
            ...{ when: "settled", claimed: exponent },
          }),
        ),
        everyNeuron(reading, FEATURES[reading], every, { ...STUDIES[reading].one, when: "settled" }),
        ...(["feature", "noise"] as const).map((part) =>
          flipStudy({
            ...{ ...STUDIES[reading].window, part, over: "lambda", reading },
            ...{ when: "settled", claimed: claimed[part] },
          }),
        ),
        everyNeuron(reading, FEATURES[reading], every, { ...STUDIES[reading].window, when: "settled" }),
      ]),
      ...endProperties(B8, [FEATURES[B8], noise("b s sigmaP/(n lambda)", shrunken)], ENDS),
      ...endProperties(C14, [FEATURES[C14], noise("1", () => 1)], ENDS),
      ...levels(C14, NOISE_REST, { letters: LEVEL, times: 4 }, level),
      certifiedEnds("adamw, b = n"),
    ],
  });
