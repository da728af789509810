import type { Examples } from "../../data/examples.ts";
import type { Weights } from "../../data/weights.ts";
import type { Iterate } from "../../optimizers/optimizer.ts";
import { optimizerNamed } from "../../optimizers/registry.ts";
import { type Around, NotFinite } from "../../optimizers/whole/around.ts";
import { lanesIn, type Network } from "../../setting/network.ts";
import type { Batches } from "../batches.ts";
import type { Engine, Judge, Problem, Training } from "../engine.ts";
import { loudest, newResponse, respond } from "../forward.ts";
import { addCommon, addGradient, newGradientRoom } from "../gradient.ts";
import { madeBy, splitOf } from "../ground.ts";
import { noisyExamples } from "../labelNoise.ts";
import { lossOf } from "../losses/registry.ts";
import { putBack, stateOf } from "../state.ts";

/**
 * The reference engine: plain TypeScript, the definition that every other engine is tested against.
 *
 * A step: g = (1/b) sum_{i in batch} grad L_i in the order of the batch, then one update of the optimizer in place, which may ask for g at other weights.
 *
 * Source: [T25] section 3.
 */
export const reference: Engine = {
  name: "reference",
  version: "1",
  start({ network, optimizer, examples: given, weights, loss, rate, labelNoise }: Problem): Training {
    const { init, update } = optimizerNamed(optimizer.name);
    const room = newGradientRoom(network, loss && lossOf(loss));
    const gradient = new Float64Array(weights.length);
    const { examples, begin, draw } = noisyExamples(splitOf(given, network), labelNoise);
    const { neurons } = network;
    const shape = { classes: lanesIn(network) / neurons, neurons };
    let at: Iterate = init(weights, shape);
    let batch: Int32Array = new Int32Array();
    /** Adds up the gradient of the batch; whether all outputs were finite. */
    const sum = (where: Weights, into: Float64Array): boolean => {
      const share = 1 / batch.length;
      let finite = true;
      into.fill(0);
      begin(at.step + 1);
      for (const i of batch) {
        draw(i);
        const margin = addGradient(where, examples, i, share, room, into);
        finite &&= Number.isFinite(margin);
      }
      addCommon(examples, room, into);
      return finite;
    };
    const around: Around = {
      shape,
      gradientAt(where) {
        const there = new Float64Array(weights.length);
        if (!sum(where, there)) throw new NotFinite();
        return there;
      },
    };
    const carried = () => [at.weights, ...Object.values(at.moments ?? {})];
    return {
      by: madeBy(reference, given),
      get step() {
        return at.step;
      },
      get weights() {
        return at.weights;
      },
      run({ indices, offsets }: Batches): boolean {
        for (let k = 0; k + 1 < offsets.length; k++) {
          batch = indices.subarray(offsets[k], offsets[k + 1]);
          if (!sum(at.weights, gradient)) return false;
          const now = rate ? { ...optimizer, lr: optimizer.lr * rate(at.step + 1) } : optimizer;
          try {
            at = update(now, at, gradient, at, around);
          } catch (error) {
            if (error instanceof NotFinite) return false;
            throw error;
          }
        }
        return true;
      },
      state: () => stateOf(at.step, carried()),
      restore(state) {
        putBack(state, carried());
        at = { ...at, step: state.step };
      },
    };
  },
  judge(network: Network, _d: number, given: Examples): Judge {
    const examples = splitOf(given, network);
    const response = newResponse(network);
    const [margins, plus, minus] = [0, 1, 2].map(() => new Float64Array(examples.count)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    return (weights) => {
      for (let i = 0; i < examples.count; i++) {
        margins[i] = respond(weights, examples, i, response);
        plus[i] = loudest(response, 0);
        minus[i] = loudest(response, 1);
      }
      return { margins, noise: [plus, minus] };
    };
  },
};
