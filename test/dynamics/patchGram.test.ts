import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { activeStartOf } from "../../src/data/activeStart.ts";
import { drawStart } from "../../src/data/start.ts";
import { patchBasis } from "../../src/dynamics/patchBasis.ts";
import { startPatchGram } from "../../src/dynamics/patchGram.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { networkOf, PAPERS_MODEL } from "../../src/setting/network.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { seeds } from "../helpers/arbitraries.ts";
import { expectWithin, UNIT } from "../helpers/close.ts";
import { losses, widerSettings } from "../helpers/widerSettings.ts";

const optimizers = fc.record({
  name: fc.constant("sgd"),
  lr: fc.constantFrom(0.5, 0.125),
  weightDecay: fc.constantFrom(0, 0.25),
  convention: fc.constant("pytorch" as const),
});

/** Problems of any model, at a start whose weights are of order one: many neurons answer. */
const problems = fc.tuple(widerSettings, losses, optimizers, seeds).map(([given, loss, optimizer, seed]): Problem => {
  const setting = { ...given, sigma0: 0.5, sigmaP: 0.5 };
  const network = networkOf("cnn", setting);
  const start = activeStartOf(drawStart(setting, network, seed), setting.d);
  return { network, optimizer, start, loss, wider: true };
});

/** The level below, from the same start: every weight. */
const fullOf = ({ network, optimizer, start, loss }: Problem) =>
  reference.start({
    network,
    optimizer,
    examples: start.examples,
    weights: start.weights.slice(),
    ...(loss && { loss }),
  });

const every = ({ start }: Problem) => Array.from({ length: start.examples.count }, (_, i) => i);

describe("the Gram matrix of all patches", () => {
  // Both sides add up the same products in other orders: of a new weight 1 + (patches + 1) terms in which every factor has had at most a hundred
  // roundings (an activation, a pull, a head), of a coefficient s + k times as many. So the two are apart by at most the sum of the sizes of all terms
  // times (100 + terms) roundings.
  test.prop([problems], { numRuns: 150 })("takes the step of the full training, from any state", (problem) => {
    const { network, start, optimizer } = problem;
    const { model = PAPERS_MODEL } = network;
    const width = 2 * network.neurons;
    const full = fullOf(problem);
    const recurrence = startPatchGram(problem);
    const batch = joinBatches([every(problem)]);
    const done = full.run(batch);
    expect(recurrence.run(batch)).toBe(done);
    if (!done) return;
    const after = patchBasis({ ...problem, start: { ...start, weights: full.weights } });
    const { signal, noise, extra } = recurrence.coefficients();
    const { rows, coordinates, values } = start.examples;
    const sizes = full.weights.map(
      (w, at) => Math.abs(w) + Math.abs(start.weights[at] as number) * (1 + optimizer.lr * optimizer.weightDecay),
    );
    const terms = 200 + 4 * rows.length + 2 * start.d;
    // What was added to a weight, term by term, is at most the largest pull times the patches' entries; the moved weight hides what cancels.
    const along = recurrence.along?.() as Float64Array;
    const moved = new Float64Array(start.d * width);
    for (let row = 0; row + 1 < rows.length; row++)
      for (let e = rows[row] as number; e < (rows[row + 1] as number); e++)
        for (let r = 0; r < width; r++) {
          const at = (coordinates[e] as number) * width + r;
          moved[at] = (moved[at] as number) + Math.abs((values[e] as number) * (along[row * width + r] as number));
        }
    const pulled = Math.max(...along.map(Math.abs), 1);
    const sizeOf = (row: number, r: number) => {
      let sum = 0;
      const each = (at: number, value: number) => {
        sum += Math.abs(value) * ((sizes[at] as number) + (moved[at] as number) + pulled * start.examples.count);
      };
      if (row === 0) for (let c = 0; c < model.featureSupport; c++) each(c * width + r, 1);
      else
        for (let e = rows[row - 1] as number; e < (rows[row] as number); e++)
          each((coordinates[e] as number) * width + r, values[e] as number);
      return sum;
    };
    const bound = (at: number) => terms * UNIT * sizeOf(Math.floor(at / width), at % width);
    expectWithin(Float64Array.from([...signal, ...noise]), [...after.initial], bound);
    if (extra) {
      const rest = full.weights.subarray(start.d * width);
      const own = [...(model.biases ? extra.biases : []), ...(model.head ? extra.head : [])];
      expectWithin(own, [...rest], () => terms * UNIT * (pulled + 2) * start.examples.count * 10);
    }
  });

  test.prop([problems, fc.integer({ min: 1, max: 6 })], { numRuns: 80 })(
    "gives back the weights, and their inner products off the feature",
    (problem, steps) => {
      const recurrence = startPatchGram(problem);
      let most = 1;
      for (let t = 0; t < steps; t++) {
        if (!recurrence.run(joinBatches([every(problem)]))) return;
        most = recurrence.weights().reduce((largest, w) => Math.max(largest, Math.abs(w)), most);
      }
      const weights = recurrence.weights();
      const width = 2 * problem.network.neurons;
      const { signal, noise } = recurrence.coefficients();
      const from = patchBasis({ ...problem, start: { ...problem.start, weights } });
      const size = most ** 2 * problem.start.d;
      // A training that has left the doubles, margins not yet, has inner products that are infinite less infinite.
      if (!Number.isFinite(size)) return;
      // Six steps of the recurrence, each with fewer than 1000 roundings of numbers below that size, learning rates below 1.
      expectWithin(Float64Array.from([...signal, ...noise]), [...from.initial], () => 6000 * UNIT * size * 100);
      if ((problem.network.model ?? PAPERS_MODEL).featureSupport > 1) return;
      const products = recurrence.products?.() as Float64Array;
      const expected = products.map((_, at) => {
        const [a, b] = [Math.floor(at / width), at % width];
        let sum = 0;
        for (let k = 1; k < problem.start.d; k++)
          sum += (weights[k * width + a] as number) * (weights[k * width + b] as number);
        return sum;
      });
      expectWithin(products, [...expected], () => 6000 * UNIT * size * 100);
    },
  );

  test.prop([problems, fc.integer({ min: 1, max: 4 })], { numRuns: 40 })(
    "goes on from a state as if it had never stopped",
    (problem, steps) => {
      const [whole, first, second] = [0, 1, 2].map(() => startPatchGram(problem)) as [
        ReturnType<typeof startPatchGram>,
        ReturnType<typeof startPatchGram>,
        ReturnType<typeof startPatchGram>,
      ];
      const batch = joinBatches([every(problem)]);
      for (let t = 0; t < 2 * steps; t++) whole.run(batch);
      for (let t = 0; t < steps; t++) first.run(batch);
      second.restore(first.state());
      for (let t = 0; t < steps; t++) second.run(batch);
      expect(second.coefficients()).toEqual(whole.coefficients());
      expect(second.step).toBe(whole.step);
    },
  );

  // One ReLU neuron a class, d = 2, xi = (0, 2), y = +1, mu = 3; w_+ = (1, 1/2), w_- = (-1, -1): <w_+, mu v> = 3, <w_+, xi> = 1, <w_-, .> < 0.
  // F_+ = 4, F_- = 0, square loss (1 - 4)^2: -L' = -6, so with eta = 1/12 both patches of w_+ are taken back by half: w_+ = (1 - 3/2, 1/2 - 1).
  test("one step by hand: ReLU, square loss, mu = 3", () => {
    const problem: Problem = {
      network: networkOf("cnn", { m: 1, q: 1, mu: 3 }),
      optimizer: { name: "sgd", lr: 1 / 12, weightDecay: 0, convention: "pytorch" },
      start: {
        d: 2,
        coordinates: Float64Array.of(0, 1),
        examples: {
          ...{ count: 1, labels: Int8Array.of(1), rows: Int32Array.of(0, 1) },
          ...{ coordinates: Int32Array.of(1), values: Float64Array.of(2) },
        },
        weights: Float64Array.of(1, -1, 0.5, -1),
      },
      loss: { loss: "square" },
      wider: true,
    };
    const recurrence = startPatchGram(problem);
    recurrence.run(joinBatches([[0]]));
    expect([...recurrence.coefficients().signal]).toEqual([-0.5, -1]);
    expect([...recurrence.coefficients().noise]).toEqual([-1, -2]);
    expect([...recurrence.weights()]).toEqual([-0.5, -1, -0.5, -1]);
    expect([...(recurrence.products?.() as Float64Array)]).toEqual([0.25, 0.5, 0.5, 1]);
  });
});
