import { frequency } from "../checks/frequency.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { C22_CHOSEN, C22_CONDITION, c22At, c22Run } from "../support/benign/c22.ts";
import { signalFirstCertified } from "../support/benign/certifiedRace.ts";
import { raceAt } from "../support/benign/race.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

/** n SNR^3 at the chosen sizes. */
const RATIO = 10;

/** The numbers of the claim. */
export interface C22SignalFirstNumbers {
  /** The largest noise coefficient then, in units of sigma0 sigmaP sqrt(d): the largest of 400 normal numbers is 3 of them. */
  readonly times?: number;
  /** The least exponent of sigma0 in it. */
  readonly exponent?: number;
  readonly ratio?: number;
}

const noiseThen = (ratio: number, start: number, seed: number, level: Level) =>
  raceAt(c22Run({ ...C22_CHOSEN, ratio, start, epochs: Math.ceil(60 / start) }, seed), level, "signal")?.anyNoise ??
  null;

/**
 * Where the signal wins, it is learnt while the noise is still of its initial size.
 *
 * at the first t with max_r <w_{j,r}, j mu> >= 1 for both j:  max |<w_{j,r}, xi_i>| = O~(sigma0 sigmaP sqrt(d))
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [C22], first stage of the proof of Theorem 4.3, from memory; its number is not known here.
 */
export const c22SignalFirst = ({ times = 10, exponent = 1, ratio = RATIO }: C22SignalFirstNumbers = {}): Claim =>
  defineClaim({
    id: "c22-signal-first",
    source: "C22",
    kind: "rate",
    statement:
      "where n SNR^q = Omega~(1), the signal of both classes becomes of order one while every noise coefficient is O~(sigma0 sigmaP sqrt(d))",
    latex: String.raw`\max_r\langle w_{j,r}^{(T_1)}, j\mu\rangle = \Omega(1),\quad \max_{j,r,i}|\langle w_{j,r}^{(T_1)},\xi_i\rangle| = \tilde O(\sigma_0\sigma_p\sqrt d)`,
    hypotheses: [...C22_CONDITION, "c22-signal-wins"],
    readAs: [`of order one: at least 1; O~: at most ${times} times`, WITH_HIGH_PROBABILITY],
    restsOn: ["c22-decomposition"],
    checks: [
      frequency({
        name: "noise at T1",
        about: `when both signals are 1, no noise coefficient is above ${times} sigma0 sigmaP sqrt(d)`,
        at: c22At(ratio),
        levels: [1, 0],
        asymptotic: true,
        outcome: (seed, { level }) => {
          const noise = noiseThen(ratio, C22_CHOSEN.start, seed, level);
          return noise !== null && noise <= times * C22_CHOSEN.start;
        },
        claimed: [0.5, 1],
      }),
      scaling({
        name: "noise over sigma0",
        about: "the largest noise coefficient when both signals are 1",
        at: `${c22At(ratio)}, but sigma0 in units of 1/(sigmaP sqrt(d))`,
        levels: [1],
        over: "sigma0",
        grid: [0.025, 0.05, 0.1],
        quantity: (start, seed, { level }) => noiseThen(ratio, start, seed, level),
        claimed: [exponent, Infinity],
        slack: { exponent: 0.1, because: "noise that grows by a part of itself while the signal is learnt" },
      }),
      signalFirstCertified(ratio, times),
    ],
  });
