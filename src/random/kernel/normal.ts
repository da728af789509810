import { log } from "./log";

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

function tail(x: f64): f64 {
  let over: f64 = 7.7454501427834140764e-4;
  over = over * x + 2.27238449892691845833e-2;
  over = over * x + 2.4178072517745061177e-1;
  over = over * x + 1.27045825245236838258;
  over = over * x + 3.64784832476320460504;
  over = over * x + 5.7694972214606914055;
  over = over * x + 4.6303378461565452959;
  over = over * x + 1.42343711074968357734;
  let under: f64 = 1.05075007164441684324e-9;
  under = under * x + 5.475938084995344946e-4;
  under = under * x + 1.51986665636164571966e-2;
  under = under * x + 1.4810397642748007459e-1;
  under = under * x + 6.8976733498510000455e-1;
  under = under * x + 1.6763848301838038494;
  under = under * x + 2.05319162663775882187;
  under = under * x + 1;
  return over / under;
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

function outer(p: f64): f64 {
  const q = p - 0.5;
  const r = sqrt<f64>(-log(q < 0 ? p : 1 - p));
  const x = r <= 5 ? tail(r - 1.6) : farTail(r - 5);
  return q < 0 ? -x : x;
}

/**
 * Turns uniform numbers into normal ones: `normalQuantile`, two at a time.
 *
 * @param at address of the numbers; one more is read and written where their number is odd
 * @param end address past the last
 * @param scale what each is multiplied by
 */
export function normals(at: usize, end: usize, scale: f64): void {
  const factor = f64x2.splat(scale);
  for (; at < end; at += 16) {
    const p = v128.load(at);
    const q = f64x2.sub(p, f64x2.splat(0.5));
    let x = centre(q);
    const beyond = f64x2.gt(f64x2.abs(q), f64x2.splat(0.425));
    if (v128.any_true(beyond)) {
      if (i64x2.extract_lane(beyond, 0)) x = f64x2.replace_lane(x, 0, outer(f64x2.extract_lane(p, 0)));
      if (i64x2.extract_lane(beyond, 1)) x = f64x2.replace_lane(x, 1, outer(f64x2.extract_lane(p, 1)));
    }
    v128.store(at, f64x2.mul(factor, x));
  }
}
