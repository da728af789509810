import { activateAll } from "./activations";
import { project } from "./project";
import { storeOutputs } from "./respond";
import { labels, row, weights } from "./state";
import { activated, biases, blocked, factors, featureSupport, head, legLabels, patches, scale, shownRows, strengths, unpatched } from "./widerState";

/** Bytes of an example's scratch: a row for the signal, one for each noise patch, and one for what the activation gives in all. */
// @ts-ignore: decorator
@inline
export function exampleSize(): usize {
  return (<usize>patches + 2) * row;
}

/** Bytes of its pre-activations, from its first row on: signal and noise have one where they are one vector. */
// @ts-ignore: decorator
@inline
export function seenSize(): usize {
  return unpatched ? row : (<usize>patches + 1) * row;
}

/** Where an example has sum_p sigma(<w, x_p> + b) of every lane, after its own address. */
// @ts-ignore: decorator
@inline
export function sumsAfter(): usize {
  return (<usize>patches + 1) * row;
}

/** Where the labels of the batch under way are; 0 where they are the examples' own. */
let batchLabels: usize = 0;

/**
 * Turns to a batch.
 *
 * @param first its first place among the leg's indices
 */
export function beginBatch(first: i32): void {
  batchLabels = legLabels ? legLabels + first : 0;
}

/** The label with which example i, the e-th of the batch, is seen. */
export function labelOf(i: i32, e: i32): i32 {
  return load<i8>(batchLabels ? batchLabels + e : labels + i);
}

/** The row of the p-th patch of an example, from 0 at the first noise patch; -1: of the feature that it shows. */
// @ts-ignore: decorator
@inline
export function patchRow(i: i32, p: i32, each: i32): i32 {
  return p < 0 ? load<i32>(shownRows + (<usize>i << 2)) : i * each + p;
}

/** The first patch that is listed where a batch's entries are sorted. */
// @ts-ignore: decorator
@inline
export function firstListed(): i32 {
  return shownRows ? -1 : 0;
}

/** Where its coefficients are, after the example's own address. */
// @ts-ignore: decorator
@inline
export function listedAfter(): usize {
  return shownRows ? 0 : row;
}

/** <w, mu y v> of every lane, the weights of the feature summed over ascending coordinates; block by block, <w, v> of a feature that is shown is there. */
function signalOf(i: i32, out: usize): void {
  const strength = v128.load64_splat(strengths + (<usize>i << 3));
  const size = row;
  const end = weights + <usize>featureSupport * size;
  if (shownRows) {
    if (!blocked) project(patchRow(i, -1, 0), out);
  } else memory.copy(out, weights, size);
  for (let lane: usize = 0; lane < size; lane += 16) {
    let sum = v128.load(out + lane);
    for (let w = weights + size + lane; w < end; w += size) sum = f64x2.add(sum, v128.load(w));
    v128.store(out + lane, f64x2.mul(strength, sum));
  }
}

/** Adds one row of lanes to each of some that follow each other, `bytes` of them. */
function addRow(from: usize, to: usize, bytes: usize, size: usize): void {
  for (const end = to + bytes; to < end; to += size) {
    for (let lane: usize = 0; lane < size; lane += 16) {
      v128.store(to + lane, f64x2.add(v128.load(to + lane), v128.load(from + lane)));
    }
  }
}

/**
 * Projects every neuron on the patches of one example; on noise patches unless that was done block by block.
 *
 * @param i which example
 * @param at address of its scratch: receives <w, mu y v>, then <w, xi_p> of every noise patch
 */
export function projectAll(i: i32, at: usize): void {
  signalOf(i, at);
  if (blocked) return;
  const size = row;
  for (let p = 0; p < patches; p++) {
    at += size;
    project(i * patches + p, at);
  }
}

/**
 * The outputs of a projected example, as `activate` of src/sim/forward.ts has them, as far as the lanes held go.
 *
 * @param at address of its scratch; projections become pre-activations
 * @param out receives F_{+1}, and `outputsSize` bytes later F_{-1}, of the classes held
 */
export function activateExample(at: usize, out: usize): void {
  const size = row;
  const bytes = seenSize();
  const sums = at + sumsAfter();
  if (biases) addRow(biases, at, bytes, size);
  if (unpatched) addRow(at + size, at, size, size);
  activateAll(at, activated, bytes);
  for (let lane: usize = 0; lane < size; lane += 16) {
    let sum = v128.load(activated + lane);
    for (let patch = activated + size + lane; patch < activated + bytes; patch += size) sum = f64x2.add(sum, v128.load(patch));
    v128.store(sums + lane, sum);
    v128.store(factors + lane, f64x2.mul(v128.load(head + lane), sum));
  }
  storeOutputs(factors, scale, out);
}

/** `respond` of src/sim/forward.ts with example i, into its scratch. */
export function respondWide(i: i32, at: usize, out: usize): void {
  projectAll(i, at);
  activateExample(at, out);
}
