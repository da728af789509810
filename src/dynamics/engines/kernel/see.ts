import { plus } from "../../../sim/engines/kernel/lanes";
import { coordinates, distances, row, rows, values, weights } from "../../../sim/engines/kernel/state";
import { coast } from "./coast";
import { coastEach } from "./each";
import { shrunk } from "./shrunk";
import { each, featureNoise, initial, parts } from "./state";

/** The sum over an example's projection; `alone` says that it has one entry, as on disjoint supports. A constant wherever this is inlined. */
// @ts-ignore: decorator
@inline
function sumRow(i: i32, decayed: f64, out: usize, first: usize, end: usize, alone: bool): void {
  const size = row;
  const c = parts;
  const u = weights;
  const start = initial + <usize>i * size;
  const factor = f64x2.splat(decayed);
  const x = v128.load64_splat(featureNoise + (<usize>i << 3));
  const only = c + <usize>load<u32>(distances + (first << 2));
  const product = v128.load64_splat(values + (first << 3));
  for (let lane: usize = 0; lane < size; lane += 16) {
    let sum = shrunk(factor, v128.load(start + lane));
    if (alone) sum = plus(sum, product, v128.load(only + lane));
    else {
      for (let p = first; p < end; p++) {
        const along = c + <usize>load<u32>(distances + (p << 2));
        sum = plus(sum, v128.load64_splat(values + (p << 3)), v128.load(along + lane));
      }
    }
    v128.store(out + lane, plus(sum, x, v128.load(u + lane)));
  }
}

/**
 * x_i of every lane, after all that it depends on has been brought up to date.
 *
 *   rho^t <w_0, zeta_i> + sum_l P_il c_l + xi_i[1] u
 *
 * @param i which example
 * @param step t, done so far
 * @param decayed rho^t
 * @param out address of the lanes
 */
export function see(i: i32, step: f64, decayed: f64, out: usize): void {
  const bounds = rows + (<usize>i << 2);
  const first = <usize>load<u32>(bounds);
  const end = <usize>load<u32>(bounds, 4);
  if (each) coastEach(i, step);
  else for (let p = first; p < end; p++) coast(load<i32>(coordinates + (p << 2)), step);
  if (end - first == 1) sumRow(i, decayed, out, first, end, true);
  else sumRow(i, decayed, out, first, end, false);
}
