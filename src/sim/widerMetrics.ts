import { featureLearning } from "./featureLearning.ts";
import type { Loss } from "./losses/loss.ts";
import { maximum } from "./maximum.ts";
import type { MetricHead } from "./metricHead.ts";

/** Margins F_y - F_{-y} of some examples, y the label seen, with the labels that are seen and, where some are flipped, the true ones. */
export interface Margins {
  readonly margins: Float64Array;
  readonly labels: Int8Array;
  readonly truths?: Int8Array;
}

/** Of examples that show one of several features: <w, v_f> of every lane [K m] each; and which one the test examples show. */
export interface SeenFeatures {
  readonly neurons: number;
  readonly signals: readonly Float64Array[];
  readonly shown: Int32Array;
}

/** What a metric is computed from. */
interface Sides {
  readonly train: Margins;
  readonly test: Margins;
  readonly loss: Loss;
  readonly features?: SeenFeatures;
}

interface WiderMetric extends MetricHead {
  /** undefined where there is none, such as of the flipped examples where none is. */
  of(sides: Sides): number | undefined;
}

/** Share of margins that are not above 0; undefined where there are none. */
const shareWrong = (margins: Float64Array): number | undefined =>
  margins.length === 0 ? undefined : margins.reduce((wrong, z) => (z > 0 ? wrong : wrong + 1), 0) / margins.length;

const chosen = ({ margins, labels, truths = labels }: Margins, flipped: boolean): Float64Array =>
  margins.filter((_, i) => (labels[i] !== truths[i]) === flipped);

/** Whether there are two classes: margins then say all of an example's loss, and of another label. */
const ofTwo = ({ features }: Sides): boolean => (features?.signals[0]?.length ?? 0) <= 2 * (features?.neurons ?? 0);

/** Margins towards the true label. */
const trueMargins = ({ margins, labels, truths = labels }: Margins): Float64Array =>
  margins.map((z, i) => (labels[i] === truths[i] ? z : -z));

const meanLoss = (margins: Float64Array, { value }: Loss): number =>
  margins.reduce((sum, z) => sum + value(z), 0) / margins.length;

const metric = (name: string, about: string, unit: string, of: WiderMetric["of"]): WiderMetric => ({
  ...{ name, about, unit, of },
});

/** What is recorded of runs beyond the papers' model, in this order. Adding one is one entry here. */
export const WIDER_METRICS: readonly WiderMetric[] = [
  metric("testErrorTrue", "test error against the true labels, where some are flipped", "share", (sides) =>
    sides.test.truths && ofTwo(sides) ? shareWrong(trueMargins(sides.test)) : undefined,
  ),
  metric(
    "trainErrorTrue",
    "training error of the examples whose label is the true one",
    "share",
    ({ train }) => train.truths && shareWrong(chosen(train, false)),
  ),
  metric(
    "trainErrorFlipped",
    "training error of the examples whose label is flipped",
    "share",
    ({ train }) => train.truths && shareWrong(chosen(train, true)),
  ),
  metric("testLoss", "mean loss of fresh examples", "nats with cross-entropy", (sides) =>
    ofTwo(sides) ? meanLoss(sides.test.margins, sides.loss) : undefined,
  ),
  metric("leastMargin", "least y f of the training examples, f = F_{+1} - F_{-1}", "logit", ({ train }) =>
    train.margins.reduce((least, z) => Math.min(least, z)),
  ),
  metric("largestMargin", "largest y f of the training examples", "logit", ({ train }) =>
    train.margins.reduce((most, z) => Math.max(most, z)),
  ),
];

/**
 * What is recorded of several features, each by its number f from 1.
 *
 * of K >= 3 classes, each by its number c: featureLearningC = max_r <w_{c,r}, v_c>, testErrorC of its fresh examples;  else
 * featureFPlus = max_r <w_{+1,r}, v_f>,  featureFMinus = max_r <w_{-1,r}, -v_f>,  testErrorFeatureF: of the fresh examples that show v_f
 */
function ofFeatures({ features, test }: Sides): readonly (readonly [string, number | undefined])[] {
  const { neurons = 1, signals = [] } = features ?? {};
  return signals.flatMap((signal, f): [string, number | undefined][] => {
    const { "+1": plus, "-1": minus } = featureLearning(neurons, signal);
    if (signal.length > 2 * neurons) {
      const wrong = shareWrong(test.margins.filter((_, i) => test.labels[i] === f + 1));
      return [
        [`featureLearning${f + 1}`, maximum(signal, f * neurons, neurons)],
        [`testError${f + 1}`, wrong],
      ];
    }
    const margins = test.margins.filter((_, i) => features?.shown[i] === f);
    return [
      [`feature${f + 1}Plus`, plus],
      [`feature${f + 1}Minus`, minus],
      [`testErrorFeature${f + 1}`, shareWrong(margins)],
    ];
  });
}

/**
 * What is recorded of a moment beyond the papers' metrics.
 *
 * @param sides margins and labels of training and test examples, and the loss
 * @returns by name; test loss where it is finite, and of flipped labels nothing where there are none
 * Source: ours; [K23] has errors against both labels.
 */
export const widerMetrics = (sides: Sides): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...WIDER_METRICS.map(({ name, of }) => [name, of(sides)] as const), ...ofFeatures(sides)].filter(
      (named): named is readonly [string, number] => named[1] !== undefined && Number.isFinite(named[1]),
    ),
  );
