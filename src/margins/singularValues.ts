import { largestSize } from "../numeric/largestSize.ts";

/** A matrix as weights have it: `width` lanes, row k of them at values[k * width]. */
export interface Matrix {
  readonly values: Float64Array;
  readonly width: number;
}

/** Two lanes as orthogonal as this, as a cosine, are so to rounding. */
const ORTHOGONAL = 2 ** -52;
/** One-sided Jacobi halves digits from sweep to sweep: ten are rare. */
const MOST_SWEEPS = 60;

/** |a|^2, <a, b>, |b|^2 of two lanes. */
function products({ values, width }: Matrix, a: number, b: number): [number, number, number] {
  let [aa, ab, bb] = [0, 0, 0];
  for (let at = 0; at < values.length; at += width) {
    const [x, y] = [values[at + a] as number, values[at + b] as number];
    aa += x * x;
    ab += x * y;
    bb += y * y;
  }
  return [aa, ab, bb];
}

/** Turns two lanes in their plane so that they are orthogonal; whether they were not. */
function turn(matrix: Matrix, a: number, b: number): boolean {
  const { values, width } = matrix;
  const [aa, ab, bb] = products(matrix, a, b);
  if (Math.abs(ab) <= ORTHOGONAL * Math.sqrt(aa) * Math.sqrt(bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let at = 0; at < values.length; at += width) {
    const [x, y] = [values[at + a] as number, values[at + b] as number];
    values[at + a] = cosine * x - sine * y;
    values[at + b] = sine * x + cosine * y;
  }
  return true;
}

/**
 * The singular values of a matrix.
 *
 *   W = U diag(s) V^T:  lanes are turned in pairs until all are orthogonal; their lengths are s (one-sided Jacobi, square roots alone)
 *
 * @param matrix d rows of `width` lanes, finite; left as it is
 * @returns [width] numbers >= 0, falling; each to about width d 2^-53 of the largest
 * Source: Hestenes 1958; the rotations are those of Golub and Van Loan, section 8.6.
 * @example
 * singularValues({ values: Float64Array.of(3, 0, 0, 4), width: 2 }) // => [4, 3]
 */
export function singularValues({ values, width }: Matrix): number[] {
  const scale = largestSize(values);
  if (scale === 0) return new Array<number>(width).fill(0);
  // Of size at most 1, so that no square leaves the doubles.
  const turned = { values: values.map((value) => value / scale), width };
  const pairs = Array.from({ length: width }, (_, a) =>
    Array.from({ length: width - a - 1 }, (__, k) => [a, a + 1 + k] as const),
  ).flat();
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const turns = pairs.filter(([a, b]) => turn(turned, a, b));
    if (turns.length === 0) break;
  }
  const lengths = Array.from({ length: width }, (_, a) => scale * Math.sqrt(products(turned, a, a)[0]));
  return lengths.sort((a, b) => b - a);
}
