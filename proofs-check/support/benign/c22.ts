import fc from "fast-check";
import { power } from "../../../src/numeric/power.ts";
import { between, boundOf, meets, type RunInput } from "../../meeting.ts";
import { share, uniform } from "../../uniform.ts";

/** Condition 4.2 of [C22], as far as it says something at one n. */
export const C22_CONDITION = ["c22-dimension", "c22-step", "c22-start-least", "c22-start-most"] as const;

/** What a run of [C22]'s model is chosen by. */
export interface C22Letters {
  readonly n: number;
  readonly d: number;
  readonly m: number;
  /** n SNR^3 */
  readonly ratio: number;
  /** sigma0 sigmaP sqrt(d) */
  readonly start: number;
  /** eta sigmaP^2 d/(n m): what a step moves noise by, as a share of its own. */
  readonly rate: number;
  readonly epochs: number;
}

/** Sizes at which both outcomes are far from the transition. */
export const C22_CHOSEN: Omit<C22Letters, "ratio"> = {
  ...{ n: 20, d: 2000, m: 10, start: 0.1, rate: 0.1, epochs: 600 },
};

/** The same in words. */
export const c22At = (ratio: number): string =>
  `n = 20, d = 2000, m = 10, q = 3, sigmaP = 1, n SNR^3 = ${ratio}, sigma0 sigmaP sqrt(d) = 0.1, eta sigmaP^2 d = 0.1 n m, 600 steps`;

/**
 * A run of [C22]'s model: a cube, outputs over m, no feature noise, dense noise off the signal, full-batch GD without decay.
 *
 * @param letters its sizes; sigmaP = 1, and |mu| = (ratio/n)^(1/3) sqrt(d)
 * @param seed of data and start
 * @returns a run file
 */
export function c22Run({ n, d, m, ratio, start, rate, epochs }: C22Letters, seed: number): RunInput {
  return {
    setting: {
      ...{ n, d, s: d - 1, sigmaP: 1, alpha: 0, m, q: 3, sigma0: start / Math.sqrt(d) },
      ...{ labels: "rademacher", mu: power(ratio / n, 1 / 3) * Math.sqrt(d), outputScale: "1/m" },
    },
    optimizer: { name: "sgd", lr: (rate * n * m) / d, weightDecay: 0, convention: "pytorch" },
    ...{ batchSize: n, epochs, recordEvery: epochs, seed, testSize: 500 },
  };
}

/**
 * Runs that meet Condition 4.2 and one side of the transition with the constant 1.
 *
 * @param side "c22-signal-wins" or "c22-noise-wins"
 * @returns an arbitrary of run files of small n: d = Omega(m^4 n^4) makes larger ones too large
 */
export function c22Meeting(side: "c22-signal-wins" | "c22-noise-wins"): fc.Arbitrary<RunInput> {
  const wins = side === "c22-signal-wins";
  return fc
    .record({
      n: fc.constantFrom(4, 5, 6),
      room: uniform(1.5, 3),
      startShare: share,
      stepShare: share,
      beyond: uniform(0.1, 4),
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ n, room, startShare, stepShare, beyond, seed }) => {
      const m = 2;
      const d = Math.ceil(room * m * m * m * m * n * n * n * n);
      const times = power(2, beyond);
      const run = c22Run({ n, d, m, ratio: wins ? times : 1 / times, start: 1, rate: 1, epochs: 2000 }, seed);
      const sigma0 = between(boundOf("c22-start-least", run), boundOf("c22-start-most", run), startShare);
      const lr = between(0.5, 1, stepShare) * boundOf("c22-step", run);
      return { ...run, setting: { ...run.setting, sigma0 }, optimizer: { ...run.optimizer, lr } };
    })
    .filter((run) => meets([...C22_CONDITION, side], run));
}
