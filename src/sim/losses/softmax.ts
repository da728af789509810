import { exp } from "../../numeric/exp.ts";
import { log1p } from "../../numeric/log1p.ts";

/** The place of the largest number; 0 where none is larger. */
function placeOfLargest(values: Float64Array): number {
  let place = 0;
  for (let c = 1; c < values.length; c++) if ((values[c] as number) > (values[place] as number)) place = c;
  return place;
}

/**
 * Cross-entropy of several classes.
 *
 * L = -log(e^(F_y)/sum_c e^(F_c)) = F_max - F_y + log(1 + sum_(c != max) e^(F_c - F_max))
 *
 * @param outputs F, [K], finite
 * @param side y, from 0
 * @returns the loss, >= 0
 * Source: docs/theory.md 1.8; `crossEntropy` for two.
 * @example
 * softmaxLoss(Float64Array.of(0, 0, 0), 1).toFixed(6) // => "1.098612"
 */
export function softmaxLoss(outputs: Float64Array, side: number): number {
  const top = placeOfLargest(outputs);
  const most = outputs[top] as number;
  let rest = 0;
  for (let c = 0; c < outputs.length; c++) if (c !== top) rest += exp((outputs[c] as number) - most);
  return most - (outputs[side] as number) + log1p(rest);
}

/**
 * Its derivative in every output.
 *
 * dL/dF_c = p_c for c != y,  dL/dF_y = -sum_(c != y) p_c,  p_c = e^(F_c)/sum e^F
 *
 * @param outputs F, [K], finite
 * @param side y, from 0
 * @param share multiplies it
 * @param out [K], written
 */
export function softmaxPulls(outputs: Float64Array, side: number, share: number, out: Float64Array): void {
  const most = outputs[placeOfLargest(outputs)] as number;
  let sum = 0;
  for (let c = 0; c < outputs.length; c++) {
    out[c] = exp((outputs[c] as number) - most);
    sum += out[c] as number;
  }
  let others = 0;
  for (let c = 0; c < outputs.length; c++) {
    const pull = (share * (out[c] as number)) / sum;
    if (c !== side) others += pull;
    out[c] = pull;
  }
  out[side] = -others;
}
