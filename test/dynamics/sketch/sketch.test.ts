import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawActiveStart } from "../../../src/data/activeStart.ts";
import { drawActiveTestExamples } from "../../../src/data/activeTestExamples.ts";
import { shrinkage } from "../../../src/dynamics/coasting.ts";
import { trainerOf } from "../../../src/dynamics/engines/registry.ts";
import { inactiveSize } from "../../../src/dynamics/inactive.ts";
import { byWeights, newJudge } from "../../../src/dynamics/judge.ts";
import type { Direction, Problem, Recurrence } from "../../../src/dynamics/recurrence.ts";
import { newExact } from "../../../src/dynamics/sketch/exactly.ts";
import { ownersOf } from "../../../src/dynamics/sketch/meetings.ts";
import { prepare } from "../../../src/dynamics/sketch/prepare.ts";
import { allInDoubt, settle } from "../../../src/dynamics/sketch/settle.ts";
import { newSketch, type Sight } from "../../../src/dynamics/sketch/sketch.ts";
import { touching } from "../../../src/dynamics/touching.ts";
import { integerPower } from "../../../src/numeric/integerPower.ts";
import { networkOf } from "../../../src/setting/network.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { joinBatches } from "../../../src/sim/batches.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { tested } from "../../../src/sim/metrics.ts";
import { parseRun, type Run } from "../../../src/sim/run.ts";

interface Case {
  readonly run: Run;
  readonly problem: Problem;
  readonly recurrence: Recurrence;
  readonly legs: readonly number[][][];
}

/** Numbers far from where most are, or none: a sketch must know when it says nothing. */
const ODDITIES = [5e-324, 1e-160, 1e-70, 1e60, 1e155, -1e300, Infinity, Number.NaN];

const shapes = fc.record({
  n: fc.integer({ min: 1, max: 12 }),
  s: fc.integer({ min: 1, max: 12 }),
  spare: fc.constantFrom(1, 5, 60, 1e9),
  disjoint: fc.boolean(),
  sigmaP: fc.constantFrom(0, 1e-3, 0.1, 2),
  alpha: fc.constantFrom(0, 0.2, 1),
  m: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 23 })),
  q: fc.integer({ min: 2, max: 6 }),
  sigma0: fc.constantFrom(0, 1e-9, 0.01, 1),
  lr: fc.constantFrom(1e-3, 0.1),
  weightDecay: fc.constantFrom(0, 0.5, 4),
  testSize: fc.integer({ min: 64, max: 300 }),
  seed: fc.nat(1000),
  odd: fc.oneof(fc.constant([]), fc.array(fc.tuple(fc.nat(1000), fc.constantFrom(...ODDITIES)), { maxLength: 2 })),
  legs: fc.array(fc.array(fc.array(fc.nat(11), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 4,
  }),
});
type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;

function caseOf({ n, s, spare, disjoint, odd, legs, lr, weightDecay, testSize, seed, ...shape }: Shape): Case {
  const setting: Setting = {
    ...{ n, s, d: (disjoint ? n * s : s) + 1 + spare, labels: "balanced", ...shape },
    ...(disjoint && { supports: "disjoint" }),
  };
  const optimizer = disjoint
    ? { name: "adamw", lr, weightDecay, betas: [0.9, 0.99] as const, eps: 0, convention: "pytorch" as const }
    : { name: "sgd", lr, weightDecay, convention: "pytorch" as const };
  const network = networkOf("cnn", setting);
  const start = drawActiveStart(setting, network, seed);
  for (const [k, value] of odd) start.weights[k % start.weights.length] = value;
  const problem: Problem = { network, optimizer, start };
  return {
    run: { ...parseRun({ preset: "tiny", optimizer, batchSize: 1, epochs: 50 }), setting, seed, testSize },
    problem,
    recurrence: trainerOf(wasm).directional(problem, disjoint ? Math.sign : (z) => z),
    legs: legs.map((leg) => leg.map((batch) => batch.map((i) => i % n))),
  };
}

const cases: fc.Arbitrary<Case> = shapes.map(caseOf);

const touchedBy = ({ run, problem }: Case) => {
  const { coordinates } = problem.start;
  const lanes = 2 * problem.network.neurons;
  const examples = drawActiveTestExamples(run.setting, run.seed, run.testSize, coordinates, lanes);
  return touching(examples, coordinates.length);
};

/** A sketch, unless examples meet too often. */
function sketchOf(problem: Problem, all: ReturnType<typeof touchedBy>, { direction }: Recurrence) {
  const prepared = prepare(problem, all, ownersOf(problem.start.examples, direction as Direction));
  return prepared ? newSketch(problem.network, all.examples.labels, prepared) : () => undefined;
}

const stateOf = ({ problem: { optimizer } }: Case, recurrence: Recurrence, size: number) => ({
  decayed: integerPower(shrinkage(optimizer), recurrence.step),
  size,
  signal: recurrence.coefficients().signal,
  along: recurrence.along?.() as Float64Array,
});

/** A setting like the papers', small. */
const ORDINARY = caseOf(
  fc
    .sample(shapes, { numRuns: 300, seed: 1 })
    .find(
      ({ sigmaP, sigma0, m, testSize, odd }) =>
        sigmaP > 0 &&
        sigma0 === 0.01 &&
        m > 5 &&
        testSize > 200 &&
        (odd as readonly [number, number][]).every(([, value]) => Math.abs(value) < 1),
    ) as Shape,
);

describe("a sketch", () => {
  test.prop([cases], { numRuns: 200, endOnFailure: true })(
    "changes no bit of what is said of fresh examples",
    (given) => {
      const { run, problem, recurrence, legs } = given;
      const { judge } = newJudge(run, problem, wasm);
      const inFull = byWeights(problem, touchedBy(given), wasm);
      const tau = inactiveSize(problem.optimizer, run.setting.sigma0);
      const agree = () => {
        const [{ margins: _, ...said }, { margins: __, ...exact }] = [
          judge(recurrence, recurrence.coefficients()),
          tested(inFull(recurrence, tau(recurrence.step))),
        ];
        expect(said).toEqual(exact);
      };
      agree();
      for (const leg of legs) {
        recurrence.run(joinBatches(leg));
        agree();
      }
    },
  );

  // What it may be off by: as little as can be, or more, so that it is combined from what was seen before; or anything.
  const enough = fc.constantFrom(0, 1e-6, 1e-3, 0.1, Infinity);

  test.prop([cases, fc.infiniteStream(enough)], { numRuns: 100 })(
    "is off by no more than it says",
    (given, allowances) => {
      const { run, problem, recurrence, legs } = given;
      const all = touchedBy(given);
      const look = sketchOf(problem, all, recurrence);
      const inFull = byWeights(problem, all, reference);
      const tau = inactiveSize(problem.optimizer, run.setting.sigma0);
      for (const leg of [[], ...legs, ...legs]) {
        recurrence.run(joinBatches(leg));
        const size = tau(recurrence.step);
        const sight = look(stateOf(given, recurrence, size));
        if (!sight) continue;
        const { noise } = inFull(recurrence, size);
        const allowed = allowances.next().value as number;
        const { sides, slack } = sight.all(allowed);
        expect(slack).toBeLessThanOrEqual(Math.max(allowed / sight.unit, 4 * sight.closest));
        for (const side of [0, 1] as const) {
          // One expectation a class: one an example would take minutes.
          const exact = noise[side];
          const off = Array.from(sides[side].largest, (about, i) =>
            Math.abs(about - (exact[i] as number) / sight.unit),
          );
          const most = Math.max(...off);
          expect(most).toBeLessThanOrEqual(slack);
        }
        const chosen = Int32Array.from(noise[0].keys()).filter((i) => i % 3 === 0);
        const some = sight.some(chosen);
        const off = Array.from(chosen, (i, k) =>
          Math.abs((some.sides[1].largest[k] as number) - (noise[1][i] as number) / sight.unit),
        );
        expect(Math.max(...off)).toBeLessThanOrEqual(some.slack);
      }
    },
  );

  test.prop([cases], { numRuns: 50 })("judges what it is asked as the plain engine does", (given) => {
    const { run, problem, recurrence, legs } = given;
    const all = touchedBy(given);
    const judge = newExact(problem, all, ownersOf(problem.start.examples, recurrence.direction as Direction));
    const inFull = byWeights(problem, all, reference);
    const tau = inactiveSize(problem.optimizer, run.setting.sigma0);
    for (const leg of legs) {
      recurrence.run(joinBatches(leg));
      const size = tau(recurrence.step);
      const chosen = Int32Array.from({ length: all.examples.count >> 1 }, (_, k) => 2 * k + 1);
      const { margins, noise } = judge(stateOf(given, recurrence, size), chosen);
      const expected = inFull(recurrence, size);
      const pick = (values: Float64Array) => Float64Array.from(chosen, (i) => values[i] as number);
      expect([margins, ...noise]).toEqual([expected.margins, ...expected.noise].map(pick));
    }
  });

  test("leaves few ordinary examples in doubt", () => {
    const { run, problem, recurrence, legs } = ORDINARY;
    const all = touchedBy(ORDINARY);
    const look = sketchOf(problem, all, recurrence);
    for (const leg of legs) recurrence.run(joinBatches(leg));
    const size = inactiveSize(problem.optimizer, run.setting.sigma0)(recurrence.step);
    const sight = look(stateOf(ORDINARY, recurrence, size)) as Sight;
    const doubts: number[] = [];
    const inFull = byWeights(problem, all, reference)(recurrence, size);
    const pick = (values: Float64Array, chosen: Int32Array) => Float64Array.from(chosen, (i) => values[i] as number);
    const answer = settle(problem.network, all.examples.labels, allInDoubt(all.examples.count), sight, (chosen) => {
      doubts.push(chosen.length);
      const [plus, minus] = inFull.noise;
      return { margins: pick(inFull.margins, chosen), noise: [pick(plus, chosen), pick(minus, chosen)] };
    });
    const { testError, freshNoise } = tested(inFull);
    expect(answer?.tested).toEqual({ testError, freshNoise });
    // The six quantiles, and few more.
    expect(doubts[0]).toBeGreaterThan(0);
    expect(doubts[0]).toBeLessThan(20);
  });

  test("sums little again where a training goes on as it did", () => {
    const { run, problem, recurrence, legs } = ORDINARY;
    const look = sketchOf(problem, touchedBy(ORDINARY), recurrence);
    const slacks = Array.from({ length: 4 }, () => {
      for (const leg of legs) recurrence.run(joinBatches(leg));
      const size = inactiveSize(problem.optimizer, run.setting.sigma0)(recurrence.step);
      const sight = look(stateOf(ORDINARY, recurrence, size)) as Sight;
      return sight.all(0.1 * run.setting.sigmaP).slack / sight.closest;
    });
    expect(slacks[0]).toBe(1);
    expect(Math.max(...slacks.slice(1))).toBeGreaterThan(1);
  });
});
