import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import "../../src/data/images/files.ts";
import type { Examples } from "../../src/data/examples.ts";
import { coefficientsOf } from "../../src/dynamics/activeSet.ts";
import { startPatchGram } from "../../src/dynamics/patchGram.ts";
import { problemOf } from "../../src/dynamics/problem.ts";
import type { Coefficients, Problem, Recurrence } from "../../src/dynamics/recurrence.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { shownBasis } from "../../src/dynamics/shownBasis.ts";
import { lanesIn, networkOf, PAPERS_MODEL } from "../../src/setting/network.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { schedule } from "../../src/sim/schedule.ts";
import { expectWithin, UNIT } from "../helpers/close.ts";
import { imageRuns } from "../helpers/imageRuns.ts";

/** The level below, from the same start: every weight. */
const fullOf = ({ network, optimizer, start, labelNoise }: Problem) =>
  reference.start({
    ...{ network, optimizer, examples: start.examples, weights: start.weights.slice() },
    ...(labelNoise && { labelNoise }),
  });

/** Features, first patches, the others: [(K + n P) * lanes]. */
const numbersOf = ({ noise, shown }: Coefficients): number[] => [
  ...(shown?.features ?? []).flatMap((lanes) => [...lanes]),
  ...(shown?.first ?? []),
  ...noise,
];

/** Sizes of what is multiplied: |x| + 2 |u| of every vector in the order of `numbersOf`, u what all patches have in common, which is added and taken away. */
function sizesOf({ network: { model = PAPERS_MODEL }, start }: Problem): Float64Array[] {
  const { examples, d } = start;
  const { directions, features, strengths, learnt = 0 } = examples.shown as NonNullable<Examples["shown"]>;
  const of = ({ rows, coordinates, values }: typeof directions, row: number) => {
    const dense = new Float64Array(d).map((_, k) => 2 * Math.abs(examples.ground?.[k] ?? 0));
    for (let e = rows[row] as number; e < (rows[row + 1] as number); e++)
      dense[coordinates[e] as number] = (dense[coordinates[e] as number] as number) + Math.abs(values[e] as number);
    return dense;
  };
  return [
    ...Array.from({ length: learnt }, (_, f) => of(directions, f)),
    ...Array.from(features, (f, i) => of(directions, f).map((x) => x * (strengths[i] as number))),
    ...Array.from({ length: examples.count * model.noisePatches }, (_, row) => of(examples, row)),
  ];
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, k) => sum + x * (b[k] as number), 0);

/**
 * How far one step from the same weights may be apart at two levels: a bound for all numbers of a vector x.
 *
 * With A the largest sum of |x_k w_k|: pre-activations have (2 d + 6) roundings, so they are apart by delta = (2 d + 6) u A; slopes q z^(q-1) by
 * q (q - 1) A^(q-2) delta, outputs by m P (q A^(q-1) delta + (q + 2 + m P) u A^q), softmax by twice that, and each has some twenty roundings of its own.
 * So coefficients, at most c = q A^(q-1)/b, are apart by dc; new numbers are sums of at most d + L + 20 terms, in another order at each level.
 */
function boundOf(problem: Problem, batch: readonly number[]) {
  const { network, start, optimizer } = problem;
  const { neurons, q, model = PAPERS_MODEL } = network;
  const width = lanesIn(network);
  const { d, weights } = start;
  const sizes = sizesOf(problem);
  const lane = (r: number) => new Float64Array(d).map((_, k) => Math.abs(weights[k * width + r] as number));
  const lanes = Array.from({ length: width }, (_, r) => lane(r));
  const A = Math.max(...sizes.flatMap((x) => lanes.map((w) => dot(x, w))), 2 ** -20);
  const terms = neurons * (model.noisePatches + 1);
  const delta = (2 * d + 6) * UNIT * A;
  const slope = q * A ** (q - 1);
  const outputs = terms * (slope * delta + (q + 2 + terms) * UNIT * A ** q);
  const c = slope / batch.length;
  const dc = (2 * outputs * slope + q * (q - 1) * A ** (q - 2) * delta + 40 * UNIT * slope) / batch.length;
  const L = sizes.length;
  const features = L - start.examples.count * (model.noisePatches + 1);
  const inBatch = batch.flatMap((i) => [
    sizes[features + i] as Float64Array,
    ...sizes.slice(features + start.examples.count + i * model.noisePatches).slice(0, model.noisePatches),
  ]);
  const rounding = (2 * d + 2 * L + 40) * UNIT;
  const of = sizes.map((x) => {
    const met = optimizer.lr * inBatch.reduce((sum, other) => sum + dot(x, other), 0);
    return lanes.map((w) => rounding * (2 * dot(x, w) + c * met) + dc * met);
  });
  return {
    number: (at: number) => (of[Math.floor(at / width)] as number[])[at % width] as number,
    // Of a bias every coefficient, of the second layer every activation.
    extra:
      optimizer.lr * (terms * (dc + c * rounding) + outputs + 2 * terms * A ** q * (2 * outputs + rounding)) +
      rounding * 4,
  };
}

/** Some examples, in any order; none twice. */
const picks = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(20));
const batchOf = ({ start }: Problem, [size, from]: [number, number]): number[] => {
  const { count } = start.examples;
  return Array.from({ length: Math.min(size, count) }, (_, k) => (from + k) % count);
};

describe("level 1 on images", () => {
  test.prop([imageRuns(), picks], { numRuns: 40 })("takes the step of the full training", (file, pick) => {
    const problem = problemOf(parseDynamics(file()));
    const { network, start } = problem;
    const batch = batchOf(problem, pick);
    const full = fullOf(problem);
    const recurrence = startPatchGram(problem);
    expect(recurrence.run(joinBatches([batch]))).toBe(full.run(joinBatches([batch])));
    const expected = coefficientsOf(full.weights, network, start.examples);
    const found = recurrence.coefficients();
    const { number, extra } = boundOf(problem, batch);
    expectWithin(numbersOf(found), numbersOf(expected), number);
    for (const name of ["biases", "head"] as const)
      if (network.model?.[name]) expectWithin(found.extra?.[name] ?? [], expected.extra?.[name] ?? [], () => extra);
  });

  /** What `recurrence` has moved a lane along all vectors so far, sizes added up: [lanes]. */
  const trackMoved = (recurrence: Recurrence, width: number) => {
    const along = () => recurrence.state().numbers[1] as Float64Array;
    const moved = new Float64Array(width);
    return () => {
      along().forEach((c, at) => {
        moved[at % width] = (moved[at % width] as number) + Math.abs(c);
      });
      return moved;
    };
  };

  // A number and the weights are the same sum, each step of which has at most 2 L + 2 d + 60 roundings of terms |x_k| (|w_0| + |c_l b_lk|); the sizes of
  // c are added up over the steps, which is more than what moved.
  test.prop([imageRuns()], { numRuns: 30 })("gives back the weights, and goes on from a state", (file) => {
    const run = parseDynamics(file());
    const problem = problemOf(run);
    const { network, start } = problem;
    const width = lanesIn(network);
    const [recurrence, begun] = [startPatchGram(problem), startPatchGram(problem)];
    const add = trackMoved(recurrence, width);
    let moved = new Float64Array(width);
    let goesOn: Recurrence = begun;
    for (const { batches } of schedule(run, 0)) {
      if (!recurrence.run(batches)) return;
      moved = add();
      goesOn = startPatchGram(problem);
      goesOn.restore(begun.state());
      goesOn.run(batches);
      begun.run(batches);
    }
    expect(goesOn.state()).toEqual(recurrence.state());
    const weights = recurrence.weights();
    if (!weights.every((w) => Math.abs(w) < 1e100)) return;
    const sizes = sizesOf(problem);
    const largest = Math.max(...sizes.flatMap((x) => [...x]));
    const first = start.weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
    const roundings = recurrence.step * (2 * sizes.length + 2 * start.d + 60) * UNIT;
    const expected = coefficientsOf(
      weights,
      networkOf("cnn", { ...run.setting, biases: false, secondLayer: "fixed" }),
      start.examples,
    );
    expectWithin(numbersOf(recurrence.coefficients()), numbersOf(expected), (at) => {
      const w = first + (moved[at % width] as number) * largest;
      return roundings * w * (sizes[Math.floor(at / width)] as Float64Array).reduce((sum, x) => sum + x, 0);
    });
    // Some coordinates alone are those of all.
    const some = Int32Array.of(0, start.d - 1);
    expect([...recurrence.weights({ coordinates: some })]).toEqual([
      ...weights.subarray(0, width),
      ...weights.subarray((start.d - 1) * width),
    ]);
  });

  const rowsOf = (...vectors: number[][]) => ({
    rows: Int32Array.from([
      0,
      ...vectors.map(
        (_, k) =>
          vectors
            .slice(0, k + 1)
            .flat()
            .filter((x) => x !== 0).length,
      ),
    ]),
    coordinates: Int32Array.from(vectors.flatMap((vector) => vector.flatMap((x, k) => (x === 0 ? [] : [k])))),
    values: Float64Array.from(vectors.flat().filter((x) => x !== 0)),
  });
  const byHand = (
    setting: object,
    patches: number[][],
    weights: number[],
    lr: number,
    ground?: number[],
    features = [[1, 0]],
  ): Problem => ({
    network: networkOf("cnn", { m: 1, q: 1, patches: patches.length, ...setting }),
    optimizer: { name: "sgd", lr, weightDecay: 0, convention: "pytorch" },
    start: {
      d: 2,
      coordinates: Float64Array.of(0, 1),
      examples: {
        ...{ count: 1, labels: Int8Array.of(1), ...rowsOf(...patches.slice(1)) },
        // The features are e_1 each; then the first patch.
        shown: {
          ...{ features: Int32Array.of(features.length), strengths: Float64Array.of(1), learnt: features.length },
          directions: rowsOf(...features, patches[0] as number[]),
        },
        ...(ground && { ground: Float64Array.from(ground) }),
      },
      weights: Float64Array.from(weights),
    },
    loss: { loss: "square" },
    wider: true,
  });

  // ReLU, patches (3, 0), (0, 2) and a black one; w_+ = (1, 1/2), w_- = (-1, -1): w_+ sees 3, 1, 0, and w_- nothing above 0. F_+ = 4, F_- = 0, square loss
  // (1 - 4)^2: -L' = -6, so eta = 1/12 takes half of both patches: w_+ = (1, 1/2) - (3, 2)/2 = (-1/2, -1/2), which sees -3/2, -1, 0.
  test.each([
    ["", undefined],
    // All patches less u = (1, 1) and u again: the same numbers, and the black patch is (-1, -1) and u.
    [", of which u is taken out", [1, 1]],
  ])("one step by hand: two outputs%s", (_, ground) => {
    const patches = [
      [3, 0],
      [0, 2],
      [0, 0],
    ];
    const problem = byHand({}, patches, [1, -1, 0.5, -1], 1 / 12, ground);
    const recurrence = startPatchGram(problem);
    recurrence.run(joinBatches([[0]]));
    const { signal, noise, shown } = recurrence.coefficients();
    expect([...signal]).toEqual([-0.5, -1]);
    expect([...(shown?.first ?? [])]).toEqual([-1.5, -3]);
    expect([...noise]).toEqual([-1, -2, 0, 0]);
    expect([...recurrence.weights()]).toEqual([-0.5, -1, -0.5, -1]);
    // The feature and two patches; with u the three and u.
    expect(shownBasis(problem).size).toBe(ground ? 5 : 3);
  });

  // q = 2, three classes whose weights are all (1, 0), one patch (1, 2) beside a black one: F_c = 1, p_c = 1/3. dL/dF = (-2/3, 1/3, 1/3), times sigma' = 2 and
  // eta = 3/8: w_1 = (1, 0) + (1, 2)/2, w_2 = w_3 = (1, 0) - (1, 2)/4. They see 7/2 and -1/4 of the patch.
  test("one step by hand: three classes", () => {
    const problem = byHand(
      { q: 2, classes: 3 },
      [
        [0, 0],
        [1, 2],
      ],
      [1, 1, 1, 0, 0, 0],
      3 / 8,
      undefined,
      [1, 2, 3].map(() => [1, 0]),
    );
    const recurrence = startPatchGram({ ...problem, loss: { loss: "crossEntropy" } });
    recurrence.run(joinBatches([[0]]));
    const { noise, shown } = recurrence.coefficients();
    // A third and sums of it are three roundings.
    expectWithin(noise, [3.5, -0.25, -0.25], () => 20 * UNIT);
    expect([...(shown?.first ?? [])]).toEqual([0, 0, 0]);
    expectWithin(recurrence.weights(), [1.5, 0.75, 0.75, 1, -0.5, -0.5], () => 20 * UNIT);
  });
});
