import { momentRatio } from "../../src/bounds/hypotheses/momentRatio.ts";
import { AT_CHANCE, FEW_ERRORS, FEW_ERRORS_OF_GD } from "../../src/bounds/hypotheses/readings.ts";
import { shortNumber } from "../../src/report/table.ts";
import type { Moment } from "../../src/sim/trajectory.ts";
import type { DrawnRun } from "../choice/state.ts";
import { percent } from "../page/percent.ts";

/** A training at its end. */
export interface Seen {
  readonly run: DrawnRun;
  /** At least the start. */
  readonly history: readonly Moment[];
}

/** What was seen of what a statement predicts. */
export interface Observation {
  readonly observed: string;
  readonly agrees: boolean;
}

/** What a statement says of a recorded training. */
export interface Prediction {
  readonly predicts: string;
  observe(seen: Seen): Observation;
}

const firstOf = ({ history }: Seen) => history[0] as Moment;
const lastOf = ({ history }: Seen) => history.at(-1) as Moment;
const classes = ({ featureLearning: f }: Moment): readonly [number, number] => [f["+1"], f["-1"]];
const signalOf = (moment: Moment) => Math.max(...classes(moment));
const noiseOf = ({ noiseMemorization: { max } }: Moment) => Math.max(max["+1"] ?? 0, max["-1"] ?? 0);
const both = (moment: Moment) => classes(moment).map(shortNumber3).join(" and ");

function shortNumber3(value: number): string {
  return shortNumber(Number(value.toPrecision(3)));
}

/** The first moment at which a quantity has come half the way to its greatest. */
function halfway({ history }: Seen, of: (moment: Moment) => number): Moment {
  const from = of(history[0] as Moment);
  const most = Math.max(...history.map(of));
  return (
    history.find((moment) => of(moment) - from >= (most - from) / 2 && moment.step > 0) ?? (history.at(-1) as Moment)
  );
}

/** A tilde's power of log n, at one n. */
const logOf = ({ run }: Seen) => Math.log(run.setting.n);

const errors = (words: string, right: (testError: number) => boolean): Prediction => ({
  predicts: `training error 0, test error ${words}`,
  observe(seen) {
    const { trainError, testError } = lastOf(seen);
    return {
      observed: `${percent(trainError)} and ${percent(testError)}`,
      agrees: trainError === 0 && right(testError),
    };
  },
});

const fails = errors(`at least ${percent(AT_CHANCE)}`, (error) => error >= AT_CHANCE);
const generalizes = errors(`below ${percent(FEW_ERRORS)}`, (error) => error < FEW_ERRORS);

const moved = (seen: Seen, moment: Moment) => ({
  signal: signalOf(moment) - signalOf(firstOf(seen)),
  noise: noiseOf(moment) - noiseOf(firstOf(seen)),
});

const noiseFirst: Prediction = {
  predicts: "memorized noise grows faster than the signal",
  observe(seen) {
    const when = halfway(seen, noiseOf);
    const { signal, noise } = moved(seen, when);
    return {
      observed: `noise +${shortNumber3(noise)}, signal ${signal < 0 ? "" : "+"}${shortNumber3(signal)} up to epoch ${shortNumber(when.epoch)}`,
      agrees: noise > signal,
    };
  },
};

const reverses: Prediction = {
  predicts: "the signal turns and ends negative",
  observe: (seen) => ({
    observed: `${both(lastOf(seen))} at the end`,
    agrees: classes(lastOf(seen)).every((signal) => signal < 0),
  }),
};

/**
 * What statements say of a recorded training, by the ids of `THEOREMS`: the tildes read as one log n. Adding one is one entry here.
 *
 * Source: [T25], [Z21]; the claims of proofs-check judge them in all their readings, over many runs.
 */
export const PREDICTIONS: Readonly<Partial<Record<string, Prediction>>> = {
  "thm-4.1": fails,
  "thm-4.4": fails,
  "thm-4.4-alpha": fails,
  "adamw-large-fails": fails,
  "thm-4.2": generalizes,
  "thm-4.5": generalizes,
  "adam-mini-generalizes": generalizes,
  "adamw-mini-generalizes": generalizes,
  "gd-generalizes": errors(`at most ${percent(FEW_ERRORS_OF_GD)}`, (error) => error <= FEW_ERRORS_OF_GD),
  "cor-4.3": {
    predicts: "signal and noise never leave the size of their start",
    observe(seen) {
      const size = (moment: Moment) => [Math.max(...classes(moment).map(Math.abs)), Math.abs(noiseOf(moment))] as const;
      const times = (moment: Moment) =>
        Math.max(...size(moment).map((value, k) => value / (size(firstOf(seen))[k] as number)));
      const most = Math.max(...seen.history.map(times));
      const end = times(lastOf(seen));
      return {
        observed: `at most ${shortNumber3(most)} times the start, ${shortNumber3(end)} at the end`,
        agrees: most <= logOf(seen) && end <= 1,
      };
    },
  },
  "moment-ratio": {
    predicts: "no step is larger than a constant number of learning rates",
    observe(seen) {
      const { betas, lr, weightDecay } = seen.run.optimizer;
      const bound = betas && betas[0] * betas[0] < betas[1] ? momentRatio(betas) : Number.POSITIVE_INFINITY;
      let most = 0;
      seen.history.slice(1).forEach((moment, k) => {
        const before = seen.history[k] as Moment;
        classes(moment).forEach((signal, c) => {
          const change = Math.abs(signal - (classes(before)[c] as number)) / (lr * (moment.step - before.step));
          // What decoupled decay takes is no part of the normalized step.
          most = Math.max(most, change - weightDecay * Math.abs(classes(before)[c] as number));
        });
      });
      return {
        observed: `the signal moves at most ${shortNumber3(most)} a step, C = ${shortNumber3(bound)}`,
        agrees: most <= bound,
      };
    },
  },
  "adam-large-stage1": noiseFirst,
  "adamw-large-stage1": noiseFirst,
  "adam-large-flip": reverses,
  "adamw-large-flip": reverses,
  "adamw-large-stage2": {
    predicts: "once reversed, the signal stays negative",
    observe(seen) {
      const turned = seen.history.findIndex((moment) => signalOf(moment) < 0);
      const after = turned < 0 ? [] : seen.history.slice(turned);
      return {
        observed:
          turned < 0
            ? "never reversed"
            : `reversed at epoch ${shortNumber((after[0] as Moment).epoch)}, ${both(lastOf(seen))} at the end`,
        agrees: after.length > 0 && after.every((moment) => signalOf(moment) < 0),
      };
    },
  },
  "adam-mini-stage1": {
    predicts: "while the signal is learnt, the noise stays at its start",
    observe(seen) {
      const times = noiseOf(halfway(seen, signalOf)) / noiseOf(firstOf(seen));
      return {
        observed: `noise ${shortNumber3(times)} times its start when half of the signal is learnt`,
        agrees: times <= logOf(seen),
      };
    },
  },
  "adam-mini-stage2": {
    predicts: "signal of order 1, noise at most of order ηsσₚ + α",
    observe(seen) {
      const { setting, optimizer } = seen.run;
      const noise = noiseOf(lastOf(seen));
      const bound = logOf(seen) * (optimizer.lr * setting.s * setting.sigmaP + setting.alpha);
      const large = classes(lastOf(seen)).every((signal) => signal >= 1 / logOf(seen) && signal <= logOf(seen));
      return {
        observed: `signal ${both(lastOf(seen))}; noise ${shortNumber3(noise)}, bound ${shortNumber3(bound)}`,
        agrees: large && noise <= bound,
      };
    },
  },
  "adamw-mini-stage1": {
    predicts: "an epoch moves the signal further than the noise",
    observe(seen) {
      const when = halfway(seen, signalOf);
      const { signal, noise } = moved(seen, when);
      return {
        observed: `signal +${shortNumber3(signal)}, noise +${shortNumber3(noise)} up to epoch ${shortNumber(when.epoch)}`,
        agrees: signal > noise,
      };
    },
  },
  "adamw-mini-stage2": {
    predicts: "the signal stays learnt",
    observe(seen) {
      const most = [0, 1].map((c) => Math.max(...seen.history.map((moment) => classes(moment)[c] as number)));
      return {
        observed: `${both(lastOf(seen))} at the end, ${most.map(shortNumber3).join(" and ")} at most`,
        agrees: classes(lastOf(seen)).every((signal, c) => signal > 0 && signal >= (most[c] as number) / 2),
      };
    },
  },
  "gd-signal": {
    predicts: "the signal reaches the order of 1/m",
    observe(seen) {
      const { m } = seen.run.setting;
      return {
        observed: `${both(lastOf(seen))}, 1/m = ${shortNumber3(1 / m)}`,
        agrees: classes(lastOf(seen)).every((signal) => signal >= 1 / m),
      };
    },
  },
  "gd-noise": {
    predicts: "while the signal is learnt, the noise stays at its start",
    observe(seen) {
      const learnt = seen.history.find((moment) => signalOf(moment) >= 1 / seen.run.setting.m) ?? lastOf(seen);
      const times = noiseOf(learnt) / noiseOf(firstOf(seen));
      return {
        observed: `noise ${shortNumber3(times)} times its start when the signal is 1/m`,
        agrees: times <= logOf(seen),
      };
    },
  },
};
