import fc from "fast-check";
import { log } from "../../../src/numeric/log.ts";
import { power } from "../../../src/numeric/power.ts";
import { between, boundOf, meets, type RunInput } from "../../meeting.ts";
import { share, uniform } from "../../uniform.ts";

/** Condition 3.1 of [K23], as far as it says something at one n. */
export const K23_CONDITION = ["k23-dimension", "k23-signal", "k23-start", "k23-step"] as const;

/** What a run of [K23]'s model is chosen by. */
export interface K23Letters {
  readonly n: number;
  readonly d: number;
  readonly m: number;
  /** n |mu|^4/(sigmaP^4 d) */
  readonly ratio: number;
  readonly flip: number;
  /** sigma0 as a share of sqrt(n)/(sigmaP d). */
  readonly start: number;
  /** eta as a share of n m/(sigmaP^2 d). */
  readonly rate: number;
  readonly epochs: number;
}

/** Sizes at which both outcomes are far from the transition. */
export const K23_CHOSEN: Omit<K23Letters, "ratio"> = {
  ...{ n: 20, d: 2000, m: 10, flip: 0.1, start: 0.5, rate: 0.5, epochs: 400 },
};

/** The same in words. */
export const k23At = (ratio: number): string =>
  `n = 20, d = 2000, m = 10, sigmaP = 1, flip = 0.1, n |mu|^4 = ${ratio} sigmaP^4 d, sigma0 = sqrt(n)/(2 sigmaP d), eta = n m/(2 sigmaP^2 d), 400 steps`;

/**
 * A run of [K23]'s model: ReLU, outputs over m, flipped labels, dense noise with a part along the signal, full-batch GD without decay.
 *
 * @param letters its sizes; sigmaP = 1, and |mu| = (ratio d/n)^(1/4)
 * @param seed of data and start
 * @returns a run file
 */
export function k23Run({ n, d, m, ratio, flip, start, rate, epochs }: K23Letters, seed: number): RunInput {
  return {
    setting: {
      ...{ n, d, s: d - 1, sigmaP: 1, alpha: 0, m, q: 1, sigma0: (start * Math.sqrt(n)) / d },
      ...{ labels: "rademacher", mu: power((ratio * d) / n, 1 / 4), alongFeature: true, flip, outputScale: "1/m" },
    },
    optimizer: { name: "sgd", lr: (rate * n * m) / d, weightDecay: 0, convention: "pytorch" },
    ...{ batchSize: n, epochs, recordEvery: epochs, seed, testSize: 1000 },
  };
}

/**
 * Runs that meet Condition 3.1 and one side of the transition with the constant 1.
 *
 * @param side "k23-benign" or "k23-harmful"
 * @returns an arbitrary of run files; of the harmful side |mu|^2 >= sigmaP^2 log n and n |mu|^4 <= sigmaP^4 d ask for d >= n (log n)^2
 */
export function k23Meeting(side: "k23-benign" | "k23-harmful"): fc.Arbitrary<RunInput> {
  return fc
    .record({
      n: fc.constantFrom(8, 12, 16, 24),
      m: fc.constantFrom(4, 8),
      room: uniform(1.2, 8),
      place: share,
      startShare: share,
      stepShare: share,
      flip: fc.constantFrom(0.05, 0.1),
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ n, m, room, place, startShare, stepShare, flip, seed }) => {
      const least = side === "k23-benign" ? n * n : n * log(n) * log(n);
      const d = Math.ceil(room * Math.max(least, n * n));
      const run = k23Run({ n, d, m, ratio: 1, flip, start: 1, rate: 1, epochs: 1 }, seed);
      // The signal's range: from what stands out of the noise, or the transition, to the transition, or what Condition 3.1 lets d bear.
      const [noise, middle, most] = [Math.sqrt(log(n)), run.setting.mu as number, Math.sqrt(d / n)];
      const [from, to] = side === "k23-benign" ? [Math.max(noise, middle), most] : [noise, middle];
      const mu = between(from, to, place);
      const withSignal = { ...run, setting: { ...run.setting, mu } };
      const sigma0 = between(0.1, 1, startShare) * boundOf("k23-start", withSignal);
      const lr = between(0.3, 1, stepShare) * boundOf("k23-step", withSignal);
      // A step moves noise by eta sigmaP^2 d/(n m) of order one: so many steps fit the training set.
      const epochs = Math.ceil(Math.min(4000, (100 * n * m) / (lr * d)));
      const setting = { ...withSignal.setting, sigma0 };
      return { ...run, setting, optimizer: { ...run.optimizer, lr }, epochs, recordEvery: epochs };
    })
    .filter((run) => meets([...K23_CONDITION, side], run));
}
