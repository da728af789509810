import type { Problem } from "../../dynamics/recurrence.ts";
import { isPapers, type ModelOfRun } from "../../setting/mustBePapers.ts";
import type { Setting } from "../../setting/setting.ts";
import { positiveMaximumQuantile } from "../../statistics/normalMaximum.ts";
import { quantile } from "../../statistics/quantile.ts";
import { valuesOf } from "../hypotheses/values.ts";
import { plainFormula } from "../order/plainFormula.ts";
import { valueOf } from "../order/valueOf.ts";
import { featureThresholds } from "./feature/featureThreshold.ts";
import { type SteadyTraining, steadyTraining } from "./feature/steadyTraining.ts";
import { noiseThresholds } from "./noise/noiseThresholds.ts";
import type { Question } from "./search/questions.ts";
import { featureThresholdQuantile, noiseThresholdQuantile } from "./thresholdDistribution.ts";
import { isDerived } from "./wider/derived.ts";
import { gainsOf } from "./wider/gains.ts";
import { heldBy } from "./wider/heldBy.ts";

/** What a threshold depends on beside the start. */
export interface ThresholdCase {
  readonly setting: Setting;
  readonly batchSize: number;
  readonly eps: number;
}

/** A weight decay at which something changes, as formula and as number. */
export interface ThresholdKind {
  readonly name: string;
  readonly optimizer: "adam" | "adamw";
  readonly about: string;
  /** Whether it is known for the full batch alone. */
  readonly fullBatch?: true;
  /** Its order in the papers' symbols; absent where it has none among them. */
  readonly formula?: string;
  /** What the formula becomes in the wider model, in mu, featureSupport and the output `scale` as well; "unknown" where that is not derived. */
  readonly wider?: string;
  /** Of wider models that are derived, those of which this one is not (docs/notes/wider-thresholds.md). */
  readonly underived?: (setting: Setting) => boolean;
  /** The explicit value that a share p of all starts stays at or below; the same for all p where it does not depend on the start. */
  quantile(at: ThresholdCase, p: number): number;
  readonly measured?: {
    /** Whose answer changes there, in trainings of the full batch. */
    readonly question: Question["name"];
    /** What a start itself says, where the search begins; of class +1 where classes differ. */
    ofStart(problem: Problem, setting: Setting): number;
    /** How it is trained, where that is no matter of choice. */
    training?(setting: Setting, weightDecay: number): SteadyTraining;
  };
}

/**
 * Whether a threshold is known at a run: some are of the papers' model alone, none of every wider one, and some are for the full batch alone.
 *
 * @param kind of `THRESHOLDS`
 * @param at a setting, examples of a batch, and its loss unless it is the papers'
 * @returns true where it is
 * @example
 * const setting = { n: 4, d: 20, s: 2, sigmaP: 1, alpha: 0, m: 2, q: 3, sigma0: 0.1, labels: "balanced" };
 * isKnownAt({ fullBatch: true }, { setting, batchSize: 2 }) // => false
 */
export const isKnownAt = (
  { fullBatch, wider, underived }: Pick<ThresholdKind, "fullBatch" | "wider" | "underived">,
  at: ModelOfRun & { readonly batchSize?: unknown },
): boolean =>
  (wider === "unknown" ? isPapers(at) : isDerived(at)) &&
  !underived?.(at.setting) &&
  (!fullBatch || at.batchSize === at.setting.n);

/** Letters of `wider` formulas beyond the papers'. */
const LETTERS = new Set(["mu", "featureSupport", "scale"]);

/** Examples of class +1, at least one. */
const ownExamples = ({ n }: Setting, classShare: number) => Math.max(1, Math.round(classShare * n));

/** With the powers of log n of the largest normals left out. */
const NOISE_ORDER = "(sqrt(s) sigmaP)^q sigma0^(q-2)/n";
const WIDER_NOISE_ORDER = `scale*${NOISE_ORDER}`;

/** A formula as it stands, with the constant 1: what an order is at a finite size. */
export const asPrinted =
  (formula: string) =>
  ({ setting, batchSize }: ThresholdCase): number =>
    valueOf(plainFormula(formula, LETTERS), {
      ...valuesOf(setting, { lr: 0, weightDecay: 0 }, batchSize),
      mu: setting.mu ?? 1,
      featureSupport: setting.featureSupport ?? 1,
      scale: gainsOf(setting).scale,
    }).toNumber();

/** The formula of a threshold's order, in the papers' model or a wider one; absent where it has none, or none that is known. */
export const formulaOf = ({ formula, wider }: Pick<ThresholdKind, "formula" | "wider">, papers: boolean) =>
  papers || wider === "unknown" ? formula : (wider ?? formula);

/** Known as an order alone, which then is the explicit value, too. */
const printed = (formula: string, wider: string) => ({
  formula,
  wider,
  quantile: (at: ThresholdCase) => asPrinted(isPapers(at) ? formula : wider)(at),
});

/**
 * Every threshold of weight decay that is known, in the order of the table. Adding one is one entry here.
 *
 * Source: docs/theory.md 5.11 and docs/notes/thresholds.md; [T25] Theorems 4.1, 4.4, 4.5, Corollary 4.3.
 */
export const THRESHOLDS: readonly ThresholdKind[] = [
  {
    name: "feature",
    optimizer: "adam",
    about: "above it the feature of a class stops growing at the start (Corollary 4.3, with its constant)",
    formula: "sigma0^(q-2)",
    wider: "scale*mu^q*sigma0^(q-2)",
    quantile({ setting }, p) {
      const { feature, classShare } = gainsOf(setting);
      return feature * featureThresholdQuantile(setting, classShare, p);
    },
    measured: {
      question: "feature-grows",
      ofStart: ({ network, start }) => featureThresholds(network, start)["+1"].firstStep,
    },
  },
  {
    name: "noise",
    optimizer: "adam",
    about: "above it an example is no longer memorized at the start (full batch; the mean-field value)",
    fullBatch: true,
    underived: ({ biases }) => biases === true,
    formula: NOISE_ORDER,
    wider: WIDER_NOISE_ORDER,
    quantile({ setting }, p) {
      const { noise, noisePatches } = gainsOf(setting);
      return noise * noiseThresholdQuantile(setting, p, "greatest", noisePatches);
    },
    measured: {
      question: "class-fails",
      ofStart: ({ network, start }) => quantile(noiseThresholds(network, start).mean, 0.5),
    },
  },
  {
    name: "some noise",
    optimizer: "adam",
    about: "above it no example of a class is memorized at the start (full batch; the greatest of its examples)",
    fullBatch: true,
    underived: ({ biases }) => biases === true,
    formula: NOISE_ORDER,
    wider: WIDER_NOISE_ORDER,
    quantile({ setting }, p) {
      const { noise, noisePatches, classShare } = gainsOf(setting);
      const patches = noisePatches * ownExamples(setting, classShare);
      return noise * noiseThresholdQuantile(setting, p, "greatest", patches);
    },
    measured: {
      question: "some-noise-grows",
      ofStart({ network, start }) {
        const { labels } = start.examples;
        const { mean } = noiseThresholds(network, start);
        const patches = mean.length / labels.length;
        return quantile(
          mean.filter((_, patch) => labels[Math.floor(patch / patches)] === 1),
          1,
        );
      },
    },
  },
  {
    name: "theorems 4.1, 4.2",
    optimizer: "adam",
    about: "the theorems need a weight decay of smaller order",
    ...printed(
      "sigma0^(q-2) sigmaP/n",
      "scale*sigma0^(q-2)*min((sqrt(s) sigmaP)^(q-1) sigmaP/n, mu^q/sqrt(featureSupport))",
    ),
  },
  {
    name: "window from",
    optimizer: "adamw",
    about: "Theorems 4.4 and 4.5 need at least this order",
    ...printed("min(B^2/n, 1)", "unknown"),
  },
  {
    name: "window to",
    optimizer: "adamw",
    about: "Theorems 4.4 and 4.5 need at most this order",
    ...printed("1", "mu*sqrt(featureSupport)*scale^(1/q)"),
  },
  {
    name: "fails",
    optimizer: "adamw",
    about: "above it AdamW with small steps cannot hold the feature that the start has (full batch)",
    fullBatch: true,
    underived: ({ biases, secondLayer, flip = 0, classes = 2 }) =>
      biases === true || secondLayer === "trained" || flip > 0 || classes > 2,
    quantile: ({ setting, eps }, p) => heldBy(setting, eps, setting.sigma0 * positiveMaximumQuantile(setting.m, p)),
    measured: {
      question: "feature-held",
      ofStart({ network, start, optimizer: { eps = 0 } }, setting) {
        const { classShare, signal } = featureThresholds(network, start)["+1"];
        return heldBy(setting, eps, signal, classShare);
      },
      training: ({ q }, weightDecay) => steadyTraining(q, weightDecay),
    },
  },
];
