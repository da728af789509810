import { derivative } from "./activation";
import { Lanes } from "./lanes";
import { residual } from "./residual";
import { respond } from "./respond";
import { classes, coordinates, gradient, labels, neurons, noise, power, rows, signal, touched, values } from "./state";

/** grad += value * coefficient on the lanes of one coordinate; four vectors at a time to spare the loop's own work. */
// @ts-ignore: decorator
@inline
function addRow(row: usize, x: v128, coefficient: usize, size: usize): void {
  const end = row + size;
  for (; row + 64 <= end; row += 64, coefficient += 64) {
    const g = changetype<Lanes>(row);
    const c = changetype<Lanes>(coefficient);
    g.v0 = f64x2.add(g.v0, f64x2.mul(x, c.v0));
    g.v1 = f64x2.add(g.v1, f64x2.mul(x, c.v1));
    g.v2 = f64x2.add(g.v2, f64x2.mul(x, c.v2));
    g.v3 = f64x2.add(g.v3, f64x2.mul(x, c.v3));
  }
  for (; row < end; row += 16, coefficient += 16) {
    v128.store(row, f64x2.add(v128.load(row), f64x2.mul(x, v128.load(coefficient))));
  }
}

/** Replaces the pre-activations in `noise` by the coefficients of xi, and adds the signal's part to the gradient. */
function pullLanes(y: f64, pull: f64, size: usize): void {
  // coefficient = -pull for the class of the label, else pull; the signs are exact, so their order does not matter.
  const toClass = f64x2.splat(-pull * y);
  const label = f64x2.splat(y);
  const q = power;
  for (let lane: usize = 0; lane < size; lane += 16) {
    const coefficient = f64x2.mul(toClass, v128.load(classes + lane));
    const slope = f64x2.mul(f64x2.mul(coefficient, label), derivative(v128.load(signal + lane), q));
    v128.store(gradient + lane, f64x2.add(v128.load(gradient + lane), slope));
    v128.store(noise + lane, f64x2.mul(coefficient, derivative(v128.load(noise + lane), q)));
  }
}

/**
 * `addGradient` of src/sim/gradient.ts; marks the coordinates it touches.
 *
 * @param i which example
 * @param share 1/b
 * @returns the margin; where it is not finite nothing is added, since the step will not be taken
 */
export function addGradient(i: i32, share: f64): f64 {
  const margin = respond(i);
  if (margin - margin != 0) return margin;
  const size = <usize>neurons << 4;
  pullLanes(<f64>load<i8>(labels + i), share * residual(margin), size);
  const row = rows + (<usize>i << 2);
  const last = coordinates + (<usize>load<u32>(row, 4) << 2);
  let x = values + (<usize>load<u32>(row) << 3);
  const base = gradient;
  const coefficient = noise;
  const marks = touched;
  store<u8>(marks, 1);
  for (let c = coordinates + (<usize>load<u32>(row) << 2); c < last; c += 4, x += 8) {
    const k = <usize>load<u32>(c);
    store<u8>(marks + k, 1);
    addRow(base + k * size, v128.load64_splat(x), coefficient, size);
  }
  return margin;
}
