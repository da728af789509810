import { derivative, value } from "../../../sim/engines/kernel/activation";
import { given, labels, neurons, power, row } from "../../../sim/engines/kernel/state";
import { signalOf } from "./signal";

/** The lanes of one example; `q` is a constant wherever this is inlined for one. */
// @ts-ignore: decorator
@inline
function activateRow(x: usize, signal: usize, q: i32): void {
  const out = given;
  for (let lane: usize = 0, size = row; lane < size; lane += 16) {
    const z = v128.load(x + lane);
    v128.store(out + lane, f64x2.add(v128.load(signal + lane), value(z, q)));
    v128.store(x + lane, derivative(z, q));
  }
}

/**
 * The margin of an example: `activate` of src/sim/forward.ts.
 *
 * @param i which example
 * @param x address of its x_i, which become sigma'(x_i)
 * @returns F_y - F_{-y}
 */
export function respond(i: i32, x: usize): f64 {
  if (power == 3) activateRow(x, signalOf(i), 3);
  else activateRow(x, signalOf(i), power);
  // Two sums side by side: each waits for itself at every lane.
  const half = <usize>neurons << 3;
  let plus: f64 = 0;
  let minus: f64 = 0;
  for (let lane = given, end = given + half; lane < end; lane += 8) {
    plus += load<f64>(lane);
    minus += load<f64>(lane + half);
  }
  const difference = plus - minus;
  return load<i8>(labels + i) == 1 ? difference : -difference;
}
