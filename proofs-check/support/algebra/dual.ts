/** Sums and products of a ring. */
export interface Ring<T> {
  readonly zero: T;
  readonly one: T;
  plus(a: T, b: T): T;
  times(a: T, b: T): T;
}

/** A value and its derivative in one variable. */
export interface Dual<T> {
  readonly value: T;
  readonly slope: T;
}

/**
 * Dual numbers: forward automatic differentiation by the rules for sums and products alone.
 *
 * (a, a') + (b, b') = (a + b, a' + b'),  (a, a') (b, b') = (a b, a' b + a b')
 *
 * @param ring of the values: decimals, polynomials
 * @returns the operations; `still` is a constant, `moving` the variable itself
 * Source: standard; Griewank, Walther, Evaluating Derivatives (2008), section 3.1.
 * @example
 * const integers = dualsOver({ zero: 0, one: 1, plus: (a, b) => a + b, times: (a, b) => a * b })
 * integers.power(integers.moving(5), 3) // => { value: 125, slope: 75 }
 */
export function dualsOver<T>({ zero, one, plus, times }: Ring<T>) {
  const still = (value: T): Dual<T> => ({ value, slope: zero });
  const moving = (value: T): Dual<T> => ({ value, slope: one });
  const sum = (a: Dual<T>, b: Dual<T>): Dual<T> => ({ value: plus(a.value, b.value), slope: plus(a.slope, b.slope) });
  const product = (a: Dual<T>, b: Dual<T>): Dual<T> => ({
    value: times(a.value, b.value),
    slope: plus(times(a.slope, b.value), times(a.value, b.slope)),
  });
  const power = (a: Dual<T>, k: number): Dual<T> => Array.from({ length: k }, () => a).reduce(product, still(one));
  return { still, moving, sum, product, power };
}
