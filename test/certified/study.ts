import { ARITHMETICS, type ArithmeticName } from "../../src/certified/arithmetics.ts";
import { certify } from "../../src/certified/certify.ts";
import { startCertified } from "../../src/certified/training.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { problemOf } from "../../src/dynamics/problem.ts";
import { reduceTo } from "../../src/dynamics/reduce.ts";
import { type DynamicsRun, parseDynamics } from "../../src/dynamics/run.ts";
import type { BinaryInterval } from "../../src/interval/binaryIntervals.ts";
import { bitsOf } from "../../src/interval/binaryIntervals.ts";
import type { Enclosures } from "../../src/interval/enclosures.ts";
import { finish } from "../../src/sim/follow.ts";
import { schedule } from "../../src/sim/schedule.ts";

/** The setting of the card's demand: n = 8, m = 5, s = 36, 2000 steps of full batches. */
export const runOf = (optimizer: object, epochs = 2000): DynamicsRun =>
  parseDynamics({
    setting: {
      ...{ n: 8, d: 400, s: 36, m: 5, sigmaP: 1 / 6, alpha: 0.2, q: 3, sigma0: 0.08 },
      ...{ labels: "balanced", supports: "disjoint" },
    },
    optimizer,
    ...{ batchSize: 8, epochs, recordEvery: epochs, testSize: 1, seed: 1 },
  });

/** Digits that the widest of some numbers has lost. */
function lost(numbers: readonly BinaryInterval[], digits: number): number {
  const widest = numbers.reduce((most, { lo, hi }) => (hi - lo > most ? hi - lo : most), 0n);
  const bits = widest === 0n ? 0 : widest.toString(2).length;
  return Math.max(0, (bits - bitsOf(digits)) * Math.log10(2) + digits);
}

/**
 * How enclosures widen.
 *
 * @param run of full batches
 * @param at steps
 * @param digits of the binary numbers
 * @returns digits that the widest coefficient has lost at each of them
 */
export function losses(run: DynamicsRun, at: readonly number[], digits: number): (number | undefined)[] {
  const problem = problemOf(run);
  const { method } = reduceTo(run.method, problem);
  const enclosures = ARITHMETICS.binary.of(digits) as Enclosures<BinaryInterval>;
  const training = startCertified(method, problem, enclosures);
  const found = new Map<number, number>();
  const labels = problem.start.examples.labels;
  try {
    for (const { batches } of schedule(run)) {
      training.take(batches.indices);
      if (!at.includes(training.step)) continue;
      const noise = Array.from(labels, (_, i) => training.look(i).noise).flat();
      found.set(training.step, lost([...training.signal(), ...noise], digits));
    }
  } catch (error) {
    if ((error as Error).name !== "Undecided") throw error;
  }
  return at.map((step) => found.get(step));
}

/** Seconds that a run takes, and with which digits it is decided. */
export function cost(run: DynamicsRun, arithmetic: ArithmeticName) {
  const begun = performance.now();
  finish(dynamics(run));
  const between = performance.now();
  const { tried, undecided, history } = finish(
    certify(run, { arithmetic, digits: 320, until: ["features", "margins"] }),
  );
  const end = performance.now();
  return {
    doubles: (between - begun) / 1000,
    certified: (end - between) / 1000,
    tried,
    undecided,
    final: history.at(-1),
  };
}
