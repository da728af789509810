import { eachExtra, extraStart } from "../data/extraRows.ts";
import { integerPower } from "../numeric/integerPower.ts";
import { lanesIn, PAPERS_MODEL } from "../setting/network.ts";
import type { Batches } from "../sim/batches.ts";
import type { Engine } from "../sim/engine.ts";
import { ENGINES } from "../sim/engines/registry.ts";
import { activate, newResponse, strengthOf } from "../sim/forward.ts";
import { pullBack } from "../sim/gradient.ts";
import { noisyExamples } from "../sim/labelNoise.ts";
import { lossOf } from "../sim/losses/registry.ts";
import { softmaxPulls } from "../sim/losses/softmax.ts";
import { sideOf } from "../sim/side.ts";
import { putBack, stateOf } from "../sim/state.ts";
import { shrinkage } from "./coasting.ts";
import { patchBasis } from "./patchBasis.ts";
import { patchProducts } from "./patchProducts.ts";
import { timesOf } from "./products/times.ts";
import type { Problem, Recurrence } from "./recurrence.ts";
import { shownBasis } from "./shownBasis.ts";

/** x <- rho x - eta g, number by number. */
function descend(numbers: Float64Array, rho: number, eta: number, gradient: Float64Array): void {
  for (let at = 0; at < numbers.length; at++)
    numbers[at] = rho * (numbers[at] as number) - eta * (gradient[at] as number);
}

/**
 * SGD and GD of any model through the Gram matrix of all patches: exact for every activation, loss, scale, bias and second layer.
 *
 *   z_k' = (1 - eta lambda) z_k - eta sum_l M_kl g_l,   z_l = <w, b_l>, M_kl = <b_k, b_l>, b of `patchBasis`, or of `shownBasis` where examples say what they show
 *   g_l = (1/b) sum over the batch's patches x that hold b_l of the slope of the loss in <w, x>, as `pullBack` has it
 *
 * @param problem for sgd
 * @param engine whose kernel multiplies, or plain TypeScript; the bytes are the same
 * @returns the recurrence, at its start; a step costs O(2m (1 + n (P - 1))^2) whatever d and s are
 * Source: ours, docs/notes/patches.md; Cao et al. 2022 for the decomposition.
 */
export function startPatchGram(problem: Problem, engine: Pick<Engine, "name"> = ENGINES[0]): Recurrence {
  const { network, optimizer } = problem;
  const loss = lossOf(problem.loss ?? {});
  const { examples, begin: beginStep, draw } = noisyExamples(problem.start.examples, problem.labelNoise);
  const { model = PAPERS_MODEL } = network;
  const width = lanesIn(network);
  const basis = (problem.start.examples.shown ? shownBasis : patchBasis)(problem);
  const { size, initial } = basis;
  const times = timesOf(basis.gram, size, width, engine.name);
  const rho = shrinkage(optimizer);
  const eta = optimizer.lr;
  const seen = initial.slice();
  // w = rho^t w_0 + sum_l along_l b_l.
  const along = new Float64Array(size * width);
  // Whichever rows the network has: biases, then the second layer.
  const extra = extraStart(model, width);
  const [gradient, moved] = [new Float64Array(size * width), new Float64Array(size * width)];
  const extraGradient = new Float64Array(extra.length);
  const pulls = { biases: new Float64Array(width), head: new Float64Array(width) };
  const ofClasses = new Float64Array(model.classes);
  const response = newResponse(network);
  const carried = [seen, along, extra];
  let step = 0;

  const lanes: (readonly ["biases" | "head", number])[] = [];
  eachExtra(model, width, extra.length, (name, at) => lanes.push([name, at]));
  const readExtra = () => {
    for (const [name, at] of lanes) response[name].set(extra.subarray(at, at + width));
  };

  const add = (i: number, share: number): number => {
    const y = examples.labels[i] as number;
    const strength = strengthOf(model, examples, i);
    basis.look(i, seen, response);
    const margin = activate(y, response);
    const own = lanes.length > 0 ? pulls : undefined;
    if (ofClasses.length > 2) {
      softmaxPulls(response.outputs, sideOf(y), share, ofClasses);
      pullBack(y, ofClasses, response, strength, own);
    } else pullBack(y, share * loss.pull(margin), response, strength, own);
    basis.pull(i, response, gradient);
    for (const [name, at] of lanes)
      for (let r = 0; r < width; r++)
        extraGradient[at + r] = (extraGradient[at + r] as number) + (pulls[name][r] as number);
    return margin;
  };

  const products = patchProducts(problem, basis);
  return {
    get step() {
      return step;
    },
    run({ indices, offsets }: Batches): boolean {
      for (let k = 0; k + 1 < offsets.length; k++) {
        const [begin, end] = [offsets[k] as number, offsets[k + 1] as number];
        let finite = true;
        gradient.fill(0);
        extraGradient.fill(0);
        readExtra();
        beginStep(step + 1);
        for (let e = begin; e < end; e++) {
          draw(indices[e] as number);
          finite = Number.isFinite(add(indices[e] as number, 1 / (end - begin))) && finite;
        }
        if (!finite) return false;
        times(gradient, moved);
        descend(seen, rho, eta, moved);
        descend(along, rho, eta, gradient);
        descend(extra, rho, eta, extraGradient);
        step++;
      }
      return true;
    },
    state: () => stateOf(step, carried),
    restore(state) {
      putBack(state, carried);
      step = state.step;
    },
    coefficients() {
      readExtra();
      const own = lanes.length > 0 && { extra: { biases: response.biases.slice(), head: response.head.slice() } };
      return { ...basis.read(seen), ...own };
    },
    weights: (asked = {}) => basis.weights(integerPower(rho, step), along, asked),
    ...(!problem.start.examples.shown && {
      along: () => along.slice(width),
      products: () => products({ seen, along, decayed: integerPower(rho, step) }),
    }),
  };
}
