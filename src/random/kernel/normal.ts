import { logs } from "./log";

// The coefficients of src/numeric/normalQuantile.ts, and its order of operations.

// @ts-ignore: decorator
@inline
function step(value: v128, x: v128, coefficient: f64): v128 {
  return f64x2.add(f64x2.mul(value, x), f64x2.splat(coefficient));
}

/** Two quantiles, each right where |q| <= 0.425. */
// @ts-ignore: decorator
@inline
function centre(q: v128): v128 {
  const x = f64x2.sub(f64x2.splat(0.180625), f64x2.mul(q, q));
  let over = f64x2.splat(2509.0809287301226727);
  over = step(over, x, 33430.575583588128105);
  over = step(over, x, 67265.770927008700853);
  over = step(over, x, 45921.953931549871457);
  over = step(over, x, 13731.693765509461125);
  over = step(over, x, 1971.5909503065514427);
  over = step(over, x, 133.14166789178437745);
  over = step(over, x, 3.387132872796366608);
  let under = f64x2.splat(5226.495278852854561);
  under = step(under, x, 28729.085735721942674);
  under = step(under, x, 39307.89580009271061);
  under = step(under, x, 21213.794301586595867);
  under = step(under, x, 5394.1960214247511077);
  under = step(under, x, 687.1870074920579083);
  under = step(under, x, 42.313330701600911252);
  under = step(under, x, 1);
  return f64x2.mul(q, f64x2.div(over, under));
}

// @ts-ignore: decorator
@inline
function tail(x: v128): v128 {
  let over = f64x2.splat(7.7454501427834140764e-4);
  over = step(over, x, 2.27238449892691845833e-2);
  over = step(over, x, 2.4178072517745061177e-1);
  over = step(over, x, 1.27045825245236838258);
  over = step(over, x, 3.64784832476320460504);
  over = step(over, x, 5.7694972214606914055);
  over = step(over, x, 4.6303378461565452959);
  over = step(over, x, 1.42343711074968357734);
  let under = f64x2.splat(1.05075007164441684324e-9);
  under = step(under, x, 5.475938084995344946e-4);
  under = step(under, x, 1.51986665636164571966e-2);
  under = step(under, x, 1.4810397642748007459e-1);
  under = step(under, x, 6.8976733498510000455e-1);
  under = step(under, x, 1.6763848301838038494);
  under = step(under, x, 2.05319162663775882187);
  under = step(under, x, 1);
  return f64x2.div(over, under);
}

function farTail(x: f64): f64 {
  let over: f64 = 2.01033439929228813265e-7;
  over = over * x + 2.71155556874348757815e-5;
  over = over * x + 1.2426609473880784386e-3;
  over = over * x + 2.6532189526576123093e-2;
  over = over * x + 2.9656057182850489123e-1;
  over = over * x + 1.7848265399172913358;
  over = over * x + 5.4637849111641143699;
  over = over * x + 6.6579046435011037772;
  let under: f64 = 2.04426310338993978564e-15;
  under = under * x + 1.4215117583164458887e-7;
  under = under * x + 1.8463183175100546818e-5;
  under = under * x + 7.868691311456132591e-4;
  under = under * x + 1.48753612908506148525e-2;
  under = under * x + 1.3692988092273580531e-1;
  under = under * x + 5.9983220655588793769e-1;
  under = under * x + 1;
  return over / under;
}

/** Two quantiles, each right where |p - 0.5| > 0.425. */
function outer(p: v128): v128 {
  const q = f64x2.sub(p, f64x2.splat(0.5));
  const isLow = f64x2.lt(q, f64x2.splat(0));
  const r = f64x2.sqrt(f64x2.neg(logs(v128.bitselect(p, f64x2.sub(f64x2.splat(1), p), isLow))));
  let x = tail(f64x2.sub(r, f64x2.splat(1.6)));
  // One number in 10^11.
  const r0 = f64x2.extract_lane(r, 0);
  const r1 = f64x2.extract_lane(r, 1);
  if (r0 > 5) x = f64x2.replace_lane(x, 0, farTail(r0 - 5));
  if (r1 > 5) x = f64x2.replace_lane(x, 1, farTail(r1 - 5));
  return v128.bitselect(f64x2.neg(x), x, isLow);
}

/** Numbers at a time, and room for those of them that are far from 0.5, and their addresses; one more of each. */
const SOME: usize = 256;
const FAR = memory.data(2064, 16);
const PLACES = memory.data(1032, 16);

/**
 * Turns uniform numbers into normal ones: `normalQuantile`, two at a time; first as if all were near 0.5, then those that are not.
 *
 * @param at address of the numbers; one more is read and written where their number is odd
 * @param end address past the last
 * @param scale what each is multiplied by
 */
export function normals(at: usize, end: usize, scale: f64): void {
  const factor = f64x2.splat(scale);
  while (at < end) {
    const stop = min<usize>(at + (SOME << 3), end);
    let count: usize = 0;
    for (; at < stop; at += 16) {
      const p = v128.load(at);
      const q = f64x2.sub(p, f64x2.splat(0.5));
      const far = i64x2.bitmask(f64x2.gt(f64x2.abs(q), f64x2.splat(0.425)));
      // Written in any case: no jump that is guessed wrong every third time.
      v128.store64_lane(FAR + (count << 3), p, 0);
      store<u32>(PLACES + (count << 2), <u32>at);
      count += far & 1;
      v128.store64_lane(FAR + (count << 3), p, 1);
      store<u32>(PLACES + (count << 2), <u32>at + 8);
      count += far >> 1;
      v128.store(at, f64x2.mul(factor, centre(q)));
    }
    for (let k: usize = 0; k < count; k += 2) {
      const x = f64x2.mul(factor, outer(v128.load(FAR + (k << 3))));
      v128.store64_lane(<usize>load<u32>(PLACES + (k << 2)), x, 0);
      if (k + 1 < count) v128.store64_lane(<usize>load<u32>(PLACES + (k << 2), 4), x, 1);
    }
  }
}
