import { flipEnd } from "../../bounds/thresholds/feature/flipEnd.ts";
import { recoveryTime } from "../../bounds/thresholds/feature/recoveryTime.ts";
import { type Contagion, contagion } from "../../bounds/thresholds/noise/contagion.ts";
import type { Trial } from "../../experiments/sweep/trial.ts";
import type { Moment } from "../../sim/trajectory.ts";
import { few, most, outside } from "../counted.ts";
import { DECAYED, decayedSetting } from "../decayed.ts";
import { startOf } from "../startOf.ts";
import { FEW, type Measure, MOST, type Part, type Predicted, type Study } from "../study.ts";

const [LR_OF_SIGMA0, REACH] = [1 / 40, 1.5];
/** Weight decays in the unit sigma0/n. */
const UNITS = [0.5, 0.8, 1.7, 2.4, 3.5, 5, 8, 12];
const FEWER = [0.8, 2.4, 5, 8];
/** Seeds from here on are those of the amended rule, which was chosen on the others. */
const FRESH = 201;
/** As the question class-fails: halfway to a class lost. */
const FAILS = 0.25;
const RIGHT = 0.05;
/** An example that no start sees as large, and half of a margin of 1 of one neuron. */
const MEMORIZED = 0.5;
const MARGIN = 2;
const RECOVERS = "recovers";
/** Rules of contagion, as first predicted and as amended. */
const RULES: readonly [string, string] = ["contagion tells", "amended tells"];
const WITHIN: Predicted = { least: 1 / 1.5, most: 1.5 };

const historyOf = ({ recorded }: Trial) => (recorded?.["history"] ?? []) as readonly Moment[];

/** The moments from the first on with training error 0. */
function trained(trial: Trial): readonly Moment[] {
  const history = historyOf(trial);
  const first = history.findIndex(({ trainError }) => trainError === 0);
  return first < 0 ? [] : history.slice(first);
}

const fails = (trial: Trial) => trained(trial).some(({ testError }) => testError >= FAILS);
const recovered = (trial: Trial) => fails(trial) && trial.final.testError <= RIGHT;

/** Steps times eta up to the last moment that fails. */
function measuredTime(trial: Trial): number {
  const last = historyOf(trial).findLast(({ testError }) => testError >= FAILS) as Moment;
  return last.step * trial.config.optimizer.lr;
}

/** Up to the later of the classes; null where one has no winner. */
function predictedTime({ config }: Trial): number | null {
  const { setting, optimizer } = config;
  const { network, start } = startOf(config);
  const { neurons: m } = network;
  const times = ([1, -1] as const).map((j) => {
    const lanes = start.weights.subarray(j === 1 ? 0 : m, j === 1 ? m : 2 * m);
    return recoveryTime(setting, optimizer.weightDecay, lanes.filter((w) => j * w > 0).length);
  });
  return times.includes(Infinity) ? null : Math.max(...times);
}

/** Whether every example of both classes is memorized at some moment. */
const allMemorized = (trial: Trial) =>
  historyOf(trial).some(({ noiseMemorization: { min } }) => Math.min(min["+1"] ?? 0, min["-1"] ?? 0) >= MEMORIZED);

/** Whether a threshold of the start, of both classes, says right whether all is memorized. */
function tells(which: keyof Contagion): Measure["of"] {
  return (trial) => {
    const { network, start } = startOf(trial.config);
    const { "+1": plus, "-1": minus } = contagion(network, start, trial.config.setting.alpha);
    return trial.config.optimizer.weightDecay < Math.min(plus[which], minus[which]) === allMemorized(trial);
  };
}

function recoversBy({ setting, optimizer, batchSize = setting.n }: Trial["config"]): Predicted | undefined {
  const ratio = optimizer.weightDecay / flipEnd(setting, optimizer.betas ?? DECAYED.betas, batchSize);
  if (ratio < MARGIN && ratio > 1 / MARGIN) return undefined;
  return ratio > 1 ? MOST : FEW;
}

function part(sigma0: number, K: number, units: readonly number[], seeds: string): Part {
  const [n, s] = [64, 64];
  const lr = sigma0 * LR_OF_SIGMA0;
  const epochs = Math.round(REACH / (lr * K));
  return {
    ...{ name: `sigma0 = ${sigma0}, b = ${n / K}`, by: ["sigma0", "batchSize", "weightDecay"] },
    plan: {
      base: {
        setting: decayedSetting({ n, s, sigma0 }),
        optimizer: { ...DECAYED, lr },
        ...{ batchSize: n / K, epochs, recordEvery: Math.round(epochs / 60), testSize: 100 },
      },
      axes: { weightDecay: units.map((unit) => (unit * sigma0) / n) },
      ...{ seeds, method: "dynamics", record: ["history"] },
    },
  };
}

export const recovery: Study = {
  name: "recovery",
  question: "When does a network that failed recover, and up to which lambda is memorization contagious?",
  prediction:
    "It recovers if lambda is above the end of the flip, after eta t = (alpha^(q/(q-1)) log(q |zeta|^2/(lambda n))/W)^(1/q), W neurons with the feature's sign, to a factor 1.5; below it never. All examples are memorized up to a lambda that a start gives: where the examples that one neuron memorizes turn its feature so far that it sees the others.",
  derivation: "docs/notes/thresholds.md",
  overturn: "most failed runs recovering at half of the flip's end or below, or a rule that is wrong in most runs",
  measures: [
    {
      name: RECOVERS,
      about: `of the runs with a test error of ${FAILS} or more once trained, those that end at ${RIGHT} or less`,
      of: (trial) => (fails(trial) ? recovered(trial) : null),
      predicted: recoversBy,
    },
    {
      name: "time",
      about: "measured over predicted time of recovery, median of those that recover",
      of: (trial) => {
        const said = recovered(trial) ? predictedTime(trial) : null;
        return said === null ? null : measuredTime(trial) / said;
      },
      predicted: () => WITHIN,
    },
    {
      name: "fails first",
      about: `seeds with a test error of ${FAILS} or more once trained`,
      of: fails,
      predicted: () => undefined,
    },
    { name: "all memorized", about: "seeds", of: allMemorized, predicted: () => undefined },
    {
      name: RULES[0],
      about: "seeds where the start's threshold of contagion, as first predicted, says right whether all is memorized",
      of: tells("atRest"),
      predicted: ({ seed }) => (seed < FRESH ? MOST : undefined),
    },
    {
      name: RULES[1],
      about: "the same by the amended one",
      of: tells("coupled"),
      predicted: ({ seed }) => (seed < FRESH ? undefined : MOST),
    },
    {
      name: "first tells",
      about: "the same by the threshold of the first example",
      of: tells("first"),
      predicted: () => undefined,
    },
    {
      name: "each tells",
      about: "the same by those of the examples by themselves",
      of: tells("alone"),
      predicted: () => undefined,
    },
  ],
  overturns: (row) => (row.measure === RECOVERS ? most(row) : RULES.includes(row.measure) && few(row)) && outside(row),
  parts: (quick) =>
    quick
      ? [part(0.02, 1, [0.8, 3.5], "1-8")]
      : [
          part(0.02, 1, UNITS, "101-120"),
          part(0.02, 2, FEWER, "101-120"),
          part(0.04, 1, [1.2, 1.7, 2.4, 3.5, 5], "201-220"),
          part(0.01, 1, [2.4, 4.2, 6], "201-220"),
        ],
};
