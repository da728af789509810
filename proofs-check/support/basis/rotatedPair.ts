import fc from "fast-check";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";

/** A short full-batch training, to be seen in two bases. */
export interface BasisCase {
  readonly setting: Readonly<Record<string, number | string>>;
  readonly optimizer: { readonly name: string; readonly lr: number };
  readonly steps: number;
  readonly seed: number;
}

/**
 * At most 10 steps, each of which at most doubles what is off (lr q (q-1) |z|^(q-2) |x|^2 <= 1 at these sizes), of sums of at most 100 terms: 2^10 100 2^-53 < 1.2e-11, and
 * the same again for what each step adds.
 */
const ROUNDING = 1e-9;

/** Small problems. */
export const basisCases = (names: readonly string[]): fc.Arbitrary<BasisCase> =>
  fc
    .record({
      n: fc.integer({ min: 1, max: 4 }),
      s: fc.integer({ min: 1, max: 5 }),
      m: fc.integer({ min: 1, max: 3 }),
      q: fc.integer({ min: 3, max: 4 }),
      alpha: fc.constantFrom(0, 0.25, 0.5),
      sigmaP: fc.constantFrom(0.1, 0.25, 0.5),
      sigma0: fc.constantFrom(0.05, 0.1, 0.2),
      name: fc.constantFrom(...names),
      lr: fc.constantFrom(0.01, 0.05, 0.1),
      steps: fc.integer({ min: 1, max: 10 }),
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ n, s, name, lr, steps, seed, ...rest }) => ({
      setting: { ...{ n, d: n * s + 2, s }, ...rest, labels: "rademacher", supports: "disjoint" },
      optimizer: { name, lr },
      ...{ steps, seed },
    }));

/** The run file in a basis. */
export const basisFile = ({ setting, optimizer, steps, seed }: BasisCase, basis: "standard" | "rotated") => ({
  setting: { ...setting, ...(basis === "rotated" && { basis }) },
  optimizer: { ...optimizer, weightDecay: 0, ...(optimizer.name === "adam" && { eps: 0 }) },
  ...{ batchSize: setting.n, epochs: steps, recordEvery: 1, seed, testSize: 1 },
});

/** What does not depend on the basis where a training does not: the loss, and <w, v>. */
function seenIn(drawn: BasisCase, basis: "standard" | "rotated"): number[] {
  const { history } = simulate(parseRun(basisFile(drawn, basis)));
  return history.flatMap(({ trainLoss, featureLearning }) => [trainLoss, ...Object.values(featureLearning)]);
}

/**
 * Whether a training is another one in a rotated basis.
 *
 *   w_t(Q x, Q w_0) = Q w_t(x, w_0)
 *
 * @param drawn setting, optimizer, steps, seed
 * @returns a sentence where a loss or <w, v> differs by more than rounding, else undefined
 * Source: [ZM24] Proposition 1, at second hand.
 */
export function basisViolation(drawn: BasisCase): string | undefined {
  const [standard, rotated] = [seenIn(drawn, "standard"), seenIn(drawn, "rotated")] as const;
  const k = standard.findIndex((x, e) => Math.abs(x - (rotated[e] as number)) > ROUNDING * (1 + Math.abs(x)));
  return k < 0 ? undefined : `number ${k} is ${standard[k]} as drawn and ${rotated[k]} in the rotated basis`;
}
