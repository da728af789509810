import { value } from "./activation";
import { project } from "./project";
import { endClass, firstClass, given, labels, neurons, outputsSize, power, row, weights } from "./state";
import { blocked } from "./widerState";

/** Sum of what the lanes first .. first+m-1 give, over ascending lanes. */
function output(first: usize): f64 {
  let sum: f64 = 0;
  const end = first + (<usize>neurons << 3);
  for (let lane = first; lane < end; lane += 8) sum += load<f64>(lane);
  return sum;
}

/**
 * Stores the outputs of the classes held.
 *
 * @param lanes address of what each lane gives
 * @param factor of the sums
 * @param out receives F_{+1}, and `outputsSize` bytes later F_{-1}
 */
export function storeOutputs(lanes: usize, factor: f64, out: usize): void {
  for (let j = firstClass; j < endClass; j++, lanes += <usize>neurons << 3) {
    store<f64>(out + <usize>j * outputsSize, factor * output(lanes));
  }
}

/**
 * `respond` of src/sim/forward.ts: forward pass on one example, as far as the lanes held go.
 *
 * @param i which example
 * @param noise receives <w_r, xi_i> of every lane; block by block, it has them
 * @param out receives F_{+1}, and `outputsSize` bytes later F_{-1}, of the classes held
 */
export function respond(i: i32, noise: usize, out: usize): void {
  if (!blocked) project(i, noise);
  const y = f64x2.splat(<f64>load<i8>(labels + i));
  const q = power;
  const size = row;
  for (let lane: usize = 0; lane < size; lane += 16) {
    const signal = value(f64x2.mul(y, v128.load(weights + lane)), q);
    v128.store(given + lane, f64x2.add(signal, value(v128.load(noise + lane), q)));
  }
  storeOutputs(given, 1, out);
}

/**
 * The margin of an example whose two outputs are known.
 *
 * @param y its label
 * @param out address of F_{+1}, `outputsSize` bytes before that of F_{-1}
 * @returns F_y - F_{-y}
 */
export function marginOf(y: i32, out: usize): f64 {
  const difference = load<f64>(out) - load<f64>(out + outputsSize);
  return y == 1 ? difference : -difference;
}
