import { eachExtra } from "../data/extraRows.ts";
import type { Iterate } from "../optimizers/optimizer.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { PAPERS_MODEL } from "../setting/network.ts";
import type { Response } from "../sim/forward.ts";
import { featureValues } from "./entries.ts";
import type { ExtraLanes, Problem } from "./recurrence.ts";

/** The weights that training in coefficients leaves as they are: those of the feature's coordinates, then biases and second layer. */
export interface PlainPart {
  /** [(k + extra) * 2m], what the optimizer remembers of them, and the steps done. */
  readonly at: Iterate;
  /** Room for the slopes of biases and second layer, where the network has them. */
  readonly slopes: ExtraLanes | undefined;
  /** <w, sqrt(k) v> of every lane, times a number. */
  signal(factor: number, out: Float64Array): void;
  /** Adds what a noise patch has on the feature, <w, .> of every lane. */
  addSeen(row: number, out: Float64Array): void;
  /** Copies biases and second layer to where a forward pass reads them. */
  readExtra(out: Pick<Response, "biases" | "head">): void;
  /** Biases and second layer; undefined where the network has none. */
  extra(): ExtraLanes | undefined;
  /** Forgets the gradient of the batch before. */
  clear(): void;
  /** Adds an example's share to the gradient: lanes as `pullBack` leaves them, noise patch by noise patch from row `first` on. */
  add(first: number, response: Pick<Response, "signal" | "noise">): void;
  /** Takes the step. */
  step(): void;
  /** Says how many steps are behind it. */
  setStep(step: number): void;
}

/**
 * The part of a training in coefficients that the optimizer moves weight by weight.
 *
 *   gradient of w[c] = sum_{i in I} [ c_r strength sigma'(strength sum_c w[c]) + sum_p xi_{i,p}[c] c_r sigma'(x_{i,p}) ],  c = 1..k;
 *   of biases and second layer as `pullBack` gives them
 *
 * @param problem of one feature on its first k coordinates
 * @returns the part at step 0; its numbers are those of the full training, bit for bit, as long as x_{i,p} are
 * Source: [T25] Lemmas A.5, A.7, A.8; docs/notes/patches.md.
 */
export function plainPart({ network, optimizer, start }: Problem): PlainPart {
  const { model = PAPERS_MODEL, neurons } = network;
  const { featureSupport: k, noisePatches } = model;
  const width = 2 * neurons;
  const { init, update } = optimizerNamed(optimizer.name);
  const onFeature = featureValues(start.examples, k);
  const beyond = start.weights.subarray(start.coordinates.length * width);
  const first = new Float64Array(k * width + beyond.length);
  first.set(start.weights.subarray(0, k * width));
  first.set(beyond, k * width);
  let at: Iterate = init(first);
  const gradient = new Float64Array(first.length);
  const lanes: (readonly ["biases" | "head", number])[] = [];
  eachExtra(model, width, first.length, (name, from) => lanes.push([name, from]));
  const room = () => new Float64Array(width);
  const slopes = lanes.length > 0 ? { biases: room(), head: room() } : undefined;
  const readExtra = (out: Pick<Response, "biases" | "head">) => {
    for (const [name, from] of lanes) out[name].set(at.weights.subarray(from, from + width));
  };
  return {
    get at() {
      return at;
    },
    slopes,
    readExtra,
    signal(factor, out) {
      const { weights } = at;
      for (let r = 0; r < width; r++) {
        let sum = weights[r] as number;
        for (let from = width + r; from < k * width; from += width) sum += weights[from] as number;
        out[r] = factor * sum;
      }
    },
    addSeen(row, out) {
      const { weights } = at;
      for (let c = 0; c < k; c++) {
        const x = onFeature[row * k + c] as number;
        const from = c * width;
        for (let r = 0; r < width; r++) out[r] = (out[r] as number) + x * (weights[from + r] as number);
      }
    },
    extra() {
      if (!slopes) return undefined;
      const out = { biases: room(), head: room().fill(1) };
      readExtra(out);
      return out;
    },
    clear: () => void gradient.fill(0),
    add(row, { signal, noise }) {
      for (let c = 0; c < k; c++) {
        const to = c * width;
        for (let r = 0; r < width; r++) {
          let sum = (gradient[to + r] as number) + (signal[r] as number);
          for (let p = 0; p < noisePatches; p++)
            sum += (onFeature[(row + p) * k + c] as number) * (noise[p * width + r] as number);
          gradient[to + r] = sum;
        }
      }
      for (const [name, to] of lanes) {
        const own = (slopes as ExtraLanes)[name];
        for (let r = 0; r < width; r++) gradient[to + r] = (gradient[to + r] as number) + (own[r] as number);
      }
    },
    step() {
      at = update(optimizer, at, gradient, at);
    },
    setStep(step) {
      at = { ...at, step };
    },
  };
}
