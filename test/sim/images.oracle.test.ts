import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import "../../src/data/images/files.ts";
import { drawStart } from "../../src/data/start.ts";
import { weightsFromNested } from "../../src/data/weights.ts";
import type { Hyperparameters } from "../../src/optimizers/optimizer.ts";
import { optimizerSchema } from "../../src/optimizers/schema.ts";
import { shuffledIndices } from "../../src/random/shuffle.ts";
import { openStream } from "../../src/random/stream.ts";
import { networkOf } from "../../src/setting/network.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { type LossKeys, lossOf } from "../../src/sim/losses/registry.ts";
import { softmaxLoss } from "../../src/sim/losses/softmax.ts";
import { parseRun } from "../../src/sim/run.ts";
import { expectWithin, largest } from "../helpers/close.ts";
import { REAL } from "../helpers/imageFiles.ts";

/** Weights by class and neuron, and where the case has them biases and a second layer, [K][m]. */
interface Parameters {
  readonly w: number[][][];
  readonly b?: number[][];
  readonly a?: number[][];
}

interface Case {
  readonly name: string;
  readonly setting: object;
  readonly keys: LossKeys;
  readonly data: object;
  readonly labels: number[];
  readonly start: Parameters;
  readonly batch: number[];
  readonly loss: number;
  readonly gradient: Parameters;
  readonly batches: number[][];
  readonly ends: { readonly optimizer: Hyperparameters & { name: string }; readonly weights: Parameters }[];
}

const { cases } = JSON.parse(readFileSync(new URL("../oracle/images.json", import.meta.url), "utf8")) as {
  cases: Case[];
};

const flat = ({ w, b = [], a = [] }: Parameters): Float64Array =>
  Float64Array.from([...weightsFromNested(w), ...b.flat(), ...a.flat()]);

const [images, labels] = REAL;

/** The case's images as our own reader draws them, all of them in an order of the seed; and where an image of the file is in it. */
function drawn(entry: Case) {
  const run = parseRun({
    setting: { ...entry.setting, data: { images, labels, test: { images, labels }, ...entry.data } },
    optimizer: { name: "sgd", lr: 1 },
    ...{ batchSize: 1, epochs: 1, testSize: 1 },
  });
  const network = networkOf("cnn", run.setting);
  const order = shuffledIndices(openStream(run.seed, "trainImages", 0), entry.labels.length);
  const place = (image: number) => order.indexOf(image);
  return { network, ...drawStart(run.setting, network, run.seed), place };
}

describe.each(cases.map((entry) => [entry.name, entry] as const))("against PyTorch on real images, %s", (_, entry) => {
  const { network, examples, place } = drawn(entry);
  const weights = flat(entry.start);
  const loss = lossOf(entry.keys);
  const batch = entry.batch.map(place);

  test("labels are those of the file", () => {
    expect(entry.labels.map((_label, image) => examples.labels[place(image)])).toEqual(entry.labels);
  });

  test("the loss and its gradient agree to 1e-12 of the largest entry", () => {
    const expected = flat(entry.gradient);
    expectWithin(batchGradient(network, weights, examples, batch, loss), expected, () => 1e-12 * largest(expected));
    const response = newResponse(network);
    const losses = batch.map((i) => {
      const margin = respond(weights, examples, i, response);
      const { outputs } = response;
      return outputs.length > 2 ? softmaxLoss(outputs, (examples.labels[i] as number) - 1) : loss.value(margin);
    });
    expectWithin([losses.reduce((a, b) => a + b) / losses.length], [entry.loss], () => 1e-12 * entry.loss);
  });

  // The fixture's seeds are such that 1e-13 at the start is at most 1e-9 at the end.
  test.each(
    ENGINES.flatMap((engine) => entry.ends.map((end) => [end.optimizer.name, engine.name, end, engine] as const)),
  )("200 steps of %s agree to 1e-9, with the engine %s", (_name, __, end, engine) => {
    const optimizer = optimizerSchema.parse(end.optimizer);
    const training = engine.start({ network, optimizer, examples, weights: weights.slice(), loss: entry.keys });
    expect(training.by.name).toBe(engine.name);
    expect(training.run(joinBatches(entry.batches.map((own) => own.map(place))))).toBe(true);
    const expected = flat(end.weights);
    expectWithin(training.weights, expected, () => 1e-9 * Math.max(1, largest(expected)));
  });
});
