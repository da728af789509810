import type { Start } from "../../src/data/start.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import type { Network } from "../../src/setting/network.ts";

/** A neuron as the papers write it: w in full, and <w, xi_i> as a number of its own. */
export interface PrintedNeuron {
  readonly j: 1 | -1;
  /** w[0] is <w, v>. */
  readonly w: number[];
  /** <w, xi_i>, [n] */
  readonly x: number[];
  /** xi_i, dense; the same for all neurons. */
  readonly patches: readonly number[][];
}

/** The patches of examples, all d coordinates. */
function densePatches({ examples: { count, rows, coordinates, values } }: Start, d: number): number[][] {
  return Array.from({ length: count }, (_, i) => {
    const patch = new Array<number>(d).fill(0);
    for (let e = rows[i]; e < rows[i + 1]; e++) patch[coordinates[e]] = values[e];
    return patch;
  });
}

/**
 * [T25] B.3-B.6, word for word, with xi_i[1] = -alpha y_i:
 *
 *   <w',jv> = <w,jv> + j eta sgn( sum_{i in I} y_i l_i [sigma'(<w,y_i v>) - alpha sigma'(<w,xi_i>)] - b lambda w[1] )
 *   <w',xi_i> = <w,xi_i> + eta sum_{k in B_i} sgn( l_i sigma'(<w,xi_i>) xi_i[k] - b lambda w[k] ) xi_i[k] - alpha y_i (step of coordinate 1)
 *
 * the data term for i in I only; with decoupled decay no lambda inside sgn, and a factor 1 - eta lambda before <w, .>. The inner
 * products are carried along by this formula, never computed from the weights again.
 */
export function printedSignTraining(
  { name, neurons: m, q }: Network,
  { name: optimizer, lr: eta, weightDecay }: Problem["optimizer"],
  start: Start,
) {
  const coupled = optimizer === "adam";
  const lambda = coupled ? weightDecay : 0;
  const rho = coupled ? 1 : 1 - eta * weightDecay;
  const width = 2 * m;
  const d = start.weights.length / width;
  const patches = densePatches(start, d);
  const labels = [...start.examples.labels];
  const sigma = (z: number) => (name === "linear" ? z : Math.max(z, 0) ** q);
  const slope = (z: number) => (name === "linear" ? 1 : q * Math.max(z, 0) ** (q - 1));
  const neurons = Array.from({ length: width }, (_, r): PrintedNeuron => {
    const w = Array.from({ length: d }, (_, k) => start.weights[k * width + r]);
    const x = patches.map((patch) => patch.reduce((sum, value, k) => sum + value * w[k], 0));
    return { j: r < m ? 1 : -1, w, x, patches };
  });

  /** l_{j,i} of both classes: 1[y_i = j] - softmax_j. */
  const residuals = (i: number): Record<"1" | "-1", number> => {
    const outputs = { "1": 0, "-1": 0 };
    for (const { j, w, x } of neurons) outputs[`${j}`] += sigma(labels[i] * w[0]) + sigma(x[i]);
    const margin = labels[i] * (outputs["1"] - outputs["-1"]);
    const wrong = 1 / (1 + Math.exp(margin));
    return { "1": labels[i] * wrong, "-1": -labels[i] * wrong };
  };

  return {
    neurons,
    step(batch: readonly number[]): void {
      const b = batch.length;
      const l = new Map(batch.map((i) => [i, residuals(i)]));
      for (const { j, w, x } of neurons) {
        let pull = 0;
        for (const i of batch) {
          const li = (l.get(i) as { "1": number; "-1": number })[`${j}`];
          // - alpha = y_i xi_i[1]
          pull += labels[i] * li * (slope(labels[i] * w[0]) + labels[i] * patches[i][0] * slope(x[i]));
        }
        const first = eta * Math.sign(pull - b * lambda * w[0]);
        const steps = w.map(() => 0);
        for (let i = 0; i < patches.length; i++) {
          const li = l.get(i)?.[`${j}`] ?? 0;
          let sum = 0;
          for (let k = 1; k < d; k++) {
            if (patches[i][k] === 0) continue;
            steps[k] = eta * Math.sign(li * slope(x[i]) * patches[i][k] - b * lambda * w[k]);
            sum += steps[k] * patches[i][k];
          }
          x[i] = rho * x[i] + sum + patches[i][0] * first;
        }
        w[0] = rho * w[0] + first;
        for (let k = 1; k < d; k++) w[k] = rho * w[k] + steps[k];
      }
    },
  };
}
