import { scalingBy, type Texts } from "./familyScaling.ts";
import { parseFormula } from "./formula.ts";
import { plainText } from "./names.ts";
import type { Scaling, ScalingOptions } from "./scaling.ts";

/** Names as people write them, sigma_0 or σ₀, in plain letters. */
const byPlainName = (texts: Texts = {}): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [plainText(name), text]));

/**
 * The scaling family, with what people type for it: plain, in LaTeX or in Unicode.
 *
 * @param options exponents that get a value, quantities that grow otherwise or are new; D, q, beta and l stay symbolic unless set
 * @returns the scaling; new quantities are read, but their orders are not computed yet
 * @throws InputError for an unknown exponent, one out of range, exponents defined by each other, a formula that cannot be read, or counts (d, s, m, B) that contradict each other
 * Source: [T25] Conditions A.1, A.2.
 * @example
 * [...scalingOf({ exponents: { D: "6", q: "3" } }).exponents.keys()].join(" ") // => "D q powerEta logSigmaP logAlpha logM"
 */
export const scalingOf = (options: ScalingOptions = {}): Scaling =>
  scalingBy(parseFormula, byPlainName(options.exponents), byPlainName(options.quantities));
