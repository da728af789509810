import { flipEnd } from "../../bounds/thresholds/feature/flipEnd.ts";
import { featureThresholdQuantile } from "../../bounds/thresholds/thresholdDistribution.ts";
import type { Trial } from "../../experiments/sweep/trial.ts";
import type { Setting } from "../../setting/setting.ts";
import { numbersAt, outside } from "../counted.ts";
import { DECAYED, decayedSetting } from "../decayed.ts";
import { learns } from "../learns.ts";
import type { Row } from "../study.ts";
import { FEW, MOST, type Part, type Predicted, type Study } from "../study.ts";

const SIGMA0 = 0.02;
const LR = SIGMA0 / 40;
const settingOf = (n: number, s: number) => decayedSetting({ n, s, sigma0: SIGMA0 });
/** Of a threshold within which nothing is said. */
const MARGIN = 2;

/** Weight decays in the unit sigma0/n, the first 0.1 of Theorem 4.1's order at s = 64. */
const FINE = [0.0125, 0.125, 0.5, 0.8, 1.7, 3.5, 8];
const COARSE = [0.125, 0.8, 5];
/** And in the unit sigma0. */
const TO_FEATURE = [0.2, 4];

/** Lambda above which most starts do not grow their feature, up to which most do. */
const featureEnds = (setting: Setting) =>
  [0.95, 0.1].map((p) => featureThresholdQuantile(setting, 0.5, p)) as [stuck: number, grows: number];

/** What is said of how many seeds learn. */
function learnersAt({ setting, optimizer, batchSize = setting.n }: Trial["config"]): Predicted | undefined {
  const lambda = optimizer.weightDecay;
  const [stuck, grows] = featureEnds(setting);
  if (lambda > MARGIN * stuck) return FEW;
  const { betas = DECAYED.betas } = optimizer;
  const flip = flipEnd(setting, betas, batchSize);
  if (lambda < flip / MARGIN) return FEW;
  // Where no lambda flips by the law, it is asked for an n/b half as large.
  const near = flip > 0 ? flip : flipEnd(setting, betas, MARGIN * batchSize);
  return lambda > MARGIN * near && lambda < grows ? MOST : undefined;
}

/** Whether a point is on the wrong side of what was said of the flip's end, and below the feature threshold. */
function isWrongOfFlip(row: Row): boolean {
  if (!outside(row)) return false;
  const { n, s, weightDecay } = numbersAt(row);
  const [stuck] = featureEnds(settingOf(n, s));
  return weightDecay <= stuck;
}

/** Weight decays of a part, and its seeds. */
interface Grid {
  readonly units: readonly number[];
  readonly toFeature?: boolean | undefined;
  readonly seeds: string;
}

function part(n: number, s: number, K: number, { units, toFeature, seeds }: Grid): Part {
  return {
    ...{ name: `n = ${n}, s = ${s}, b = ${n / K}`, by: ["n", "s", "batchSize", "weightDecay"] },
    plan: {
      base: {
        setting: settingOf(n, s),
        optimizer: { ...DECAYED, lr: LR },
        batchSize: n / K,
        epochs: Math.round(1 / (LR * K)),
        recordEvery: Math.round(1 / (LR * K)),
        testSize: 100,
      },
      axes: {
        weightDecay: [
          ...units.map((unit) => (unit * SIGMA0) / n),
          ...(toFeature ? TO_FEATURE.map((unit) => unit * SIGMA0) : []),
        ],
      },
      ...{ seeds, method: "dynamics" },
    },
  };
}

const PARTS: readonly (readonly [n: number, s: number, K: number, units: readonly number[], toFeature?: boolean])[] = [
  ...[32, 64].map((n) => [n, 64, 1, FINE, true] as const),
  [128, 64, 1, COARSE],
  [64, 64, 2, COARSE],
  [64, 64, 32, COARSE, true],
  [256, 64, 1, COARSE.slice(1)],
  [32, 64, 2, COARSE],
  [64, 256, 1, [0.8, 8]],
];

export const window: Study = {
  name: "window",
  question: "Does the flip of Adam end at lambda of order s sigmaP^2 sigma0^(q-2)/n, sqrt(s) above Theorem 4.1's?",
  prediction:
    "Yes, for b = n and n/2: where decay leaves so few examples to each neuron that the feature wins the race, lambda n/sigma0 = 1.6 to 2.1 whatever n (s = 64, q = 3), 2.8 at s = 256; above it all learn up to the feature threshold. At b = 2 none flips.",
  derivation: "docs/notes/thresholds.md",
  overturn:
    "most seeds learning at half of the predicted lambda or below, or failing between twice it and the feature threshold",
  measures: [learns(learnersAt)],
  overturns: isWrongOfFlip,
  parts: (quick) =>
    quick
      ? [1, 16].map((K) => part(32, 64, K, { units: [0.125, 8], toFeature: true, seeds: "1-8" }))
      : PARTS.map(([n, s, K, units, toFeature]) => part(n, s, K, { units, toFeature, seeds: "1-20" })),
};
