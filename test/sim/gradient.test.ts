import { fc, test } from "@fast-check/vitest";
import { describe } from "vitest";
import { startFromFile } from "../../src/data/start.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { crossEntropy } from "../../src/sim/losses/crossEntropy.ts";
import { batchLists, permutations, type Spelled, spelledStarts } from "../helpers/arbitraries.ts";
import { expectWithin, gamma, UNIT } from "../helpers/close.ts";
import { absoluteGradient, loaded, marginError, sizes } from "../helpers/model.ts";

const H = 2 ** -16;

/** How far central differences with step H may be from the gradient: truncation H^2/6 sup|L'''| plus the rounding of two losses over 2H. */
function differenceError(spelled: Spelled, i: number): number {
  const { net } = loaded(spelled);
  const { inner, outputs, patch } = sizes(spelled, i, net);
  const { q } = net;
  const A = Math.max(inner + H * patch, 2 ** -20);
  // Along one weight, z changes through sigma of two patches; |L'| <= 1, |L''| <= 1/4, |L'''| <= 1/10.
  const first = 2 * q * patch * A ** (q - 1);
  const second = 2 * q * (q - 1) * patch ** 2 * A ** Math.max(q - 2, 0);
  const third = 2 * q * (q - 1) * Math.max(q - 2, 0) * patch ** 3 * A ** Math.max(q - 3, 0);
  const truncation = (H ** 2 / 6) * (0.1 * first ** 3 + 0.75 * first * second + third);
  // The loss inherits the margin's error and adds 6 ulps of its own; weights and H are dyadic, so w +- H is exact.
  const loss = 2 * marginError(spelled, i, net) + 12 * UNIT * (1 + 2 * outputs);
  return truncation + loss / H + gamma(8 * spelled.setting.d) * first;
}

function meanLoss(spelled: Spelled, weights: Float64Array, batch: readonly number[]): number {
  const { net, examples } = loaded(spelled);
  const response = newResponse(net);
  return batch.reduce((sum, i) => sum + crossEntropy(respond(weights, examples, i, response)), 0) / batch.length;
}

const withBatch = (fixed = {}) =>
  spelledStarts(fixed).chain((spelled) =>
    fc.tuple(
      fc.constant(spelled),
      batchLists(spelled.setting.n, 1).map(([batch]) => batch as number[]),
    ),
  );

describe("batchGradient", () => {
  test.prop([withBatch()], { numRuns: 60 })(
    "is the slope of the mean loss, by central differences",
    ([spelled, batch]) => {
      const { net, weights, examples } = loaded(spelled);
      const slopes = Float64Array.from(weights, (w, k) => {
        const [up, down] = [H, -H].map((h) => meanLoss(spelled, weights.with(k, w + h), batch)) as [number, number];
        return (up - down) / (2 * H);
      });
      const tolerance = Math.max(...batch.map((i) => differenceError(spelled, i)));
      expectWithin(batchGradient(net, weights, examples, batch), slopes, () => tolerance);
    },
  );

  test("gives the gradient computed by hand", () => {
    // w+ = (1, 2, 0), w- = (-1, 0, 1), y = -1, xi = (0.5, 1, 3): preactivations +: -1, 2.5; -: 1, 2.5 (see forward.test.ts); margin 1.
    // l = 1/(1+e) for class -1, -l for +1. sigma'(2.5) = 18.75, sigma'(1) = 3.
    // grad w+ = +l 18.75 xi = l (9.375, 18.75, 56.25);  grad w- = -l (3 y v + 18.75 xi) = -l (6.375, 18.75, 56.25).
    const { examples, weights } = startFromFile({
      labels: [-1],
      noisePatches: [[0.5, 1, 3]],
      weights: [[[1, 2, 0]], [[-1, 0, 1]]],
    });
    const l = 1 / (1 + Math.E);
    const expected = [9.375, -6.375, 18.75, -18.75, 56.25, -56.25].map((x) => x * l);
    // l within 4 ulps here and there, then three products and a sum.
    expectWithin(
      batchGradient({ name: "cnn", neurons: 1, q: 3 }, weights, examples, [0]),
      expected,
      (k) => gamma(24) * Math.abs(expected[k] as number),
    );
  });

  test.prop([withBatch().chain((pair) => fc.tuple(fc.constant(pair), permutations(pair[1].length)))])(
    "depends on the order within a batch through the order of summation only",
    ([[spelled, batch], order]) => {
      // Each share has the same bits in any order; a sum of at most 2b terms (two an example on coordinate 1) differs from the exact
      // one by gamma(2b) of the sum of absolute values. A share here has its own division by b: 2 more; two sums: twice.
      const start = loaded(spelled);
      const [one, other] = [batch, order.map((k) => batch[k] as number)].map((list) =>
        batchGradient(start.net, start.weights, start.examples, list),
      ) as [Float64Array, Float64Array];
      const absolute = absoluteGradient(start.net, start, batch);
      const coordinateOne = largestTerms(spelled, batch);
      const lanes = 2 * start.net.neurons;
      expectWithin(
        other,
        one,
        (k) => 2 * gamma(2 * batch.length + 4) * (k < lanes ? coordinateOne : (absolute[k] as number)),
      );
    },
  );

  test.prop([
    withBatch({ network: "cnn" }).chain((pair) => fc.tuple(fc.constant(pair), permutations(pair[0].setting.m))),
  ])(
    "of permuted neurons is the permuted gradient, up to the order of summation in F_j",
    ([[spelled, batch], order]) => {
      const permuted: Spelled = {
        ...spelled,
        start: {
          ...spelled.start,
          weights: spelled.start.weights.map((neurons) => order.map((r) => neurons[r] as number[])),
        },
      };
      const [start, moved] = [loaded(spelled), loaded(permuted)];
      const gradient = batchGradient(start.net, start.weights, start.examples, batch);
      const { neurons } = start.net;
      const lane = (r: number) => (r < neurons ? (order[r] as number) : neurons + (order[r - neurons] as number));
      const expected = gradient.map((_, k) => gradient[k - (k % (2 * neurons)) + lane(k % (2 * neurons))] as number);
      // F_j sums m nonnegative terms, each with the same bits: relative error gamma(m) both ways, so the margin moves by at most
      // 2 gamma(m) (F_+ + F_-). |d log l / dz| <= 1: the residual moves by as much relatively, plus 8 ulps of its own; rounding
      // of the products that follow: 4 more. One example's share has one sign an entry, except on coordinate 1: hence the absolute terms.
      const margin = Math.max(...batch.map((i) => 2 * gamma(neurons) * sizes(spelled, i, start.net).outputs));
      const relative = margin * 1.1 + gamma(24 + 4 * batch.length);
      const absolute = absoluteGradient(moved.net, moved, batch);
      const coordinateOne = largestTerms(spelled, batch);
      expectWithin(
        batchGradient(moved.net, moved.weights, moved.examples, batch),
        expected,
        (k) => relative * (k < 2 * neurons ? coordinateOne : (absolute[k] as number)),
      );
    },
  );
});

/** Bound on the absolute terms that meet on coordinate 1: two patches, sigma' <= q inner^(q-1), residual <= 1. */
function largestTerms(spelled: Spelled, batch: readonly number[]): number {
  const { net } = loaded(spelled);
  return Math.max(...batch.map((i) => 2 * net.q * sizes(spelled, i, net).inner ** (net.q - 1)));
}
