import type { Moment } from "../../src/sim/trajectory.ts";
import type { Look } from "./look.ts";

/** A curve over the epochs. */
export interface Curve {
  readonly colour: "feature" | "noise" | "fresh" | "train" | "test";
  /** Class -1 is dashed where classes are drawn apart. */
  readonly dash?: true;
  readonly of: (moment: Moment) => number | null;
  /** Whether it is also drawn, wide and pale, of the level beside the network. */
  readonly beside?: true;
}

/** What one plot shows. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What is drawn, in words. */
  readonly about: string;
  readonly curves: readonly Curve[];
  /** Pairs of curves, upper and lower, between which it is filled. */
  readonly bands?: readonly (readonly [number, number])[];
  /** The largest value of the axis, where it is always the same. */
  readonly most?: number;
  readonly keys: readonly { readonly label: string; readonly colour: keyof Look; readonly dash?: true }[];
}

const noise = (end: "min" | "max", j: "+1" | "-1", more: { dash?: true; beside?: true } = {}): Curve => ({
  colour: "noise",
  of: ({ noiseMemorization }) => noiseMemorization[end][j],
  ...more,
});

const fresh = (j: "+1" | "-1", more: { dash?: true } = {}): Curve => ({
  colour: "fresh",
  of: ({ freshNoise }) => freshNoise?.high[j] ?? null,
  ...more,
});

/** The plots of the page. Adding one is one entry here. */
export const CHARTS: readonly Chart[] = [
  {
    id: "signal",
    title: "Signal and fresh noise",
    about:
      "how much of the feature each class has learnt, the largest ⟨w, jv⟩ of its neurons; and the noise that it must drown: the largest ⟨w, ξ⟩ that 95% of fresh examples stay below",
    curves: [
      { colour: "feature", of: ({ featureLearning }) => featureLearning["+1"], beside: true },
      { colour: "feature", of: ({ featureLearning }) => featureLearning["-1"], beside: true, dash: true },
      fresh("+1"),
      fresh("-1", { dash: true }),
    ],
    keys: [
      { label: "signal, class +1", colour: "feature" },
      { label: "class −1", colour: "feature", dash: true },
      { label: "fresh noise, class +1", colour: "fresh" },
      { label: "class −1", colour: "fresh", dash: true },
    ],
  },
  {
    id: "noise",
    title: "Memorized noise",
    about:
      "how much of its training examples’ noise each class has memorized: the largest ⟨w, ξ⟩ of its neurons, from the least to the most memorized example",
    curves: [
      noise("max", "+1", { beside: true }),
      noise("min", "+1"),
      noise("max", "-1", { dash: true, beside: true }),
      noise("min", "-1", { dash: true }),
    ],
    bands: [
      [0, 1],
      [2, 3],
    ],
    keys: [
      { label: "class +1", colour: "noise" },
      { label: "class −1", colour: "noise", dash: true },
    ],
  },
  {
    id: "errors",
    title: "Errors",
    about: "share of the training set, and of fresh examples, that the network gets wrong",
    curves: [
      { colour: "train", of: ({ trainError }) => trainError, dash: true },
      { colour: "test", of: ({ testError }) => testError, beside: true },
    ],
    most: 1,
    keys: [
      { label: "training", colour: "train", dash: true },
      { label: "test", colour: "test" },
    ],
  },
  {
    id: "loss",
    title: "Loss",
    about: "mean cross-entropy over the training set, without weight decay",
    curves: [{ colour: "train", of: ({ trainLoss }) => trainLoss, dash: true, beside: true }],
    keys: [{ label: "training", colour: "train", dash: true }],
  },
];
