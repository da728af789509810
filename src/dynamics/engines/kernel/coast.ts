import { flush, TINY, TINY_SQUARE } from "../../../sim/engines/kernel/flush";
import { beginFormula, formulaUpdate } from "../../../sim/engines/kernel/formula";
import { integerPower } from "../../../sim/engines/kernel/power";
import { b1, b2, gradient, mom, row, sec, weights } from "../../../sim/engines/kernel/state";
import { shrunk } from "./shrunk";
import { horizon, remembers, shrinkage, upTo } from "./state";
import { sumOfSteps } from "./stepSizes";

// What all lanes of examples that were away from and to the same steps share, kept from one example to the next.
let from: f64 = 0;
let to: f64 = 0;
let shrink: f64 = 1;
let drift: f64 = 0;
let momFactor: f64 = 1;
let secFactor: f64 = 1;

/** `coastingOf` of src/dynamics/coasting.ts, operation for operation. */
function away(first: f64, last: f64): void {
  if (first == from && last == to) return;
  from = first;
  to = last;
  const count = last - first;
  shrink = integerPower(shrinkage, <i64>count);
  if (remembers == 0) return;
  momFactor = integerPower(b1, <i64>count);
  secFactor = integerPower(b2, <i64>count);
  // b2 = 0 leaves no second moment after one step, and 0/0 is taken as 0.
  const ratio: f64 = b2 == 0 ? 0 : b1 / sqrt<f64>(b2);
  const felt = min<f64>(count, horizon);
  drift = sumOfSteps(first, felt, ratio) * integerPower(shrinkage, <i64>(count - felt));
}

function shrinkRow(c: usize): void {
  const factor = f64x2.splat(shrink);
  for (const end = c + row; c < end; c += 16) v128.store(c, shrunk(factor, v128.load(c)));
}

function driftRow(c: usize): void {
  const zero = f64x2.splat(0);
  const keep = f64x2.splat(shrink);
  const rate = f64x2.splat(drift);
  const keep1 = f64x2.splat(momFactor);
  const keep2 = f64x2.splat(secFactor);
  const m = mom - weights;
  const s = sec - weights;
  for (const end = c + row; c < end; c += 16) {
    const first = v128.load(c + m);
    const second = v128.load(c + s);
    const kept = shrunk(keep, v128.load(c));
    const root = f64x2.sqrt(second);
    const moved = f64x2.sub(kept, f64x2.div(f64x2.mul(rate, first), root));
    v128.store(c, v128.bitselect(moved, kept, f64x2.ne(root, zero)));
    v128.store(c + m, flush(f64x2.mul(keep1, first), TINY));
    v128.store(c + s, flush(f64x2.mul(keep2, second), TINY_SQUARE));
  }
}

/**
 * Lets an example's lanes move on to a step, with gradient zero.
 *
 * @param i which example
 * @param step done afterwards
 */
export function coast(i: i32, step: f64): void {
  const seen = upTo + (<usize>i << 3);
  const before = load<f64>(seen);
  if (before == step) return;
  store<f64>(seen, step);
  const c = weights + <usize>(i + 1) * row;
  if (remembers == 2) {
    for (let t = before + 1; t <= step; t++) {
      beginFormula(t);
      formulaUpdate(c, c + row, gradient, false);
    }
    return;
  }
  away(before, step);
  if (remembers == 0) shrinkRow(c);
  else driftRow(c);
}
