import { adaptiveUpdate, beginAdaptive } from "./adaptive";
import { featureNoise } from "./columns";
import { beginGathering, endGathering, gatherListed } from "./blocks";
import { beginFormula, formulaUpdate } from "./formula";
import { gather, pullLanes } from "./gradient";
import { pullAt, pullSeveral } from "./loss";
import { gradientUpdate, signUpdate } from "./plain";
import { columns, dimension, gradient, margins, noise, outputs, row, rule, signalGradient, weights } from "./state";
import { pullWide } from "./widerGradient";
import { exampleSize, labelOf } from "./wider";
import { blocked, extraGradient, extraRows, featureSupport, several, wide } from "./widerState";

/** Updates the weights from one address to another; `hit` says whether `g` holds their gradient, or it is zero. */
function updateRows(w: usize, end: usize, g: usize, hit: bool): void {
  if (rule == 1) adaptiveUpdate(w, end, g, hit);
  else if (rule == 3) formulaUpdate(w, end, g, hit);
  else if (rule == 2) signUpdate(w, end, g, hit);
  else gradientUpdate(w, end, g, hit);
}

/** Updates the coordinates beyond the feature's, of which a batch touches some. */
function updateSome(w: usize): void {
  const size = row;
  // Coordinates that no example of the batch touches are many where b is small: they are updated together.
  let done = w;
  let first: usize = 0;
  for (let k = featureSupport; k < dimension; k++, w += size) {
    const end = <usize>load<u32>(columns + (<usize>k << 2));
    if (end == first) continue;
    if (w > done) updateRows(done, w, gradient, false);
    done = w + size;
    gather(first, end);
    updateRows(w, done, gradient, true);
    first = end;
  }
  if (w > done) updateRows(done, w, gradient, false);
}

/** Updates them where a batch touches all. */
function updateAll(w: usize): void {
  endGathering();
  updateRows(w, w + <usize>(dimension - featureSupport) * row, gradient, true);
}

/** Sets to 0 what a batch's gradient is summed in; a batch that met a margin that is not finite has left something there. */
export function beginUpdate(): void {
  memory.fill(signalGradient, 0, <usize>featureSupport * row);
  memory.fill(extraGradient, 0, <usize>extraRows * row);
  if (blocked) beginGathering();
}

/**
 * Adds to the gradient what some examples give after their forward pass; unless it is summed block by block it is not stored whole.
 *
 * @param indices address of the batch
 * @param from the first
 * @param end one past the last
 * @param share 1/b
 */
export function pull(indices: usize, from: i32, end: i32, share: f64): void {
  const stride = wide ? exampleSize() : row;
  for (let e = from, at = noise; e < end; e++, at += stride) {
    const i = load<i32>(indices + (<usize>e << 2));
    const pull = several ? 0 : share * pullAt(load<f64>(margins + (<usize>e << 3)));
    if (several) pullSeveral(outputs + (<usize>e << 3), labelOf(i, e), share);
    if (wide) pullWide(i, e, at, pull);
    else pullLanes(i, at, pull, featureNoise(i));
  }
  if (blocked) gatherListed();
}

/**
 * The update, coordinate by coordinate.
 *
 * @param step t, the number of this step
 */
export function update(step: f64): void {
  if (rule == 1) beginAdaptive(<i64>step);
  else if (rule == 3) beginFormula(step);
  const feature = <usize>featureSupport * row;
  updateRows(weights, weights + feature, signalGradient, true);
  if (blocked) updateAll(weights + feature);
  else updateSome(weights + feature);
  if (extraRows) {
    const first = weights + <usize>dimension * row;
    updateRows(first, first + <usize>extraRows * row, extraGradient, true);
  }
}
