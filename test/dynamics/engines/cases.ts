import fc from "fast-check";
import { drawActiveStart } from "../../../src/data/activeStart.ts";
import { coordinate } from "../../../src/dynamics/coordinate.ts";
import { gram } from "../../../src/dynamics/gram.ts";
import type { Method, Problem, Recurrence } from "../../../src/dynamics/recurrence.ts";
import { scalar } from "../../../src/dynamics/scalar.ts";
import { sign } from "../../../src/dynamics/sign.ts";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import { CONVENTIONS } from "../../../src/optimizers/optimizer.ts";
import { NETWORKS, networkOf } from "../../../src/setting/network.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { type Batches, joinBatches } from "../../../src/sim/batches.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { amsgrad, lion, signum } from "../../helpers/formulaOptimizers.ts";
import { lion as lionByFunction } from "../../helpers/ownOptimizers.ts";

const OWN = [amsgrad, lion, signum].map((given) => defineOptimizer(given).name);

/** Numbers that a drawn start does not hold: they find a wrong mask, a lost sign of zero, a swallowed NaN. */
const ODDITIES = [-0, 5e-324, -1e-310, 1e-160, 1e155, -1e160, Infinity, -Infinity, Number.NaN];

export interface Case {
  readonly problem: Problem;
  readonly legs: readonly Batches[];
}

/** Small problems of a method: odd sizes, both networks, long absences, examples twice in a batch; in some, odd weights. */
export const cases = (method: Method, names: readonly string[]): fc.Arbitrary<Case> =>
  fc
    .record({
      n: fc.integer({ min: 1, max: 7 }),
      s: fc.integer({ min: 1, max: 6 }),
      spare: fc.nat(5),
      disjoint: method === gram ? fc.boolean() : fc.constant(true),
      sigmaP: fc.constantFrom(0, 0.1, 0.5, 2),
      alpha: fc.constantFrom(0, 0.2, 1),
      m: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 13 })),
      q: fc.integer({ min: 3, max: 6 }),
      sigma0: fc.constantFrom(0, 0.01, 0.3, 1),
      network: fc.constantFrom(...NETWORKS),
      name: fc.constantFrom(...names),
      lr: fc.constantFrom(1e-3, 0.1, 1),
      weightDecay: fc.constantFrom(0, 1e-3, 0.5, 4),
      convention: fc.constantFrom(...CONVENTIONS),
      betas: fc.constantFrom<[number, number]>([0.9, 0.999], [0.9, 0.99], [0.5, 0.7], [0, 0.9], [0.9, 0.75], [0.3, 0]),
      eps: method === coordinate ? fc.constantFrom(0, 1e-8, 1e-3) : fc.constant(0),
      seed: fc.nat(1000),
      odd: fc.oneof(fc.constant([]), fc.array(fc.tuple(fc.nat(1000), fc.constantFrom(...ODDITIES)), { maxLength: 3 })),
      legs: fc.array(fc.array(fc.array(fc.nat(6), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 9 }), {
        minLength: 1,
        maxLength: 4,
      }),
      // Steps of example 0 alone in between: the others are away.
      gap: fc.constantFrom(0, 0, 3, 40, 700),
    })
    .map(({ n, s, spare, disjoint, network: networkName, name, odd, legs, gap, seed, ...rest }) => {
      const d = (disjoint ? n * s : s) + 1 + spare;
      const { lr, weightDecay, convention, betas, eps, ...shape } = rest;
      const setting: Setting = { n, s, d, labels: "balanced", ...shape, ...(disjoint && { supports: "disjoint" }) };
      const network = networkOf(networkName, setting);
      const start = drawActiveStart(setting, network, seed);
      for (const [k, value] of odd) start.weights[k % start.weights.length] = value;
      const inside = legs.map((leg) => leg.map((batch) => batch.map((i) => i % n)));
      const away = Array.from({ length: gap }, () => [0]);
      return {
        problem: { network, optimizer: { name, lr, weightDecay, convention, betas, eps }, start },
        legs: inside.map((leg, k) => joinBatches(k === 1 ? [...away, ...leg] : leg)),
      };
    })
    .filter(({ problem }) => method.unmet(problem) === undefined);

/** All that a recurrence says of itself, and what it goes on from. */
export const said = (training: Recurrence): Float64Array[] => {
  const { signal, noise } = training.coefficients();
  return [signal, noise, training.weights(), training.along?.() ?? new Float64Array(0), ...training.state().numbers];
};

/**
 * What both engines say must be the same, bit for bit.
 *
 * @param method of the training
 * @param testCase problem and batches
 * @param everyLeg whether they are asked after every leg, or only at the end
 * @throws Error that says what differs
 */
export function expectEqual(method: Method, { problem, legs }: Case, everyLeg: boolean): void {
  const [expected, actual] = [reference, wasm].map((engine) => method.start(problem, engine)) as [
    Recurrence,
    Recurrence,
  ];
  const look = () => {
    const [ours, theirs] = [said(actual), said(expected)];
    theirs.forEach((values, k) => {
      // A loop that tells NaN and the signs of zeros apart, not a matcher: a matcher a number would take minutes.
      const differs = values.findIndex((value, at) => !Object.is(value, ours[k]?.[at]));
      if (differs >= 0 || values.length !== ours[k]?.length) {
        throw new Error(`${k}, number ${differs}: ${ours[k]?.[differs]}, expected ${values[differs]}`);
      }
    });
  };
  look();
  for (const leg of legs) {
    const finite = expected.run(leg);
    if (actual.run(leg) !== finite) throw new Error(`finite: expected ${finite}`);
    if (actual.step !== expected.step) throw new Error(`step ${actual.step}, expected ${expected.step}`);
    if (everyLeg) look();
  }
  look();
}

/** The trainings that have a kernel: by what recurrence, with which optimizers, and what share of the cases they are given. */
export const ROOMS: readonly (readonly [string, Method, readonly string[], number])[] = [
  ["scalar", scalar, ["adam", "adamw", "signsgd", "signsgdw"], 300],
  ["gram", gram, ["sgd"], 120],
  ["coordinate", coordinate, ["adam", "adamw"], 150],
  ["sign", sign, ["adam", "adamw", ...OWN], 80],
  ["scalar by formulas", scalar, OWN, 80],
  ["scalar by a function, which has no kernel", scalar, [lionByFunction.name], 10],
];
