import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Result, simulate } from "../../src/sim/simulate.ts";
import type { Moment, PerClass } from "../../src/sim/trajectory.ts";
import { permutations } from "../helpers/arbitraries.ts";
import { unsignedZeros } from "../helpers/close.ts";
import { spelledRuns } from "../helpers/runs.ts";

const train = (run: Parameters<typeof simulate>[0]): Result => unsignedZeros(simulate(run, { saveWeights: true }));
const swapped = <T>(pair: PerClass<T>): PerClass<T> => ({ "+1": pair["-1"], "-1": pair["+1"] });
/** A moment without what fresh examples say: they are not transformed with the training examples. */
const onTraining = ({ testError: _, freshNoise: __, ...rest }: Moment) => rest;

describe("training", () => {
  test.prop([spelledRuns()], { numRuns: 60 })(
    "is mirrored exactly when labels, classes and the feature coordinate are swapped",
    (run) => {
      // y' = -y, w'_{j} = w_{-j} and xi' with coordinate 1 negated: every product, sum and update is the same number, or its
      // negative on coordinate 1, so nothing rounds differently (only zeros may change sign).
      const flipped = ([first, ...rest]: number[]) => [-(first as number), ...rest];
      const { labels, noisePatches, weights } = run.start;
      const mirror = {
        ...run,
        start: {
          labels: labels.map((y) => -y),
          noisePatches: noisePatches.map(flipped),
          weights: [weights[1] as number[][], weights[0] as number[][]].map((neurons) => neurons.map(flipped)),
        },
      };
      const [one, other] = [train(run), train(mirror)];
      const expected = one.history.map((moment) => ({
        ...onTraining(moment),
        featureLearning: swapped(moment.featureLearning),
        noiseMemorization: { min: swapped(moment.noiseMemorization.min), max: swapped(moment.noiseMemorization.max) },
      }));
      expect(other.history.map(onTraining)).toEqual(expected);
      const [plus, minus] = one.final.weights as [number[][], number[][]];
      expect(other.final.weights).toEqual(unsignedZeros([minus, plus].map((neurons) => neurons.map(flipped))));
    },
  );

  test.prop([spelledRuns({ network: "cnn", m: 2 }), fc.boolean(), fc.boolean()], { numRuns: 60 })(
    "permutes the weights and changes nothing else when neurons are permuted within their classes",
    (run, first, second) => {
      // m = 2: F_j = (0 + a) + b, which is commutative; nothing rounds differently. (Any m: test/sim/gradient.test.ts, with a bound.)
      const permuted = (weights: number[][][]) =>
        weights.map((neurons, j) => ((j === 0 ? first : second) ? [...neurons].reverse() : neurons));
      const { final, ...rest } = train(run);
      const other = train({ ...run, start: { ...run.start, weights: permuted(run.start.weights) } });
      expect({ ...other, config: rest.config }).toEqual({
        ...rest,
        final: { ...final, weights: permuted(final.weights as number[][][]) },
      });
    },
  );

  test.prop([spelledRuns({ n: 2, alpha: 0 })], { numRuns: 60 })(
    "does not depend on the order within a batch of two, to the last byte",
    (run) => {
      // Without feature noise each example adds one term an entry, and the sum of two terms is commutative.
      // (Any b and alpha: test/sim/gradient.test.ts, with a bound on the order of summation.)
      const reversed = { ...run, batches: run.batches.map((batch) => [...batch].reverse()) };
      const [one, other] = [train(run), train(reversed)];
      expect({ ...other, config: one.config }).toEqual(one);
    },
  );

  test.prop([spelledRuns(), fc.constantFrom("pytorch" as const, "paper" as const)], { numRuns: 60 })(
    "is the same with Adam and AdamW where weightDecay = 0, to the last byte",
    (run, convention) => {
      const hyper = { lr: 0.01, weightDecay: 0, betas: [0.9, 0.999], eps: 1e-8, convention } as const;
      const [adam, adamw] = ["adam", "adamw"].map((name) => train({ ...run, optimizer: { name, ...hyper } })) as [
        Result,
        Result,
      ];
      expect({ ...adamw, config: adam.config }).toEqual(adam);
    },
  );
});

describe("relabelling the coordinates 2..d", () => {
  const withOrder = spelledRuns().chain((run) =>
    fc.tuple(
      fc.constant(run),
      permutations(run.setting.d - 1).map((order) => [0, ...order.map((k) => k + 1)]),
    ),
  );
  const relabelled = (
    run: { start: { noisePatches: number[][]; weights: number[][][]; labels: number[] } },
    order: number[],
  ) => {
    const move = (vector: number[]) => order.map((k) => vector[k] as number);
    return {
      ...run.start,
      noisePatches: run.start.noisePatches.map(move),
      weights: run.start.weights.map((neurons) => neurons.map(move)),
    };
  };

  test.prop([withOrder], { numRuns: 60 })(
    "changes no metric at the start, and nothing at all where the sums are exact",
    ([run, order]) => {
      // Entries are k 2^-10 with |k| <= 2^10: products are multiples of 2^-20, and sums of 12 of them below 2^5 need 25 bits: exact.
      const [one] = train(run).history;
      const [other] = train({ ...run, start: relabelled(run, order) }).history;
      expect(onTraining(other as Moment)).toEqual(onTraining(one as Moment));
    },
  );

  test.prop([withOrder], { numRuns: 60 })(
    "relabels the trained weights of sign descent exactly while the sums stay exact",
    ([run, order]) => {
      // Steps of 2^-6 keep the weights multiples of 2^-10, so every inner product stays exact; gradients then have the same bits,
      // as each entry is summed over the examples in the same order.
      const exact = {
        ...run,
        optimizer: { name: "signsgd", lr: 2 ** -6, weightDecay: 0, convention: "paper" as const },
      };
      const one = train(exact);
      const other = train({ ...exact, start: relabelled(run, order) });
      expect(other.history.map(onTraining)).toEqual(one.history.map(onTraining));
      const move = (vector: number[]) => order.map((k) => vector[k] as number);
      expect(other.final.weights).toEqual(one.final.weights?.map((neurons) => neurons.map(move)));
    },
  );

  test.prop([withOrder.filter(([run]) => run.network === "linear")], { numRuns: 30 })(
    "changes the metrics of gradient descent on the convex model by rounding alone",
    ([run, order]) => {
      // Gradient descent on a convex loss with curvature <= max|x|^2 <= 2(1 + 12) and lr <= 2^-5 < 2/26 is nonexpansive: errors of
      // steps add and do not grow. Each of the 6 steps rounds at most 40 times (sums of d + n terms and the loss) numbers below
      // 2^6, and a metric is one more sum of 12 products: (6 + 1) * 40 * 2^6 * 13 * 2^-53 < 3e-11.
      const gd = { ...run, optimizer: { name: "sgd", lr: 2 ** -5, weightDecay: 0, convention: "paper" as const } };
      const [one, other] = [train(gd), train({ ...gd, start: relabelled(run, order) })].map(({ final }) => final) as [
        Moment,
        Moment,
      ];
      expect(Math.abs(other.trainLoss - one.trainLoss)).toBeLessThan(3e-11);
      for (const side of ["+1", "-1"] as const) {
        expect(Math.abs(other.featureLearning[side] - one.featureLearning[side])).toBeLessThan(3e-11);
        const [a, b] = [one, other].map(({ noiseMemorization }) => noiseMemorization.max[side]) as [
          number | null,
          number | null,
        ];
        expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThan(3e-11);
      }
    },
  );
});
