import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { sign } from "../../src/dynamics/sign.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { batchLists } from "../helpers/arbitraries.ts";
import { expectWithin, gamma } from "../helpers/close.ts";
import { cases } from "./arbitrary.ts";
import { type PrintedNeuron, printedSignTraining } from "./printedSign.ts";

const adaptive = (optimizer: Problem["optimizer"]) => ({
  ...optimizer,
  name: optimizer.name.startsWith("adam") ? optimizer.name : "adamw",
});

/** A problem with disjoint supports, and batches in any order, without an example twice in one: the printed sums are over sets. */
const problems = cases("disjoint", 1, adaptive).chain(({ problem, dense }) =>
  batchLists(dense.examples.count, 40).map((batches) => ({ problem, dense, batches })),
);

/**
 * What a coefficient may be off: its terms are at most |w_0[k] x[k]| + t eta |x[k]|, and every step rounds each of the s + 1 terms
 * of the printed sum, the sum, the decay and the weight a few times. Signs agree unless their argument is within that of 0.
 */
const bound = (size: number, steps: number, terms: number) => gamma(4 * (steps + 1) * (terms + 4)) * size;

function sizeOf(neuron: PrintedNeuron, weights: readonly number[], eta: number, steps: number) {
  const reach = weights.map((w) => Math.abs(w) + steps * eta);
  return {
    signal: reach[0],
    noise: neuron.patches.map((patch) => patch.reduce((sum, x, k) => sum + Math.abs(x) * reach[k], 0)),
  };
}

describe("sign", () => {
  test.prop([problems], { numRuns: 200 })(
    "is the recurrence that [T25] B.3-B.6 print, in both versions of the decay",
    ({ problem, dense, batches }) => {
      const { network, optimizer } = problem;
      const width = 2 * network.neurons;
      const recurrence = sign.start(problem);
      const printed = printedSignTraining(network, optimizer, dense);
      const start = printed.neurons.map(({ w }) => [...w]);
      expect(recurrence.run(joinBatches(batches))).toBe(true);
      for (const batch of batches) printed.step(batch);
      const { signal, noise } = recurrence.coefficients();
      const sizes = printed.neurons.map((neuron, r) => sizeOf(neuron, start[r], optimizer.lr, batches.length));
      const terms = Math.max(...dense.examples.rows.slice(1).map((end, i) => end - dense.examples.rows[i]));
      expectWithin(
        signal,
        printed.neurons.map(({ w }) => w[0]),
        (r) => bound(sizes[r].signal, batches.length, terms),
      );
      expectWithin(
        noise,
        Array.from(noise, (_, at) => printed.neurons[at % width].x[Math.floor(at / width)]),
        (at) => bound(sizes[at % width].noise[Math.floor(at / width)], batches.length, terms),
      );
    },
  );

  test.prop([problems.filter(({ problem }) => problem.optimizer.weightDecay > 0)], { numRuns: 100 })(
    "keeps the two versions apart: coupled decay moves a weight by at most eta, decoupled decay is a factor",
    ({ problem, dense }) => {
      // One batch of example 0: the weights of example 1 have gradient 0.
      fc.pre(dense.examples.count > 1);
      const { lr: eta, weightDecay: lambda, name } = problem.optimizer;
      const recurrence = sign.start(problem);
      const before = recurrence.weights();
      recurrence.run(joinBatches([[0]]));
      const after = recurrence.weights();
      const width = 2 * problem.network.neurons;
      const { rows, coordinates } = problem.start.examples;
      for (let e = rows[1]; e < rows[2]; e++) {
        if (coordinates[e] === 0) continue;
        for (let at = coordinates[e] * width; at < (coordinates[e] + 1) * width; at++) {
          const w = before[at];
          const expected = name === "adam" ? w - eta * Math.sign(w) : (1 - eta * lambda) * w;
          expect(Math.abs(after[at] - expected)).toBeLessThanOrEqual(gamma(3) * (Math.abs(w) + eta));
        }
      }
    },
  );
});
