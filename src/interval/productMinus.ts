/** 2^27 + 1: splits 53 bits into two halves of at most 26. */
const SPLITTER = 134217729;
const LARGE = 2 ** 900;
const SMALL = 2 ** -900;
const SCALE = 2 ** 200;

/** The upper half of the bits of x, |x| < 2^996 (Veltkamp): x - half(x) is exact and has 26 bits. */
function half(x: number): number {
  const shifted = SPLITTER * x;
  return shifted - (shifted - x);
}

/**
 * The sign of x y - z, without error.
 *
 * x y = p + e with p = fl(x y) and e a double (Dekker); p - z is exact (Sterbenz), and rounding (p - z) + e keeps its sign.
 *
 * @param x a finite double, not 0
 * @param y a finite double, not 0
 * @param z a finite double, not 0, with x y / 2 <= z <= 2 x y in size and the sign of x y
 * @returns a number of the sign of x y - z; 0 only if x y = z
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision" (1971); the scaling is ours.
 * @example
 * productMinus(3, 0.1, 0.30000000000000004) < 0 // => true
 * productMinus(0.5, 3, 1.5) // => 0
 */
export function productMinus(x: number, y: number, z: number): number {
  let [large, small] = Math.abs(x) > Math.abs(y) ? [x, y] : [y, x];
  let target = z;
  // Scaled by a power of two the sign is the same, and now nothing below over- or underflows:
  if (Math.abs(z) < SMALL) {
    // |small| < 2^-449 and |z| >= 2^-1074, so both stay exact; the product's last bits weigh 2^-874-106 or more.
    small *= SCALE;
    target *= SCALE;
  } else if (Math.abs(large) > LARGE || Math.abs(z) > LARGE) {
    // |large| > 2^449; if |z| < 2^900 then |large| > 2^900, so |z| > 2^(900-1074-1): both stay normal, hence exact.
    large /= SCALE;
    target /= SCALE;
  }
  // Otherwise the product's last bits weigh 2^-900-107 or more: a subnormal `small` has a `large` > 2^121 beside it.
  const p = large * small;
  const [a, b] = [half(large), half(small)];
  const [c, d] = [large - a, small - b];
  const e = c * d - (p - a * b - c * b - a * d);
  return p - target + e;
}
