import { InputError, show } from "../setting/inputError.ts";
import { productDown, productUp } from "./directed.ts";
import { div } from "./div.ts";
import { EMPTY, type Interval, point } from "./interval.ts";
import { isEmpty } from "./sets.ts";

/**
 * a^k by repeated squaring, every product rounded by `times`. Products of numbers >= 0 grow with both factors, so rounding each one
 * down (up) bounds the power from below (above); the square after the last one is not used.
 */
function power(a: number, k: number, times: (a: number, b: number) => number): number {
  let result = 1;
  let square = a;
  for (let rest = k; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}

/** x^k for k >= 1. */
function positivePower({ lo, hi }: Interval, k: number): Interval {
  const down = (a: number) => power(a, k, productDown);
  const up = (a: number) => power(a, k, productUp);
  if (k % 2 === 1) return { lo: lo < 0 ? 0 - up(-lo) : down(lo), hi: hi < 0 ? 0 - down(-hi) : up(hi) };
  return { lo: down(Math.max(lo, -hi, 0)), hi: up(Math.max(-lo, hi)) };
}

/**
 * The integer powers of an interval, where they exist.
 *
 * x^n = {a^n : a in x}, x^0 = [1, 1], x^(-n) = 1/x^n
 *
 * @param x an interval
 * @param n an integer of any size and sign
 * @returns an interval around the powers; exact where all products are, else each end off by about |n| 2^-52 relatively at most, but by
 *   up to 2^-1022 where powers are smaller than that; EMPTY for n < 0 and x = [0, 0]
 * @throws InputError unless n is an integer
 * Source: IEEE 1788-2015, table 9.1; the bound is ours: |n| - 1 roundings (`integerPower`), each by at most 2^-52.
 * @example
 * pown({ lo: -2, hi: 3 }, 2) // => { lo: 0, hi: 9 }
 * pown({ lo: -2, hi: 3 }, 3) // => { lo: -8, hi: 27 }
 * pown({ lo: 0, hi: 2 }, -1) // => { lo: 0.5, hi: Infinity }
 */
export function pown(x: Interval, n: number): Interval {
  if (!Number.isInteger(n)) throw new InputError(`n must be an integer, but is ${show(n)}; correct it`);
  if (isEmpty(x)) return EMPTY;
  if (n === 0) return point(1);
  return n > 0 ? positivePower(x, n) : div(point(1), positivePower(x, -n));
}
