import { drawLabels } from "../data/patch.ts";
import { cholesky } from "../numeric/cholesky.ts";
import { normalsAlong } from "../random/many.ts";
import { InputError, show } from "../setting/inputError.ts";
import type { Setting } from "../setting/setting.ts";
import { activate, loudest, newResponse } from "../sim/forward.ts";
import { tested } from "../sim/metrics.ts";
import type { Run } from "../sim/run.ts";
import type { Fresh } from "./judge.ts";
import type { Problem } from "./recurrence.ts";

/** Standard normals of every example, [count * size]. */
function normals(seed: number, count: number, size: number): Float64Array {
  const all = new Float64Array(count * size);
  const places = Float64Array.from({ length: count }, (_, i) => i);
  const lanes = Int32Array.from({ length: size }, (_, r) => r);
  normalsAlong({ seed, purpose: "testProducts", places, lanes, scale: 1 }, (first, rows) =>
    all.set(rows, first * size),
  );
  return all;
}

/** In a sentence, why what a fresh patch has with the weights is not normal, given them; undefined where it is. */
function notNormal({ d, s, noise = "gaussian", featureSupport = 1 }: Setting): string | undefined {
  if (noise !== "gaussian") return `setting.noise must be "gaussian", but is ${show(noise)}`;
  if (featureSupport !== 1) return `setting.featureSupport must be 1, but is ${show(featureSupport)}`;
  return s === d - 1 ? undefined : `setting.s must be d - 1 = ${d - 1}, but is ${show(s)}`;
}

/**
 * What fresh examples say of a training, drawn as their inner products with the weights.
 *
 *   zeta ~ N(0, sigmaP^2 I) on every coordinate but the feature's: given the weights <w_r, zeta> is normal with covariance
 *   sigmaP^2 <w_r, w_r'> off the feature, and sigmaP^2 u_r u_r' more where noise lies along the feature, too
 *
 * Exact in distribution; the examples are others than those of the full training, from the same labels and flips. One costs O((2m)^2), whatever d is.
 *
 * @param run seed, testSize, setting
 * @param problem whose recurrence knows `products`
 * @returns labels, and a function of the training and its coefficients
 * @throws InputError where noise is not Gaussian on every other coordinate
 * Source: ours, docs/notes/patches.md.
 */
export function newProductsJudge({ setting, seed, testSize: count }: Run, { network }: Problem): Fresh {
  const reason = notNormal(setting);
  if (reason) throw new InputError(`${reason} for fresh examples by inner products; leave byProducts out`);
  const { sigmaP, alpha, alongFeature, mu = 1 } = setting;
  const { truths, labels } = drawLabels(setting, seed, "testExample", count);
  const response = newResponse(network);
  const { signal, noise, biases, head } = response;
  const width = signal.length;
  const drawn = normals(seed, count, noise.length);
  const judged = {
    margins: new Float64Array(count),
    noise: [new Float64Array(count), new Float64Array(count)] as const,
  };
  return {
    examples: labels.some((label, i) => label !== truths[i]) ? { labels, truths } : { labels },
    judge(recurrence, { signal: u }) {
      const read = recurrence.coefficients().extra;
      if (read) {
        biases.set(read.biases);
        head.set(read.head);
      }
      const products = (recurrence.products as () => Float64Array)();
      if (alongFeature)
        for (let a = 0; a < width; a++)
          for (let b = 0; b < width; b++) products[a * width + b] += (u[a] as number) * (u[b] as number);
      const root = cholesky(products, width);
      for (let i = 0; i < count; i++) {
        const truth = truths[i] as number;
        for (let r = 0; r < width; r++) signal[r] = mu * truth * (u[r] as number);
        for (let p = 0; p < noise.length; p += width) {
          const from = i * noise.length + p;
          for (let r = 0; r < width; r++) {
            const row = r * width;
            let sum = 0;
            for (let k = 0; k <= r; k++) sum += (root[row + k] as number) * (drawn[from + k] as number);
            noise[p + r] = sigmaP * sum - alpha * truth * (u[r] as number);
          }
        }
        judged.margins[i] = activate(labels[i] as number, response);
        judged.noise[0][i] = loudest(response, 0);
        judged.noise[1][i] = loudest(response, 1);
      }
      return tested(judged);
    },
  };
}
