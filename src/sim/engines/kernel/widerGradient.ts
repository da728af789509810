import { slopeAll } from "./activations";
import { addFeatureNoise } from "./columns";
import { plus } from "./lanes";
import { classes, row, signalGradient } from "./state";
import { labelOf, seenSize, sumsAfter } from "./wider";
import { activated, biases, extraGradient, extraRows, factors, featureSupport, head, lanePulls, patches, scale, several, strengths, unpatched } from "./widerState";

/** Coefficients c_r of one example, into `factors`; where the second layer is trained, what it gives to its gradient. */
function coefficientsOf(y: i32, pull: f64, sums: usize): void {
  const toClass = f64x2.splat(-pull * <f64>y);
  const by = f64x2.splat(scale);
  const size = row;
  const trained = extraRows > i32(biases != 0);
  const headGradient = extraGradient + (biases ? size : 0);
  for (let lane: usize = 0; lane < size; lane += 16) {
    const own = several ? v128.load(lanePulls + lane) : f64x2.mul(toClass, v128.load(classes + lane));
    const scaled = f64x2.mul(own, by);
    v128.store(factors + lane, f64x2.mul(scaled, v128.load(head + lane)));
    if (trained) v128.store(headGradient + lane, plus(v128.load(headGradient + lane), scaled, v128.load(sums + lane)));
  }
}

/** Adds the signal's coefficients to every coordinate of the feature. */
function addSignal(coefficients: usize): void {
  const size = row;
  const end = signalGradient + <usize>featureSupport * size;
  for (let to = signalGradient; to < end; to += size) {
    for (let lane: usize = 0; lane < size; lane += 16) {
      v128.store(to + lane, f64x2.add(v128.load(to + lane), v128.load(coefficients + lane)));
    }
  }
}

/**
 * `pullBack` of src/sim/gradient.ts for the e-th example of a batch: its pre-activations become the coefficients of signal and noise patches, and
 * what it gives to the feature's first coordinates, biases and second layer is added there.
 *
 * @param i which example
 * @param e its place in the batch
 * @param at address of its scratch
 * @param pull -L'(margin)/b; of K >= 3 classes it is in `lanePulls`
 */
export function pullWide(i: i32, e: i32, at: usize, pull: f64): void {
  const size = row;
  const bytes = seenSize();
  coefficientsOf(labelOf(i, e), pull, at + sumsAfter());
  slopeAll(at, activated, bytes);
  const strength = v128.load64_splat(strengths + (<usize>i << 3));
  for (let lane: usize = 0; lane < size; lane += 16) {
    const coefficient = v128.load(factors + lane);
    let sum = f64x2.mul(coefficient, v128.load(activated + lane));
    v128.store(at + lane, f64x2.mul(strength, sum));
    if (unpatched) v128.store(at + size + lane, sum);
    for (let patch = size + lane; patch < bytes; patch += size) {
      const own = f64x2.mul(coefficient, v128.load(activated + patch));
      v128.store(at + patch, own);
      sum = f64x2.add(sum, own);
    }
    if (biases) v128.store(extraGradient + lane, f64x2.add(v128.load(extraGradient + lane), sum));
  }
  addSignal(at);
  let coefficients = at + size;
  for (let p = 0; p < patches; p++, coefficients += size) addFeatureNoise(i * patches + p, coefficients, signalGradient);
}
