import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
// The compiled file: worker threads load JavaScript.
import { twoThreads } from "../../dist/src/sim/engines/twoThreads.js";
import { type Entries, entriesOf, joinRows } from "../../src/data/entries.ts";
import { examplesOf } from "../../src/data/examples.ts";
import { hasShown } from "../../src/data/features.ts";
import { weightsFromNested } from "../../src/data/weights.ts";
import type { Hyperparameters } from "../../src/optimizers/optimizer.ts";
import { optimizerSchema } from "../../src/optimizers/schema.ts";
import { networkOf } from "../../src/setting/network.ts";
import { settingSchema } from "../../src/setting/setting.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { type LossKeys, lossOf } from "../../src/sim/losses/registry.ts";
import { softmaxLoss } from "../../src/sim/losses/softmax.ts";
import { expectWithin, largest } from "../helpers/close.ts";

const TRAINERS = [...ENGINES.map((engine) => [engine.name, engine] as const), ["two threads", twoThreads] as const];

/** Weights by coordinate, and where the case has them biases and a second layer, [2][m]. */
interface Parameters {
  readonly w: number[][][];
  readonly b?: number[][];
  readonly a?: number[][];
}

interface Case {
  readonly name: string;
  readonly setting: object;
  readonly keys: LossKeys;
  readonly labels: number[];
  readonly truths: number[];
  readonly signal: number[][];
  readonly noise: number[][][];
  readonly start: Parameters;
  readonly batch: number[];
  readonly loss: number;
  readonly gradient: Parameters;
  readonly batches: number[][];
  readonly ends: { readonly optimizer: Hyperparameters & { name: string }; readonly weights: Parameters }[];
}

const { cases } = JSON.parse(readFileSync(new URL("../oracle/wider.json", import.meta.url), "utf8")) as {
  cases: Case[];
};

/** As the weights of a run have them: coordinates, then biases, then the second layer. */
const flat = ({ w, b = [], a = [] }: Parameters): Float64Array =>
  Float64Array.from([...weightsFromNested(w), ...b.flat(), ...a.flat()]);

function examplesIn({ labels, truths, signal, noise, setting }: Case) {
  const shows = hasShown(settingSchema.parse(setting));
  const patches = noise.map((own, i) => {
    const [first, ...others] = own.map(entriesOf);
    const shown = shows && { shown: { feature: i, sign: 1, strength: 1 } };
    return { ...(first as Entries), label: labels[i] as number, truth: truths[i] as number, others, ...shown };
  });
  return examplesOf(patches, 0, shows ? joinRows(signal.map(entriesOf)) : undefined);
}

test("the fixtures hold every activation and loss beside the papers'", () => {
  const text = JSON.stringify(cases);
  for (const part of ["leakyRelu", "oddPower", "smoothedRelu", "hinge", "squaredHinge", '"square"', "exponential"])
    expect(text).toContain(part);
});

describe.each(cases.map((entry) => [entry.name, entry] as const))("against PyTorch, %s", (_, entry) => {
  const network = networkOf("cnn", settingSchema.parse(entry.setting));
  const examples = examplesIn(entry);
  const weights = flat(entry.start);
  const loss = lossOf(entry.keys);

  test("the loss and its gradient agree to 1e-12 of the largest entry", () => {
    const expected = flat(entry.gradient);
    const gradient = batchGradient(network, weights, examples, entry.batch, loss);
    expect(largest(expected)).toBeGreaterThan(0);
    expectWithin(gradient, expected, () => 1e-12 * largest(expected));
    const response = newResponse(network);
    const losses = entry.batch.map((i) => {
      const margin = respond(weights, examples, i, response);
      const { outputs } = response;
      return outputs.length > 2 ? softmaxLoss(outputs, (examples.labels[i] as number) - 1) : loss.value(margin);
    });
    expectWithin([losses.reduce((a, b) => a + b) / losses.length], [entry.loss], () => 1e-12 * entry.loss);
  });

  // The fixture's seeds are such that 1e-13 at the start is at most 1e-9 at the end.
  test.each(
    TRAINERS.flatMap(([name, engine]) => entry.ends.map((end) => [end.optimizer.name, name, end, engine] as const)),
  )("200 steps of %s agree to 1e-9, with the engine %s", (_, __, end, engine) => {
    const optimizer = optimizerSchema.parse(end.optimizer);
    const training = engine.start({ network, optimizer, examples, weights: weights.slice(), loss: entry.keys });
    expect(training.run(joinBatches(entry.batches))).toBe(true);
    const expected = flat(end.weights);
    training.end?.();
    expectWithin(training.weights, expected, () => 1e-9 * Math.max(1, largest(expected)));
  });
});
