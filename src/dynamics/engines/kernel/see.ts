import { plus } from "../../../sim/engines/kernel/lanes";
import { coordinates, distances, row, rows, values, weights } from "../../../sim/engines/kernel/state";
import { coast, shrunk } from "./coast";
import { featureNoise, initial } from "./state";

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
  for (let p = first; p < end; p++) coast(load<i32>(coordinates + (p << 2)), step);
  const factor = f64x2.splat(decayed);
  const x = v128.load64_splat(featureNoise + (<usize>i << 3));
  const lanes = weights + row;
  const start = initial + <usize>i * row;
  for (let lane: usize = 0; lane < row; lane += 16) {
    let sum = shrunk(factor, v128.load(start + lane));
    for (let p = first; p < end; p++) {
      const c = lanes + <usize>load<u32>(distances + (p << 2)) + lane;
      sum = plus(sum, v128.load64_splat(values + (p << 3)), v128.load(c));
    }
    v128.store(out + lane, plus(sum, x, v128.load(weights + lane)));
  }
}
