/** A run in the papers' letters. */
export interface Letters {
  readonly n: number;
  readonly d: number;
  readonly s: number;
  readonly sigmaP: number;
  readonly alpha: number;
  readonly m: number;
  readonly q: number;
  readonly sigma0: number;
  readonly eta: number;
  readonly lambda: number;
  readonly eps: number;
  readonly B: number;
  readonly b1: number;
  readonly b2: number;
}

const { log, max, min, sqrt } = Math;
const within = (ratio: number, least: number, most: number) => ratio >= least && ratio <= most;
const polylog = ({ n }: Letters) => log(n) ** 2;
const perEpoch = ({ n, B }: Letters) => n / B;
const slope = ({ sigma0, q }: Letters) => sigma0 ** (q - 1);

/**
 * Whether a row of the audit holds with its own constant, written once more by hand from docs/theory.md 3.2 to 3.4: nothing here is taken from src/bounds.
 */
export const ROWS: Readonly<Record<string, (at: Letters) => boolean>> = {
  "support-size": ({ s, d, n }) => within((s * n * n) / sqrt(d), 1 / 4, 4),
  "noise-size": (at) => within(at.s * at.sigmaP ** 2, 1 / (4 * polylog(at)), 4),
  "feature-noise-size": (at) => within(at.alpha / at.sigmaP, 1 / 4, 4 * polylog(at)),
  "start-size": ({ sigma0, d }) => within(sigma0 ** 2 * sqrt(d), 1 / 4, 4),
  neurons: (at) => within(at.m, 1 / 4, 4 * polylog(at)),
  "noise-l1": ({ s, sigmaP }) => s * sigmaP > 1,
  "noise-l2": ({ s, sigmaP }) => sqrt(s) * sigmaP <= 1,
  "feature-noise": ({ alpha }) => alpha < 1,
  "noise-step": ({ eta, s, sigmaP }) => eta * s * sigmaP < 1,
  "support-step": (at) => at.eta * at.s < slope(at),
  "single-step": (at) => at.eta < slope(at),
  "sparse-noise": ({ n, s, sigmaP, d }) => n * s ** 2 * sigmaP <= d,
  "sparse-supports": ({ n, s, d }) => n ** 2 * s ** 2 < d,
  "moment-ratio": ({ b1, b2 }) => b1 ** 2 < b2,
  "eps-size": ({ eps, lambda, eta }) => within(eps / (lambda * eta), 1 / 4, 4),
  "some-decay": ({ lambda }) => lambda > 0,
  "adam-decay": ({ lambda, sigma0, q, sigmaP, n }) => lambda < (sigma0 ** (q - 2) * sigmaP) / n,
  "adam-strong-decay": ({ lambda, sigma0, q }) => lambda > sigma0 ** (q - 2),
  "gd-decay": ({ lambda, sigma0, q }) => lambda < sigma0 ** (q - 2),
  "adamw-decay-least": ({ lambda, B, n }) => lambda >= min(B ** 2 / n, 1),
  "adamw-decay-most": ({ lambda }) => lambda <= 1,
  "full-batch": (at) => perEpoch(at) <= 1,
  "large-batch": (at) => within(perEpoch(at), 1 / 4, 4),
  "adamw-large-batch": (at) => within(perEpoch(at), 1 / 4, 4) || perEpoch(at) < at.s * at.sigmaP,
  "mini-batch": (at) => perEpoch(at) >= log(1 / at.eps),
  "adam-batch": (at) => within(perEpoch(at), 1 / 4, 4) || perEpoch(at) >= log(1 / at.eps),
  "adamw-mini-batch": (at) => perEpoch(at) >= max(sqrt(at.n), log(1 / at.eps)),
  "feature-outruns": (at) => perEpoch(at) > at.s * at.sigmaP,
  "feature-far-outruns": (at) => perEpoch(at) > max(at.s * at.sigmaP, sqrt(at.n)),
  "feature-noise-wins": ({ alpha, B, s, sigmaP, n, q }) => alpha >= ((B * s * sigmaP) / n) ** (1 - q),
};

export const holdsAt = (row: string, at: Letters): boolean => (ROWS[row] as (typeof ROWS)[string])(at);

/** The rows of some that fail. */
export const failing = (rows: readonly string[], at: Letters): string[] => rows.filter((row) => !holdsAt(row, at));
