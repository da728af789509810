import { sortColumns, sortWide } from "./columns";
import { listPatches } from "./dense";
import { meet, publish, side } from "./meet";
import { leadOf } from "./lead";
import { respond } from "./respond";
import { margins, neurons, noise, outputs, outputsSize, row } from "./state";
import { update } from "./update";
import { activateExample, beginBatch, labelOf, projectAll, respondWide } from "./wider";
import { dense, patches, wide } from "./widerState";

export * from "./state";
export * from "./widerState";

/** Steps done. */
export let step: f64 = 0;

/** First address that the host may use. */
export function firstFree(): usize {
  return __heap_base;
}

/** `maximum` of src/sim/maximum.ts: the largest of the m numbers from an address on. */
function maximum(lane: usize): f64 {
  let best: f64 = -Infinity;
  const end = lane + (<usize>neurons << 3);
  for (; lane < end; lane += 8) {
    const value = load<f64>(lane);
    if (!(value <= best)) best = value;
  }
  return best;
}

/** `loudest` of src/sim/forward.ts: the largest of the m numbers from an address on in each of an example's noise patches. */
function loudest(lane: usize): f64 {
  let most = maximum(lane);
  for (let p = 1; p < patches; p++) {
    lane += row;
    const value = maximum(lane);
    if (!(value <= most)) most = value;
  }
  return most;
}

/**
 * Forward pass on the first examples.
 *
 * @param count how many
 * @param out address of their margins, of the largest noise of class +1, and of class -1, [count] each, one after the other
 */
export function respondAll(count: i32, out: usize): void {
  const size = <usize>count << 3;
  const first = wide ? noise + row : noise;
  for (let i = 0; i < count; i++, out += 8) {
    if (wide) projectAll(i, noise);
    else respond(i, noise, outputs);
    store<f64>(out + size, loudest(first));
    store<f64>(out + 2 * size, loudest(first + (<usize>neurons << 3)));
    if (wide) activateExample(noise, outputs);
    store<f64>(out, leadOf(labelOf(i, 0), outputs));
  }
}

/** Forward pass on a batch, into `noise` and `margins`, and its columns; whether every margin was finite. */
function forward(indices: usize, count: i32): bool {
  const size = row;
  const out = outputs + (ASC_FEATURE_THREADS ? side() * 2 * outputsSize : 0);
  for (let e = 0; e < count; e++) {
    const i = load<i32>(indices + (<usize>e << 2));
    if (wide) respondWide(i, e, out + (<usize>e << 3));
    else respond(i, noise + <usize>e * size, out + (<usize>e << 3));
  }
  if (ASC_FEATURE_THREADS) publish();
  // Here, while another thread may still be at its outputs.
  if (dense) listPatches(indices, count);
  else if (wide) sortWide(indices, count);
  else sortColumns(indices, count);
  if (ASC_FEATURE_THREADS) meet();
  let finite = true;
  for (let e = 0; e < count; e++) {
    const margin = leadOf(labelOf(load<i32>(indices + (<usize>e << 2)), e), out + (<usize>e << 3));
    store<f64>(margins + (<usize>e << 3), margin);
    if (margin - margin != 0) finite = false;
  }
  return finite;
}

/**
 * Takes one step a batch, as the reference engine does.
 *
 * @param indices address of the batches' examples, one batch after the other
 * @param offsets address of the batches' bounds in `indices`
 * @param count how many batches
 * @returns whether every margin was finite; if not, the step that met the other kind was not taken
 */
export function run(indices: usize, offsets: usize, count: i32): bool {
  for (let k = 0; k < count; k++) {
    const first = load<i32>(offsets + (<usize>k << 2));
    const size = load<i32>(offsets + (<usize>k << 2), 4) - first;
    const batch = indices + (<usize>first << 2);
    beginBatch(first);
    if (!forward(batch, size)) return false;
    update(batch, size, step + 1);
    step += 1;
  }
  return true;
}
