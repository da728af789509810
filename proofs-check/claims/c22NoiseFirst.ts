import { frequency } from "../checks/frequency.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { C22_CHOSEN, C22_CONDITION, c22At, c22Run } from "../support/benign/c22.ts";
import { noiseFirstCertified } from "../support/benign/certifiedRace.ts";
import { raceAt } from "../support/benign/race.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

/** n SNR^3 at the chosen sizes. */
const RATIO = 0.1;

/** The numbers of the claim. */
export interface C22NoiseFirstNumbers {
  /** The largest signal then, in units of sigma0 |mu|: the largest of 20 normal numbers is 2 of them. */
  readonly times?: number;
  /** The least exponent of sigma0 in it. */
  readonly exponent?: number;
  readonly ratio?: number;
}

function signalThen(ratio: number, start: number, seed: number, level: Level): { signal: number; unit: number } | null {
  const run = c22Run({ ...C22_CHOSEN, ratio, start, epochs: Math.ceil(100 / start) }, seed);
  const race = raceAt(run, level, "noise");
  return race && { signal: race.anySignal, unit: run.setting.sigma0 * (run.setting.mu as number) };
}

/**
 * Where the noise wins, it is memorized while the signal is still of its initial size.
 *
 * at the first t with max_r <w_{y_i,r}, xi_i> >= 1 for all i:  max |<w_{j,r}, mu>| = O~(sigma0 |mu|)
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [C22], first stage of the proof of Theorem 4.4, from memory; its number is not known here.
 */
export const c22NoiseFirst = ({ times = 4, exponent = 1, ratio = RATIO }: C22NoiseFirstNumbers = {}): Claim =>
  defineClaim({
    id: "c22-noise-first",
    source: "C22",
    kind: "rate",
    statement:
      "where n^-1 SNR^-q = Omega~(1), the noise of every example becomes of order one while every signal is O~(sigma0 |mu|)",
    latex: String.raw`\min_i\max_r\langle w_{y_i,r}^{(T_1)},\xi_i\rangle = \Omega(1),\quad \max_{j,r}|\langle w_{j,r}^{(T_1)},\mu\rangle| = \tilde O(\sigma_0\|\mu\|_2)`,
    hypotheses: [...C22_CONDITION, "c22-noise-wins"],
    readAs: [`of order one: at least 1; O~: at most ${times} times`, WITH_HIGH_PROBABILITY],
    restsOn: ["c22-decomposition"],
    checks: [
      frequency({
        name: "signal at T1",
        about: `when all noise is 1, no signal is above ${times} sigma0 |mu|`,
        at: c22At(ratio),
        levels: [1, 0],
        asymptotic: true,
        outcome: (seed, { level }) => {
          const then = signalThen(ratio, C22_CHOSEN.start, seed, level);
          return then !== null && then.signal <= times * then.unit;
        },
        claimed: [0.5, 1],
      }),
      scaling({
        name: "signal over sigma0",
        about: "the largest signal when all noise is 1",
        at: `${c22At(ratio)}, but sigma0 in units of 1/(sigmaP sqrt(d))`,
        levels: [1],
        over: "sigma0",
        grid: [0.025, 0.05, 0.1],
        quantity: (start, seed, { level }) => signalThen(ratio, start, seed, level)?.signal ?? null,
        claimed: [exponent, Infinity],
        slack: { exponent: 0.1, because: "a signal that grows by a part of itself while the noise is memorized" },
      }),
      noiseFirstCertified(ratio, times),
    ],
  });
