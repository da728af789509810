import { plus } from "../../../sim/engines/kernel/lanes";
import { classes, labels, row, signalGradient } from "../../../sim/engines/kernel/state";
import { signalOf } from "./signal";
import { featureNoise } from "./state";

/**
 * `pullBack` of src/sim/gradient.ts: turns an example's slopes into its coefficients of xi, and adds what it gives to u's gradient.
 *
 * Products with classes and labels are exact, so that their order does not matter.
 *
 * @param i which example
 * @param slopes address of its sigma'(x_i)
 * @param pull l / b
 * @param into where its coefficients are added; `slopes` itself, which counts as zero then
 */
export function pull(i: i32, slopes: usize, pull: f64, into: usize): void {
  const against = f64x2.splat(-pull);
  const toClass = f64x2.splat(load<i8>(labels + i) == 1 ? -pull : pull);
  const x = v128.load64_splat(featureNoise + (<usize>i << 3));
  const size = row;
  const signal = signalOf(i) + size;
  const j = classes;
  const g = signalGradient;
  const first = into == slopes;
  for (let lane: usize = 0; lane < size; lane += 16) {
    const noise = f64x2.mul(f64x2.mul(toClass, v128.load(j + lane)), v128.load(slopes + lane));
    const slope = f64x2.mul(against, v128.load(signal + lane));
    v128.store(g + lane, plus(f64x2.add(v128.load(g + lane), slope), x, noise));
    // A sum of one: to zero, which takes the sign of a zero from it.
    v128.store(into + lane, f64x2.add(first ? f64x2.splat(0) : v128.load(into + lane), noise));
  }
}
