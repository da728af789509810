import { lanePower } from "./power";
import { laneRealPower } from "./realPower";
import { power } from "./state";
import { activation, exponent, knee, leak } from "./widerState";

// src/sim/activations on neighbouring pre-activations, operation for operation: a pass over them for each thing that is done to them, so that no loop
// asks which activation it is of. Lanes are cleared by a mask, as in activation.ts.

/** By a power that is known here, or not: 4 for any other integer, 5 for a number between. */
// @ts-ignore: decorator
@inline
function eachPower(z: usize, out: usize, bytes: usize, form: i32, k: i32, x: f64, factor: f64): void {
  const by = f64x2.splat(factor);
  for (const end = z + bytes; z < end; z += 16, out += 16) {
    const at = v128.load(z);
    let p = f64x2.splat(1);
    if (form == 1) p = at;
    else if (form == 2) p = f64x2.mul(at, at);
    else if (form == 3) p = f64x2.mul(at, f64x2.mul(at, at));
    else if (form == 4) p = lanePower(at, k);
    else if (form == 5) p = laneRealPower(at, x);
    v128.store(out, v128.andnot(f64x2.mul(by, p), f64x2.le(at, f64x2.splat(0))));
  }
}

/**
 * out = factor max(z, 0)^x, and 0 where z <= 0 also for x = 0.
 *
 * @param k x, where it is an integer; else -1
 */
function powers(z: usize, out: usize, bytes: usize, k: i32, x: f64, factor: f64): void {
  if (k == 3) eachPower(z, out, bytes, 3, k, x, factor);
  else if (k == 2) eachPower(z, out, bytes, 2, k, x, factor);
  else if (k == 1) eachPower(z, out, bytes, 1, k, x, factor);
  else if (k == 0) eachPower(z, out, bytes, 0, k, x, factor);
  else if (k > 0) eachPower(z, out, bytes, 4, k, x, factor);
  else eachPower(z, out, bytes, 5, k, x, factor);
}

/** out = z and leak z, or 1 and leak, by the sign of z. */
// @ts-ignore: decorator
@inline
function eachLeak(z: usize, out: usize, bytes: usize, slope: bool): void {
  const below = f64x2.splat(leak);
  for (const end = z + bytes; z < end; z += 16, out += 16) {
    const at = v128.load(z);
    const beyond = f64x2.gt(at, f64x2.splat(0));
    v128.store(out, v128.bitselect(slope ? f64x2.splat(1) : at, slope ? below : f64x2.mul(below, at), beyond));
  }
}

/** out = |z|. */
function sizes(z: usize, out: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, out += 16) v128.store(out, f64x2.abs(v128.load(z)));
}

/** out = -out where z < 0. */
function signsOf(z: usize, out: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, out += 16) {
    const p = v128.load(out);
    v128.store(out, v128.bitselect(f64x2.neg(p), p, f64x2.lt(v128.load(z), f64x2.splat(0))));
  }
}

/** out = z/rho. */
function shares(z: usize, out: usize, bytes: usize): void {
  const whole = f64x2.splat(knee);
  for (const end = z + bytes; z < end; z += 16, out += 16) v128.store(out, f64x2.div(v128.load(z), whole));
}

/** Of the powers of shares, the smoothed ReLU where they are up to the knee, its line beyond; or its slope. */
// @ts-ignore: decorator
@inline
function eachBend(z: usize, out: usize, bytes: usize, slope: bool): void {
  const whole = f64x2.splat(knee);
  const q = f64x2.splat(exponent);
  const offset = f64x2.splat((1 - 1 / exponent) * knee);
  for (const end = z + bytes; z < end; z += 16, out += 16) {
    const at = v128.load(z);
    const p = v128.load(out);
    const bent = f64x2.div(slope ? p : f64x2.mul(whole, p), q);
    const line = slope ? f64x2.splat(1) : f64x2.sub(at, offset);
    v128.store(out, v128.bitselect(bent, line, f64x2.le(at, whole)));
  }
}

/**
 * sigma of neighbouring pre-activations.
 *
 * @param z their address
 * @param out where to, another place
 * @param bytes how many they take, a multiple of 16
 */
export function activateAll(z: usize, out: usize, bytes: usize): void {
  const k = power > 0 ? power : -1;
  if (activation == 0) memory.copy(out, z, bytes);
  else if (activation == 1) powers(z, out, bytes, k, exponent, 1);
  else if (activation == 2) eachLeak(z, out, bytes, false);
  else if (activation == 3) {
    shares(z, out, bytes);
    powers(out, out, bytes, k, exponent, 1);
    eachBend(z, out, bytes, false);
  } else {
    sizes(z, out, bytes);
    powers(out, out, bytes, k, exponent, 1);
    signsOf(z, out, bytes);
  }
}

/** sigma' of them, likewise. */
export function slopeAll(z: usize, out: usize, bytes: usize): void {
  const k = power - 1;
  const x = exponent - 1;
  if (activation == 0) {
    for (const end = out + bytes; out < end; out += 16) v128.store(out, f64x2.splat(1));
  } else if (activation == 1) powers(z, out, bytes, k, x, exponent);
  else if (activation == 2) eachLeak(z, out, bytes, true);
  else if (activation == 3) {
    shares(z, out, bytes);
    powers(out, out, bytes, k, x, exponent);
    eachBend(z, out, bytes, true);
  } else {
    sizes(z, out, bytes);
    powers(out, out, bytes, k, x, exponent);
  }
}
