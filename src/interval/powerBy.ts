import type { Arithmetic } from "../numeric/arithmetic.ts";

/**
 * Whole powers by squares and products, so that an even power of what holds 0 holds nothing below it.
 *
 * x^(2k) = (x^k)^2,  x^(2k+1) = (x^k)^2 x,  x^-k = 1/x^k
 *
 * @param arithmetic whose operations enclose
 * @returns a function of a number and an integer
 * Source: standard.
 */
export function powerBy<T>({ square, mul, div, number }: Pick<Arithmetic<T>, "square" | "mul" | "div" | "number">) {
  const one = number(1);
  const positive = (x: T, k: number): T => {
    if (k === 1) return x;
    const even = square(positive(x, Math.floor(k / 2)));
    return k % 2 === 0 ? even : mul(even, x);
  };
  return (x: T, k: number): T => {
    if (k === 0) return one;
    return k > 0 ? positive(x, k) : div(one, positive(x, -k));
  };
}
