import { norm } from "../../numeric/norm.ts";

/** Of the quintic polynomial a x + b x^3 + c x^5. */
const [A, B, C] = [3.4445, -4.775, 2.0315];
const STEPS = 5;

/** left [rows * inner] times right [inner * columns]. */
function product(left: Float64Array, right: Float64Array, rows: number, columns: number): Float64Array {
  const inner = left.length / rows;
  const out = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r++)
    for (let k = 0; k < inner; k++) {
      const factor = left[r * inner + k] as number;
      for (let c = 0; c < columns; c++)
        out[r * columns + c] = (out[r * columns + c] as number) + factor * (right[k * columns + c] as number);
    }
  return out;
}

/** X X^T, [rows * rows]. */
function gramOf(x: Float64Array, rows: number): Float64Array {
  const columns = x.length / rows;
  const out = new Float64Array(rows * rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c <= r; c++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += (x[r * columns + k] as number) * (x[c * columns + k] as number);
      out[r * rows + c] = sum;
      out[c * rows + r] = sum;
    }
  return out;
}

/**
 * About the nearest orthogonal matrix: singular values of X go into about [0.7, 1.2], singular vectors stay.
 *
 *   X = G/(|G| + eps);  five times  X <- a X + (b S + c S^2) X,  S = X X^T;  (a, b, c) = (3.4445, -4.7750, 2.0315)
 *
 * In doubles, where the published code uses bfloat16. What X is multiplied by is gathered in P, [rows * rows]: X_k = P X_0 and S_k = P S_0 P, so that
 * matrices as long as the network's space are multiplied twice and not ten times. S is always that of the rows: columns of zeros change nothing.
 *
 * @param matrix G, [rows * columns]
 * @param rows m
 * @param eps >= 0; 0/0 is taken as 0
 * @returns X, [rows * columns]
 * Source: Jordan et al. 2024, "Muon: An optimizer for hidden layers in neural networks", `newtonschulz5`.
 * @example
 * newtonSchulz(Float64Array.of(-3), 1, 0)[0].toFixed(3) // => "-0.696"
 */
export function newtonSchulz(matrix: Float64Array, rows: number, eps: number): Float64Array {
  const size = norm(matrix) + eps;
  if (size === 0) return matrix.slice();
  const x = matrix.map((value) => value / size);
  const times = (left: Float64Array, right: Float64Array) => product(left, right, rows, rows);
  const first = gramOf(x, rows);
  let p = Float64Array.from(first, (_, place) => (place % (rows + 1) === 0 ? 1 : 0));
  for (let k = 0; k < STEPS; k++) {
    const s = k === 0 ? first : times(times(p, first), p);
    const square = times(s, s);
    const mixed = s.map((value, place) => B * value + C * (square[place] as number));
    const turned = times(mixed, p);
    p = p.map((value, place) => A * value + (turned[place] as number));
  }
  return product(p, x, rows, x.length / rows);
}
