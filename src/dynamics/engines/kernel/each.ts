import { rootScaleAt, stepSizeAt } from "../../../sim/engines/kernel/correction";
import { flush, TINY, TINY_SQUARE } from "../../../sim/engines/kernel/flush";
import { combine } from "../../../sim/engines/kernel/lanes";
import { integerPower } from "../../../sim/engines/kernel/power";
import { b1, b2, eps, mom, row, rows, sec, values } from "../../../sim/engines/kernel/state";
import { shrunk } from "./shrunk";
import { horizon, numerators, parts, roots, shrinkage, upTo } from "./state";

// src/dynamics/coordinatePart.ts, operation for operation: moments a pair of neuron and example, a step of its own on every coordinate.

/** Address of what was added on the first entry of an example's noise; of the example after, one past its last. */
// @ts-ignore: decorator
@inline
function partOf(i: i32): usize {
  return parts + <usize>load<u32>(rows + (<usize>i << 2)) * row;
}

/** Step t on the support of example i, from moments that already belong to it. */
function advance(i: i32, t: f64): void {
  const size = row;
  const moments = <usize>(i + 1) * size;
  const rate = f64x2.splat(stepSizeAt(<i64>t));
  const scale = f64x2.splat(rootScaleAt(<i64>t));
  for (let lane: usize = 0; lane < size; lane += 16) {
    v128.store(numerators + lane, f64x2.mul(rate, v128.load(mom + moments + lane)));
    v128.store(roots + lane, f64x2.mul(f64x2.sqrt(v128.load(sec + moments + lane)), scale));
  }
  const keep = f64x2.splat(shrinkage);
  const floor = f64x2.splat(eps);
  let x = values + (<usize>load<u32>(rows + (<usize>i << 2)) << 3);
  const end = partOf(i + 1);
  for (let part = partOf(i); part < end; part += size, x += 8) {
    const value = v128.load64_splat(x);
    const length = f64x2.abs(value);
    for (let lane: usize = 0; lane < size; lane += 16) {
      const below = f64x2.add(f64x2.mul(length, v128.load(roots + lane)), floor);
      const quotient = f64x2.div(f64x2.mul(value, v128.load(numerators + lane)), below);
      const moved = v128.andnot(quotient, f64x2.eq(below, f64x2.splat(0)));
      v128.store(part + lane, f64x2.sub(f64x2.mul(keep, v128.load(part + lane)), moved));
    }
  }
}

function decayMoments(i: i32, momFactor: f64, secFactor: f64): void {
  const keep1 = f64x2.splat(momFactor);
  const keep2 = f64x2.splat(secFactor);
  const first = <usize>(i + 1) * row;
  for (let at = first, end = first + row; at < end; at += 16) {
    v128.store(mom + at, flush(f64x2.mul(keep1, v128.load(mom + at)), TINY));
    v128.store(sec + at, flush(f64x2.mul(keep2, v128.load(sec + at)), TINY_SQUARE));
  }
}

/**
 * Lets an example's coordinates move on to a step, with gradient zero.
 *
 * @param i which example
 * @param step done afterwards
 */
export function coastEach(i: i32, step: f64): void {
  const seen = upTo + (<usize>i << 3);
  const before = load<f64>(seen);
  if (before == step) return;
  store<f64>(seen, step);
  const felt = before + min<f64>(step - before, horizon);
  for (let t = before + 1; t <= felt; t++) {
    decayMoments(i, b1, b2);
    advance(i, t);
  }
  const rest = <i64>(step - felt);
  if (rest == 0) return;
  decayMoments(i, integerPower(b1, rest), integerPower(b2, rest));
  const factor = f64x2.splat(integerPower(shrinkage, rest));
  const end = partOf(i + 1);
  for (let part = partOf(i); part < end; part += 16) v128.store(part, shrunk(factor, v128.load(part)));
}

/**
 * Takes a step on an example's support.
 *
 * @param i which example
 * @param g address of its gradient
 * @param t the number of the step
 */
export function moveEach(i: i32, g: usize, t: f64): void {
  const old1 = f64x2.splat(b1);
  const new1 = f64x2.splat(1 - b1);
  const old2 = f64x2.splat(b2);
  const new2 = f64x2.splat(1 - b2);
  const first = <usize>(i + 1) * row;
  for (let at = first, end = first + row; at < end; at += 16, g += 16) {
    const pulled = v128.load(g);
    v128.store(mom + at, flush(combine(old1, v128.load(mom + at), new1, pulled), TINY));
    v128.store(sec + at, flush(combine(old2, v128.load(sec + at), new2, f64x2.mul(pulled, pulled)), TINY_SQUARE));
  }
  advance(i, t);
}
