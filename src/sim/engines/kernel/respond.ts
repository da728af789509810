import { value } from "./activation";
import { project } from "./project";
import { given, labels, neurons, power, weights } from "./state";

/** Sum of what the lanes first .. first+m-1 give, over ascending lanes. */
function output(first: usize): f64 {
  let sum: f64 = 0;
  const end = first + (<usize>neurons << 3);
  for (let lane = first; lane < end; lane += 8) sum += load<f64>(lane);
  return sum;
}

/**
 * `respond` of src/sim/forward.ts: forward pass on one example.
 *
 * @param i which example
 * @param noise receives <w_r, xi_i> of every lane [2m]
 * @returns the margin F_y - F_{-y}
 */
export function respond(i: i32, noise: usize): f64 {
  project(i, noise);
  const label = <f64>load<i8>(labels + i);
  const y = f64x2.splat(label);
  const q = power;
  const size = <usize>neurons << 4;
  for (let lane: usize = 0; lane < size; lane += 16) {
    const signal = value(f64x2.mul(y, v128.load(weights + lane)), q);
    v128.store(given + lane, f64x2.add(signal, value(v128.load(noise + lane), q)));
  }
  const difference = output(given) - output(given + (size >> 1));
  return label == 1 ? difference : -difference;
}
