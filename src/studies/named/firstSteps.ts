import type { Trial } from "../../experiments/sweep/trial.ts";
import type { PerClass } from "../../sim/trajectory.ts";
import { FEW, type Measure, type Part, type Predicted, type Study } from "../study.ts";
import { testError } from "../testError.ts";
import { PRINTED } from "./printed.ts";

/** Between PyTorch's and the paper's test error. */
const BETWEEN = 0.6;
const ABOVE: Predicted = { least: BETWEEN, most: 1 };
const BELOW: Predicted = { least: 0, most: BETWEEN };

/** The paper's step over PyTorch's at b1 = 0.9, b2 = 0.999, eps = 0. */
const PACE = "(1 - exp(t*log(0.9)))/sqrt(1 - exp(t*log(0.999)))";
/** One factor in the first k steps, 1 after. */
const first = (k: number, factor: string) => `1 + (${factor} - 1)*(1 - min(1, floor(t/${k + 1})))`;

/** What the answer stands on. */
const PACED = "PyTorch's, with the paper's pace";
const PACED_HALF = `${PACED} in the first 2000 steps`;
const WITHOUT_EPS = "the paper's, eps = 0";

/** What is done to the first steps, and what was predicted of the test error. */
interface Intervention {
  readonly called: string;
  readonly convention: "pytorch" | "paper";
  readonly eps: number;
  readonly lrSchedule: string;
  readonly predicted?: Predicted;
}

const INTERVENTIONS: readonly Intervention[] = [
  { called: "PyTorch's", convention: "pytorch", eps: 1e-8, lrSchedule: "constant", predicted: ABOVE },
  { called: "the paper's", convention: "paper", eps: 1e-8, lrSchedule: "constant", predicted: BELOW },
  { called: PACED, convention: "pytorch", eps: 1e-8, lrSchedule: PACE, predicted: BELOW },
  { called: WITHOUT_EPS, convention: "paper", eps: 0, lrSchedule: "constant", predicted: BELOW },
  {
    called: `${PACED} in the first 20 steps`,
    convention: "pytorch",
    eps: 1e-8,
    lrSchedule: first(20, PACE),
    predicted: ABOVE,
  },
  {
    called: `${PACED} in the first 200 steps`,
    convention: "pytorch",
    eps: 1e-8,
    lrSchedule: first(200, PACE),
  },
  {
    called: PACED_HALF,
    convention: "pytorch",
    eps: 1e-8,
    lrSchedule: first(2000, PACE),
    predicted: BELOW,
  },
  {
    called: "the paper's, with PyTorch's pace in the first 200 steps",
    convention: "paper",
    eps: 1e-8,
    lrSchedule: first(200, `1/(${PACE})`),
  },
];
const FIELDS = ["convention", "eps", "lrSchedule"] as const;

const predictedError = ({ optimizer, lrSchedule = "constant" }: Trial["config"]) =>
  INTERVENTIONS.find(
    ({ convention, eps, lrSchedule: asked }) =>
      optimizer.betas?.[1] === 0.999 &&
      optimizer.convention === convention &&
      optimizer.eps === eps &&
      lrSchedule === asked,
  )?.predicted;

const flips = (j: keyof PerClass): Measure => ({
  name: `class ${j} flips`,
  about: `seeds whose feature learning of class ${j} is negative at the end`,
  of: ({ final: { featureLearning } }) => (featureLearning ? featureLearning[j] < 0 : null),
  predicted: ({ optimizer: { betas, eps } }) => ((betas?.[1] ?? 1) <= 0.99 || (eps ?? 0) >= 1e-6 ? FEW : undefined),
});

/** The papers' setting at b = 100, long enough for the outcome: the test error moves by less than 0.06 after epoch 1000. */
const base = (epochs: number) => ({
  ...{ preset: "paper" as const, batchSize: 100, epochs, recordEvery: epochs, testSize: 1000 },
  optimizer: { name: "adamw", lr: 5e-5, weightDecay: 0.01, betas: [0.9, 0.999] as [number, number] },
});

function parts(quick: boolean): readonly Part[] {
  const [epochs, seeds] = quick ? [1000, "1-6"] : [2000, "1-20"];
  // Of 1000 epochs, which are 2000 steps, the pace in the first 2000 is the pace: the same runs. Of 2000 epochs it is that of the first half.
  const asked = INTERVENTIONS.filter(({ called }) => !quick || called !== PACED_HALF);
  const interventions: Part = {
    ...{ name: "interventions", by: FIELDS },
    called: (at) => INTERVENTIONS.find((one) => FIELDS.every((field) => one[field] === at[field]))?.called ?? "",
    plan: {
      base: base(epochs),
      zip: [Object.fromEntries(FIELDS.map((field) => [field, asked.map((one) => one[field])]))],
      seeds,
    },
  };
  const map: Part = {
    ...{ name: "map", by: ["convention", "beta2", "eps"] },
    plan: {
      base: base(epochs),
      axes: { convention: ["pytorch", "paper"], beta2: [0.9, 0.99, 0.999, 0.9999], eps: [0, 1e-8, 1e-7, 1e-6] },
      seeds: "21-32",
    },
  };
  return quick ? [interventions] : [interventions, map];
}

export const firstSteps: Study = {
  name: "first-steps",
  question: "Which term of AdamW's first steps decides at the papers' setting, bias correction or eps?",
  prediction:
    "Bias correction, as a schedule of the learning rate: PyTorch's convention with the paper's pace c_t = (1 - b1^t)/sqrt(1 - b2^t) ends as the paper's does, with eps = 0 in either as well; the pace of 20 steps is not enough, that of 2000 is. Few classes flip at b2 <= 0.99 or eps = 1e-6.",
  derivation: "docs/notes/first-steps.md",
  overturn: "PyTorch's convention with the pace ending above 0.6, or the paper's with eps = 0",
  measures: [
    testError("median at the end", { predicted: predictedError, published: PRINTED }),
    flips("+1"),
    flips("-1"),
  ],
  overturns: ({ measure, called, value }) =>
    measure === "test error" && value !== null && value > BETWEEN && (called === PACED || called === WITHOUT_EPS),
  parts,
};
