import fc from "fast-check";
import { uniform } from "../../proofs-check/uniform.ts";
import { LABELS, type Setting } from "../setting/setting.ts";

/** Small valid settings, supports overlapping or not: n <= 8, d <= 12, m <= 3, q 3 to 5. */
const settings: fc.Arbitrary<Setting> = fc
  .record({
    n: fc.integer({ min: 1, max: 8 }),
    d: fc.integer({ min: 2, max: 12 }),
    s: fc.integer({ min: 1, max: 11 }),
    sigmaP: fc.double({ min: 0.125, max: 1, noNaN: true }),
    alpha: fc.oneof(uniform(0, 0.5), fc.double({ min: 0, max: 0.5, noNaN: true })),
    m: fc.integer({ min: 1, max: 3 }),
    q: fc.integer({ min: 3, max: 5 }),
    sigma0: fc.double({ min: 0.125, max: 0.5, noNaN: true }),
    labels: fc.constantFrom(...LABELS),
  })
  .map((setting) => ({ ...setting, s: Math.min(setting.s, setting.d - 1) }));

/** The same with disjoint supports, which may fill all coordinates but the feature's. */
const disjointSettings: fc.Arbitrary<Setting> = fc
  .tuple(settings, fc.integer({ min: 1, max: 5 }), fc.oneof(fc.constant(0), fc.nat(20)))
  .map(([setting, s, spare]) => ({ ...setting, s, d: setting.n * s + 1 + spare, supports: "disjoint" }));

/**
 * fast-check arbitraries of small valid settings, for properties of your own; `meeting` draws whole runs that meet a theorem's hypotheses.
 *
 * Source: ours.
 * @example
 * fc.sample(arbitraries.settings, { seed: 1, numRuns: 20 }).every(({ s, d }) => s < d) // => true
 */
export const arbitraries = { settings, disjointSettings };
