import { sortColumns, sortWide } from "./columns";
import { beginProjecting, examplesAtATime, projectListed } from "./blocks";
import { meet, publish, side } from "./meet";
import { leadOf } from "./lead";
import { respond } from "./respond";
import { margins, neurons, noise, outputs, outputsSize, row } from "./state";
import { beginUpdate, pull, update } from "./update";
import { activateExample, beginBatch, exampleSize, labelOf, projectAll, respondWide } from "./wider";
import { blocked, patches, together, wide } from "./widerState";

// A function that is exported stays one: within another, V8 keeps half of its sums in memory, and it takes twice the time.
export { activeBytes, activeTwelve, activeTwelveSingle, listActive, packNumbers, takePanel, addPanel } from "./active";
export { packedBytes, threeSingles, threeVectors } from "./product";
export { gatherFive, gatherFiveSingle, projectFive, projectFiveSingle } from "./sparse";
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

/** Forward pass on an example with scratch at an address. */
function judge(i: i32, at: usize, size: usize, out: usize): void {
  const first = wide ? at + row : at;
  if (wide) projectAll(i, at);
  else respond(i, at, outputs);
  store<f64>(out + size, loudest(first));
  store<f64>(out + 2 * size, loudest(first + (<usize>neurons << 3)));
  if (wide) activateExample(at, outputs);
  store<f64>(out, leadOf(labelOf(i, 0), outputs));
}

/**
 * Forward pass on the first examples.
 *
 * @param count how many
 * @param out address of their margins, of the largest noise of class +1, and of class -1, [count] each, one after the other
 */
export function respondAll(count: i32, out: usize): void {
  const size = <usize>count << 3;
  const stride = wide ? exampleSize() : row;
  beginProjecting();
  for (let i = 0; i < count; i += together) {
    const end = min(count, i + together);
    if (blocked) projectListed(0, i, end - i);
    for (let e = i, at = noise; e < end; e++, at += stride, out += 8) judge(e, at, size, out);
  }
}

/**
 * Forward pass on some examples of a batch, into `noise` and `margins`, and where these are all its columns.
 *
 * @param indices address of the batch
 * @param from the first
 * @param end one past the last
 * @returns whether every margin was finite
 */
function forward(indices: usize, from: i32, end: i32): bool {
  const stride = wide ? exampleSize() : row;
  const out = outputs + (ASC_FEATURE_THREADS ? side() * 2 * outputsSize : 0);
  if (blocked) projectListed(indices + (<usize>from << 2), 0, end - from);
  for (let e = from, at = noise; e < end; e++, at += stride) {
    const i = load<i32>(indices + (<usize>e << 2));
    if (wide) respondWide(i, at, out + (<usize>e << 3));
    else respond(i, at, out + (<usize>e << 3));
  }
  if (ASC_FEATURE_THREADS) publish();
  // Here, while another thread may still be at its outputs.
  if (!blocked) {
    if (wide) sortWide(indices, end);
    else sortColumns(indices, end);
  }
  if (ASC_FEATURE_THREADS) meet();
  let finite = true;
  for (let e = from; e < end; e++) {
    const margin = leadOf(labelOf(load<i32>(indices + (<usize>e << 2)), e), out + (<usize>e << 3));
    store<f64>(margins + (<usize>e << 3), margin);
    if (margin - margin != 0) finite = false;
  }
  return finite;
}

/** Takes a step with a batch of `count` examples, or none where a margin is not finite; returns whether all were. */
function takeStep(indices: usize, count: i32): bool {
  beginUpdate();
  beginProjecting();
  const each = examplesAtATime(count);
  for (let from = 0; from < count; from += each) {
    const end = min(count, from + each);
    if (!forward(indices, from, end)) return false;
    pull(indices, from, end, 1 / <f64>count);
  }
  update(step + 1);
  return true;
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
    beginBatch(first);
    if (!takeStep(indices + (<usize>first << 2), size)) return false;
    step += 1;
  }
  return true;
}
