import { exp } from "./exp.ts";

/** Cody's rational approximations, coefficients of falling powers: Phi(x) - 1/2 near 0, the tail over its exponential, the far tail. */
const CENTRE = {
  over: [
    0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249,
  ],
  under: [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956],
};
const TAIL = {
  over: [
    1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
    597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
  ],
  under: [
    1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091,
    34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
  ],
};
const FAR_TAIL = {
  over: [
    0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
    2.9112874951168792e-5,
  ],
  under: [
    1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244, 7.29751555083966205e-5,
  ],
};
const INVERSE_ROOT_2PI = 0.39894228040143267794;
/** Where the approximations change: the upper quartile, and sqrt(32). */
const QUARTILE = 0.67448975;
const FAR = 5.656854249492381;
/** Beyond, Q(x) is below half the smallest double. */
const UNDERFLOW = 38.5;

function ratio({ over, under }: typeof TAIL, x: number): number {
  const polynomial = (coefficients: readonly number[]) => coefficients.reduce((value, c) => value * x + c, 0);
  return polynomial(over) / polynomial(under);
}

/** exp(-x^2/2), x >= 0: the square of x cut to sixteenths is exact, so that the exponent's rounding error stays small. */
function gaussian(x: number): number {
  const cut = Math.floor(x * 16) / 16;
  return exp((-cut * cut) / 2) * exp((-(x - cut) * (x + cut)) / 2);
}

/**
 * Upper tail of the standard normal distribution.
 *
 * Q(x) = P(N > x) = 1 - Phi(x)
 *
 * @param x any double
 * @returns Q(x) in [0, 1], relative error at most 2e-15 (tested at 60 digits) while Q(x) >= 2^-1022 (x <= 37.5); NaN for NaN
 * Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), in the form of his ANORM (ACM TOMS 19, 1993, algorithm 715).
 * @example
 * normalTail(0) // => 0.5
 * normalTail(Infinity) // => 0
 * Math.abs(normalTail(1.959963984540054) / 0.025 - 1) < 2e-15 // => true
 */
export function normalTail(x: number): number {
  const y = Math.abs(x);
  if (y <= QUARTILE) return 0.5 - x * ratio(CENTRE, x * x);
  if (y > UNDERFLOW) return x > 0 ? 0 : 1;
  const square = 1 / (y * y);
  const shape = y <= FAR ? ratio(TAIL, y) : (INVERSE_ROOT_2PI - square * ratio(FAR_TAIL, square)) / y;
  const tail = gaussian(y) * shape;
  return x > 0 ? tail : 1 - tail;
}

/**
 * Distribution function of the standard normal distribution.
 *
 * Phi(x) = P(N <= x) = Q(-x)
 *
 * @param x any double
 * @returns Phi(x) in [0, 1], relative error as `normalTail` has it at -x
 * Source: as `normalTail`.
 * @example
 * normalCdf(0) // => 0.5
 * normalCdf(Infinity) // => 1
 */
export const normalCdf = (x: number): number => normalTail(-x);
