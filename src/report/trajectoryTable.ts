import type { Moment, Trajectory } from "../sim/trajectory.ts";
import { shortNumber, type Table } from "./table.ts";
import { thin } from "./thin.ts";

const pair = (a: number | null, b: number | null) => [a, b].map((x) => (x === null ? "-" : shortNumber(x))).join(" / ");

const line = ({
  epoch,
  step,
  trainLoss,
  trainError,
  testError,
  featureLearning: f,
  noiseMemorization: { min, max },
  freshNoise,
  metrics = {},
}: Moment) => [
  shortNumber(epoch),
  String(step),
  shortNumber(trainLoss),
  shortNumber(trainError),
  shortNumber(testError),
  pair(f["+1"], f["-1"]),
  pair(min["+1"], min["-1"]),
  pair(max["+1"], max["-1"]),
  ...(freshNoise ? [pair(freshNoise.high["+1"], freshNoise.high["-1"])] : []),
  ...Object.values(metrics).map(shortNumber),
];

/**
 * A trajectory's moments, at most twelve of them evenly spread, classes as "+1 / -1"; users' own metrics last.
 *
 * @param trajectory of any level
 * @returns a table
 */
export function trajectoryTable({ history, final }: Trajectory): Table {
  return {
    head: [
      "epoch",
      "step",
      "train loss",
      "train\nerror",
      "test\nerror",
      "feature learning",
      "noise memorization\nmin",
      "noise memorization\nmax",
      ...(history[0]?.freshNoise ? ["fresh noise\n95%"] : []),
      ...Object.keys(final.metrics ?? {}),
    ],
    rows: thin(history).map(line),
  };
}
