import { adaptiveUpdate, beginAdaptive } from "./adaptive";
import { featureNoise } from "./columns";
import { beginGathering, endGathering, examplesAtATime, gatherListed } from "./blocks";
import { beginFormula, formulaUpdate } from "./formula";
import { gather, pullLanes } from "./gradient";
import { pullAt, pullSeveral } from "./loss";
import { gradientUpdate, signUpdate } from "./plain";
import { columns, dimension, gradient, margins, noise, outputs, row, rule, signalGradient, weights } from "./state";
import { pullWide } from "./widerGradient";
import { labelOf } from "./wider";
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

/** Updates them where a batch of `count` examples touches all. */
function updateAll(w: usize, count: i32): void {
  endGathering(count);
  updateRows(w, w + <usize>(dimension - featureSupport) * row, gradient, true);
}

/**
 * The gradient of a batch after its forward pass, and the update: coordinate by coordinate, so that no whole gradient is stored unless it is summed block by block.
 *
 * @param indices address of the batch
 * @param count b
 * @param step t, the number of this step
 */
export function update(indices: usize, count: i32, step: f64): void {
  const size = row;
  const share: f64 = 1 / <f64>count;
  if (blocked) beginGathering();
  const each = examplesAtATime(count);
  for (let from = 0; from < count; from += each) {
    const end = min(count, from + each);
    for (let e = from; e < end; e++) {
      const i = load<i32>(indices + (<usize>e << 2));
      const pull = several ? 0 : share * pullAt(load<f64>(margins + (<usize>e << 3)));
      if (several) pullSeveral(outputs + (<usize>e << 3), labelOf(i, e), share);
      if (wide) pullWide(i, e, pull);
      else pullLanes(i, noise + <usize>e * size, pull, featureNoise(i));
    }
    if (blocked) gatherListed(from, end - from);
  }
  if (rule == 1) beginAdaptive(<i64>step);
  else if (rule == 3) beginFormula(step);
  const feature = <usize>featureSupport * size;
  updateRows(weights, weights + feature, signalGradient, true);
  memory.fill(signalGradient, 0, feature);
  if (blocked) updateAll(weights + feature, count);
  else updateSome(weights + feature);
  if (extraRows) {
    const extra = <usize>extraRows * size;
    const first = weights + <usize>dimension * size;
    updateRows(first, first + extra, extraGradient, true);
    memory.fill(extraGradient, 0, extra);
  }
}
