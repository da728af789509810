import { aboutField, type Field } from "../../setting/fields.ts";
import { isImages } from "../../setting/imageSource.ts";
import { modelShape } from "../../setting/modelShape.ts";
import { settingSchema } from "../../setting/setting.ts";
import type { MetricHead } from "../../sim/metricHead.ts";
import type { FreshNoise, OutsideMoment, PerClass } from "../../sim/trajectory.ts";
import { WIDER_METRICS } from "../../sim/widerMetrics.ts";
import type { Finished } from "../journal/line.ts";
import { type About, type Cell, type Column, type Entry, entry, type Path } from "./column.ts";
import { isDiverged } from "./events.ts";
import { IMAGE_COLUMNS, imagesCell } from "./imageColumns.ts";
import type { Trial } from "./trial.ts";

/** What is true or false is a cell of text. */
const wordOf = (value: unknown) => {
  if (isImages(value)) return imagesCell(value);
  return typeof value === "boolean" ? String(value) : value;
};

/** A column beyond the papers' model. */
const widerEntry = (path: Path, about: About): Entry => ({ ...entry(path, about, wordOf), wider: true });

const INTEGERS = ["n", "d", "s", "m", "q", "classes", "featureSupport", "features", "patches"];
const NAMES = [
  ...["data", "labels", "supports", "xor", "basis", "noise", "alongFeature", "flipEvery"],
  ...["activation", "outputScale", "biases", "secondLayer"],
];
const typeOf = (name: string) => (INTEGERS.includes(name) ? "integer" : NAMES.includes(name) ? "string" : "double");

const SETTING = Object.entries(settingSchema.shape).map(([name, schema]) => {
  const { meaning, unit }: Field = aboutField(schema);
  const of = Object.hasOwn(modelShape, name) ? widerEntry : entry;
  return of(["setting", name], [name, typeOf(name), unit, meaning]);
});

const RUN: readonly Entry[] = [
  entry(["network"], ["network", "string", "name", "cnn or linear"]),
  entry(["optimizer", "name"], ["optimizer", "string", "name", "optimizer"]),
  entry(["optimizer", "lr"], ["lr", "double", "weight per step (weight^2 for sgd)", "learning rate eta"]),
  entry(
    ["optimizer", "weightDecay"],
    ["weightDecay", "double", "1/weight^2 (coupled) or 1/lr (decoupled)", "weight decay lambda"],
  ),
  entry(["optimizer", "betas", 0], ["beta1", "double", "none", "memory of the first moment"]),
  entry(["optimizer", "betas", 1], ["beta2", "double", "none", "memory of the second moment"]),
  entry(["optimizer", "eps"], ["eps", "double", "gradient", "added to the root of the second moment"]),
  widerEntry(["optimizer", "momentum"], ["momentum", "double", "none", "share of the momentum that a step keeps"]),
  widerEntry(
    ["optimizer", "rho"],
    ["rho", "double", "weight", "how far SAM takes its second gradient from the weights"],
  ),
  widerEntry(["optimizer", "maxNorm"], ["maxNorm", "double", "gradient", "bound of the gradient's norm"]),
  entry(["optimizer", "convention"], ["convention", "string", "name", "pytorch or paper"]),
  entry(["batchSize"], ["batchSize", "integer", "examples", "examples of a batch"]),
  entry(["epochs"], ["epochs", "integer", "epochs", "passes over the training set that were asked for"]),
  widerEntry(["loss"], ["loss", "string", "name", "loss of the margin"]),
  widerEntry(
    ["labelSmoothing"],
    ["labelSmoothing", "double", "share", "share of the loss that is of both labels alike"],
  ),
  widerEntry(["lrSchedule"], ["lrSchedule", "string", "name or formula", "what lr is multiplied by"]),
  widerEntry(["warmup"], ["warmup", "integer", "epochs", "epochs in which lr rises from 0"]),
  widerEntry(["batchSchedule"], ["batchSchedule", "string", "name or formula", "what batchSize is multiplied by"]),
  entry(["testSize"], ["testSize", "integer", "examples", "fresh examples for the test error"]),
  entry(["recordEvery"], ["recordEvery", "integer", "epochs", "epochs between two records (steps with batches given)"]),
];

const SEED = entry(["seed"], ["seed", "integer", "none", "seed of every random number"]);

/** A column of what came out. */
const outcome = (about: About, of: (trial: Trial) => Cell | undefined): Column => ({
  name: about[0],
  type: about[1],
  unit: about[2],
  about: about[3],
  of: (_, finished) => ("outcome" in finished ? (of(finished.outcome) ?? null) : null),
});

const metric = (about: About, of: (final: OutsideMoment) => Cell): Column => outcome(about, ({ final }) => of(final));

/** A metric of both classes. */
const perClass = (
  name: string,
  unit: string,
  about: string,
  of: (final: OutsideMoment) => PerClass<number | null> | undefined,
) => [
  metric([`${name}Plus`, "double", unit, `${about}, class +1`], (final) => of(final)?.["+1"] ?? null),
  metric([`${name}Minus`, "double", unit, `${about}, class -1`], (final) => of(final)?.["-1"] ?? null),
];

/** Quantiles of the fresh noise. */
const FRESH = [
  ["Low", "5%"],
  ["Median", "half"],
  ["High", "95%"],
] as const;

/** What carried a run out, in words. */
export const engineText = ({ engine: { name, version }, outside }: Pick<Trial, "engine" | "outside">): string =>
  `${name} ${version}${outside ? " (outside)" : ""}`;

/** What is said of how a run ended. */
function statusOf(finished: Finished<Trial>): string {
  if ("failed" in finished) return "failed";
  const { stopped } = finished.outcome;
  return isDiverged(finished.outcome) ? "diverged" : stopped ? `stopped: ${stopped.rule}` : "complete";
}

const OUTCOME: readonly Column[] = [
  {
    name: "status",
    type: "string",
    unit: "name",
    about:
      "complete, stopped: RULE, diverged (a number was not finite, and the metrics are those of the last record before; or stop.diverged) or failed",
    of: (_, finished) => statusOf(finished),
  },
  metric(["epoch", "double", "epochs", "examples seen / n at the last record"], ({ epoch }) => epoch),
  metric(["step", "integer", "steps", "steps done at the last record"], ({ step }) => step),
  metric(
    ["trainLoss", "double", "nats", "mean cross-entropy over the training set, without decay"],
    (m) => m.trainLoss,
  ),
  metric(
    ["trainError", "double", "none", "share of the training set that is wrong; a tie counts"],
    (m) => m.trainError,
  ),
  metric(["testError", "double", "none", "share of fresh examples that are wrong; a tie counts"], (m) => m.testError),
  ...perClass("featureLearning", "weight", "max over r of <w_{j,r}, j v>", (m) => m.featureLearning),
  ...perClass(
    "noiseMemorizationLeast",
    "weight times patch",
    "least over the class's examples of max over r of <w_{j,r}, xi_i>",
    (m) => m.noiseMemorization?.min,
  ),
  ...perClass(
    "noiseMemorizationMost",
    "weight times patch",
    "largest over the class's examples of max over r of <w_{j,r}, xi_i>",
    (m) => m.noiseMemorization?.max,
  ),
  ...FRESH.flatMap(([end, share]) =>
    perClass(
      `freshNoise${end}`,
      "weight times patch",
      `what ${share} of the fresh examples stay at or below of max over r of <w_{j,r}, xi>`,
      (m) => m.freshNoise?.[end.toLowerCase() as keyof FreshNoise],
    ),
  ),
  outcome(
    ["fittedEpoch", "double", "epochs", "first epoch recorded with training error 0, where the plan records it"],
    ({ recorded }) => recorded?.fittedEpoch as Cell | undefined,
  ),
  outcome(
    ["divergedStep", "integer", "steps", "step at which a number was not finite"],
    ({ diverged }) => diverged?.step,
  ),
  outcome(
    ["engine", "string", "name", "what carried it out, with its version; (outside): a trainer of a user's own"],
    engineText,
  ),
  {
    name: "reason",
    type: "string",
    unit: "text",
    about: "why a run has failed",
    of: (_, finished) => ("failed" in finished ? finished.failed.reason : null),
  },
  { name: "key", type: "string", unit: "hash", about: "name of the run in the journal", of: (key) => key },
];

/** The column of a metric that goes by a name: at the last record. */
export const metricColumn = ({ name, about, unit }: MetricHead): Column =>
  outcome([name, "double", unit, about], ({ final }) => final.metrics?.[name]);

/** Every column of the table of a sweep's runs, in order. Adding one is one entry here. */
export const COLUMNS: readonly Column[] = [
  entry(["level"], ["method", "string", "name", "how the plan wanted it run: simulate, dynamics, auto or trainer"]),
  ...SETTING,
  ...IMAGE_COLUMNS,
  ...RUN,
  SEED,
  ...WIDER_METRICS.map((metric): Column => ({ ...metricColumn(metric), wider: true })),
  ...OUTCOME,
];

/** Columns that a plan may vary, by name. */
export const AXES: ReadonlyMap<string, Entry> = new Map(
  [...SETTING, ...IMAGE_COLUMNS, ...RUN].map((column) => [column.name, column]),
);

/** A run as a row of cells, in the order of the columns. */
export const rowOf = (columns: readonly Column[], [key, finished]: readonly [string, Finished<Trial>]): Cell[] =>
  columns.map(({ of }) => of(key, finished));
