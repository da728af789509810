import { type Level } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { observe } from "../../observe.ts";

/** How far signal and noise of a training are. */
export interface Race {
  /** min_j max_r <w_{j,r}, j mu>: the class that has learnt less. */
  readonly signal: number;
  /** min_i max_r <w_{y_i,r}, xi_i>: the example that is memorized least. */
  readonly noise: number;
  /** max |<w, mu>| and max |<w, xi_i>| over all neurons. */
  readonly anySignal: number;
  readonly anyNoise: number;
}

const most = (count: number, of: (k: number) => number): number => {
  let largest = -Infinity;
  for (let k = 0; k < count; k++) largest = Math.max(largest, of(k));
  return largest;
};

/**
 * The first moment at which signal or noise is of order one.
 *
 * @param run of [C22]'s model
 * @param level that is followed
 * @param which of the two must be at least 1, for both classes or all examples
 * @returns the race then; null where the run ends before
 */
export function raceAt(run: RunInput, level: Level, which: "signal" | "noise"): Race | null {
  const { problem, moments } = observe(runOf(run), level, "step");
  const { mu = 1, m } = run.setting;
  const { labels, count } = problem.start.examples;
  const width = 2 * m;
  for (const { signal, noise } of moments) {
    const ofClass = (side: 0 | 1) => most(m, (r) => (side === 0 ? 1 : -1) * mu * (signal[side * m + r] as number));
    const ofExample = (i: number) => {
      const first = i * width + (labels[i] === 1 ? 0 : m);
      return most(m, (r) => noise[first + r] as number);
    };
    const now = {
      signal: Math.min(ofClass(0), ofClass(1)),
      noise: -most(count, (i) => -ofExample(i)),
      anySignal: mu * most(width, (r) => Math.abs(signal[r] as number)),
      anyNoise: most(noise.length, (at) => Math.abs(noise[at] as number)),
    };
    if (now[which] >= 1) return now;
  }
  return null;
}
