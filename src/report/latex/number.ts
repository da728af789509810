/** Significant digits in a paper's table. */
const DIGITS = 3;
/** From here down, and from there up, powers of ten are shorter. */
const SMALL = 0.001;
const LARGE = 1e5;

/**
 * A number as math: an integer below 10^5 as it is, others to three significant digits, m x 10^e where they are small or large.
 *
 * @param x any finite double
 * @returns LaTeX, dollar signs included
 * @example
 * latexNumber(0.0136812) // => "$0.0137$"
 * latexNumber(0.000005) // => "${5 \\times 10^{-6}}$"
 */
export function latexNumber(x: number): string {
  const size = Math.abs(x);
  if (size < LARGE && Number.isInteger(x)) return `$${x}$`;
  if (size >= SMALL && size < LARGE) return `$${Number(x.toPrecision(DIGITS))}$`;
  const [digits, exponent] = x.toExponential(DIGITS - 1).split("e");
  const [mantissa, ten] = [Number(digits), `10^{${Number(exponent)}}`];
  // In braces, so that no line is broken at the sign.
  return mantissa === 1 ? `$${ten}$` : ["${", mantissa, " \\times ", ten, "}$"].join("");
}

/**
 * An interval; it may be broken at the comma.
 *
 * @param low its lower end: a number, or words for what is none
 * @param high its upper end
 * @returns LaTeX
 * @example
 * latexInterval(1, "any") // => "[$1$, any]"
 */
export const latexInterval = (low: number | string, high: number | string): string =>
  `[${[low, high].map((end) => (typeof end === "number" ? latexNumber(end) : end)).join(", ")}]`;
