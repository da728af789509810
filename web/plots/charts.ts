import type { PublishedEnd } from "../../src/experiments/targets/publishedEnd.ts";
import { epochText, numberText } from "../page/numberText.ts";
import { percent } from "../page/percent.ts";
import type { Recorded } from "../training/recorded.ts";
import type { Look } from "./look.ts";
import type { Class } from "./stages.ts";

/** A curve over the epochs. */
export interface Curve {
  readonly colour: "feature" | "noise" | "fresh" | "train" | "test";
  readonly dash?: readonly [number, number];
  /** In pixels; 2 unless given, 0 for the edge of a band. */
  readonly width?: number;
  readonly of: (record: Recorded) => number | null;
  /** What stands at its end, before its value. */
  readonly label?: string;
  /** Whether it is also drawn, wide and pale, of the level beside the network. */
  readonly beside?: true;
  /** Whether it is also drawn, pale, of the run before this one. */
  readonly ghost?: true;
}

/** What is read at a place of a plot. */
export interface Reading {
  readonly label: string;
  readonly colour?: keyof Look;
  of(record: Recorded): string;
}

/** What one plot shows. */
export interface Chart {
  readonly title: string;
  /** What is drawn, in words. */
  readonly about: string;
  /** In pixels. */
  readonly height: number;
  readonly curves: readonly Curve[];
  /** Pairs of curves, upper and lower, between which it is filled. */
  readonly bands?: readonly (readonly [number, number])[];
  /** The largest value of the axis, where it is always the same. */
  readonly most?: number;
  /** The class whose stages are marked. */
  readonly stages?: Class;
  /** Of a published run's end, what is marked at the right. */
  readonly published?: (end: PublishedEnd) => number | null;
  readonly readings: readonly Reading[];
}

const or = (value: number | null | undefined) => (value === null || value === undefined ? "–" : numberText(value));

const epoch: Reading = { label: "epoch", of: ({ epoch }) => epochText(epoch) };

/**
 * The race of one class: its signal, and all that it is up against, on one scale.
 *
 * @param j the class
 * @returns the plot
 */
export const raceOf = (j: Class): Chart => ({
  title: "Signal against noise",
  about: "Fresh noise decides the test error: the signal must stay above it. Memorized noise is in no fresh example.",
  height: 320,
  stages: j,
  curves: [
    { colour: "noise", of: ({ noiseMemorization: { max } }) => max[j], width: 1.5, beside: true, label: "memorized" },
    { colour: "noise", of: ({ noiseMemorization: { min } }) => min[j], width: 1 },
    { colour: "fresh", of: ({ freshNoise }) => freshNoise?.high[j] ?? null, width: 1 },
    {
      ...{ colour: "fresh", width: 1.5, label: "fresh noise", ghost: true },
      of: ({ freshNoise }) => freshNoise?.median[j] ?? null,
    },
    { colour: "fresh", of: ({ freshNoise }) => freshNoise?.low[j] ?? null, width: 1 },
    {
      ...{ colour: "feature", width: 1.5, dash: [2, 3], label: "counter" },
      of: ({ counterSignal }) => counterSignal?.[j] ?? null,
    },
    {
      ...{ colour: "feature", width: 3, label: "signal", beside: true, ghost: true },
      of: ({ featureLearning }) => featureLearning[j],
    },
  ],
  bands: [
    [0, 1],
    [2, 4],
  ],
  readings: [
    epoch,
    { label: "signal", colour: "feature", of: ({ featureLearning }) => numberText(featureLearning[j]) },
    { label: "counter-signal", colour: "feature", of: ({ counterSignal }) => or(counterSignal?.[j]) },
    {
      ...{ label: "fresh noise", colour: "fresh" },
      of: ({ freshNoise: f }) => (f ? `${or(f.median[j])} (${or(f.low[j])} to ${or(f.high[j])})` : "–"),
    },
    {
      ...{ label: "memorized noise", colour: "noise" },
      of: ({ noiseMemorization: { min, max } }) => `${or(min[j])} to ${or(max[j])}`,
    },
  ],
});

export const ERRORS: Chart = {
  title: "Errors",
  about: "share of the training set, and of fresh examples, that the network gets wrong",
  height: 130,
  curves: [
    { colour: "train", of: ({ trainError }) => trainError, dash: [6, 4], label: "training" },
    { colour: "test", of: ({ testError }) => testError, beside: true, ghost: true, label: "test" },
  ],
  most: 1,
  published: ({ testError }) => testError,
  readings: [
    epoch,
    { label: "training error", colour: "train", of: ({ trainError }) => percent(trainError) },
    { label: "test error", colour: "test", of: ({ testError }) => percent(testError) },
  ],
};

export const LOSS: Chart = {
  title: "Loss",
  about: "mean cross-entropy over the training set, without weight decay",
  height: 130,
  curves: [
    { colour: "train", of: ({ trainLoss }) => trainLoss, dash: [6, 4], beside: true, ghost: true, label: "training" },
  ],
  readings: [epoch, { label: "training loss", colour: "train", of: ({ trainLoss }) => numberText(trainLoss) }],
};
