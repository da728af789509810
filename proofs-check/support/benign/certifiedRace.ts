import { power } from "../../../src/numeric/power.ts";
import { type CertifiedPath, certifiedPaths } from "../../checks/certifiedPaths.ts";
import type { Check } from "../../claim.ts";
import type { RunInput } from "../../meeting.ts";
import { featuresOf, leastMemorized, sizesOf } from "../evidence/enclosed.ts";

/** sigma0 sigmaP sqrt(d), and what a step moves noise by, as a share of its own: as the claims' own runs have them. */
const SIZES = { n: 6, d: 300, m: 8, start: 0.1, rate: 0.1 };
/** m^(1/3) */
const HALVED = 2;
/** After which the one that wins is learnt, at either ratio. */
const EPOCHS = 1000;

/**
 * A run of [C22]'s model as one of the papers': patches over |mu|, weights times |mu|/m^(1/3), of which the outputs are sums and not means.
 *
 *   (1/m) sum_r sigma(<w,x>) = sum_r sigma(<w |mu|/2, x/|mu|>),   lr |mu|^2/4,   m = 8, q = 3: real arithmetic leads both the same way
 */
const raceRun =
  (ratio: number) =>
  (seed: number): RunInput => {
    const { n, d, m, start, rate } = SIZES;
    const mu = power(ratio / n, 1 / 3);
    const sigmaP = 1 / (mu * Math.sqrt(d));
    return {
      setting: { n, d, s: d - 1, sigmaP, alpha: 0, m, q: 3, sigma0: (mu * start) / HALVED, labels: "rademacher" },
      optimizer: {
        name: "sgd",
        lr: (mu * mu * rate * n * m) / (HALVED * HALVED),
        weightDecay: 0,
        convention: "pytorch",
      },
      ...{ batchSize: n, epochs: EPOCHS, recordEvery: 1, seed, testSize: 1 },
    };
  };

const at = (ratio: number) =>
  `n = 6, d = 300, m = 8, q = 3, n SNR^3 = ${ratio}, sigma0 sigmaP sqrt(d) = 0.1, eta sigmaP^2 d = 0.1 n m`;

/** Coefficients are half of what the model's are. */
const ONE = 1 / HALVED;

const certifiedRace = (ratio: number, about: string, says: (path: CertifiedPath) => boolean | undefined): Check =>
  certifiedPaths({
    ...{ name: "certified race", at: at(ratio), run: raceRun(ratio), says },
    about: `starts from which, in real arithmetic, ${about}: enclosed at every step`,
  }) as Check;

/** That no noise coefficient is large when both signals are 1. */
export const signalFirstCertified = (ratio: number, times: number): Check =>
  certifiedRace(
    ratio,
    `no noise coefficient is above ${times} sigma0 sigmaP sqrt(d) at the first step at which both signals are 1`,
    ({ moments }) => {
      if (featuresOf(moments[0]).some(({ hi }) => hi <= 0)) return false;
      const then = moments.find((moment) => featuresOf(moment).every(({ lo }) => lo >= ONE));
      const passed = moments.find((moment) => featuresOf(moment).every(({ hi }) => hi >= ONE));
      if (!then || then !== passed) return undefined;
      const { lo, hi } = sizesOf(then).noise;
      const most = times * SIZES.start * ONE;
      return hi <= most ? true : lo > most ? false : undefined;
    },
  );

/** That no signal is large when every example's noise is 1. */
export const noiseFirstCertified = (ratio: number, times: number): Check =>
  certifiedRace(
    ratio,
    `no signal is above ${times} sigma0 |mu| at the first step at which the noise of every example is 1`,
    (path) => {
      const { moments, run } = path;
      const then = moments.find((moment) => leastMemorized(path, moment).lo >= ONE);
      const passed = moments.find((moment) => leastMemorized(path, moment).hi >= ONE);
      if (!then) return passed ? undefined : false;
      if (then !== passed) return undefined;
      const { lo, hi } = sizesOf(then).signal;
      const most = times * run.setting.sigma0;
      return hi <= most ? true : lo > most ? false : undefined;
    },
  );
