import { derivative } from "./activation";
import { Lanes, plus } from "./lanes";
import { residual } from "./residual";
import { classes, columnEntries, gradient, labels, power, row, signalGradient, weights } from "./state";

/**
 * Turns the pre-activations of one example into its coefficients of xi, and adds what it gives to coordinate 0.
 *
 * @param i which example
 * @param coefficients address of its <w_r, xi_i>, overwritten
 * @param pull l / b
 * @param x what xi_i has on coordinate 0
 */
export function pullLanes(i: i32, coefficients: usize, pull: f64, x: f64): void {
  // coefficient = -pull for the class of the label, else pull; the signs are exact, so their order does not matter.
  const y = <f64>load<i8>(labels + i);
  const toClass = f64x2.splat(-pull * y);
  const label = f64x2.splat(y);
  const featureNoise = f64x2.splat(x);
  const q = power;
  const size = row;
  for (let lane: usize = 0; lane < size; lane += 16) {
    const coefficient = f64x2.mul(toClass, v128.load(classes + lane));
    const signal = f64x2.mul(label, v128.load(weights + lane));
    const slope = f64x2.mul(f64x2.mul(coefficient, label), derivative(signal, q));
    const noise = f64x2.mul(coefficient, derivative(v128.load(coefficients + lane), q));
    v128.store(coefficients + lane, noise);
    v128.store(signalGradient + lane, plus(f64x2.add(v128.load(signalGradient + lane), slope), featureNoise, noise));
  }
}

function fiveVectors(entry: usize, last: usize, lane: usize): void {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0;
  for (; entry < last; entry += 16) {
    const value = v128.load64_splat(entry);
    const a = changetype<Lanes>(<usize>load<u32>(entry, 8) + lane);
    s0 = plus(s0, value, a.v0);
    s1 = plus(s1, value, a.v1);
    s2 = plus(s2, value, a.v2);
    s3 = plus(s3, value, a.v3);
    s4 = plus(s4, value, a.v4);
  }
  const out = changetype<Lanes>(gradient + lane);
  out.v0 = s0;
  out.v1 = s1;
  out.v2 = s2;
  out.v3 = s3;
  out.v4 = s4;
}

function oneVector(entry: usize, last: usize, lane: usize): void {
  let sum = f64x2.splat(0);
  for (; entry < last; entry += 16) sum = plus(sum, v128.load64_splat(entry), v128.load(<usize>load<u32>(entry, 8) + lane));
  v128.store(gradient + lane, sum);
}

/**
 * Writes the gradient of one coordinate other than 0, summed in the order of the batch.
 *
 * @param first first entry of its column
 * @param end one past the last
 */
export function gather(first: usize, end: usize): void {
  const entry = columnEntries + (first << 4);
  const last = columnEntries + (end << 4);
  const size = row;
  let lane: usize = 0;
  for (; lane + 80 <= size; lane += 80) fiveVectors(entry, last, lane);
  for (; lane < size; lane += 16) oneVector(entry, last, lane);
}
