import { binaryIntervals } from "../interval/binaryIntervals.ts";
import { decimalIntervals } from "../interval/decimalIntervals.ts";
import { type Enclosures, INTERVAL_ENCLOSURES } from "../interval/enclosures.ts";

/** Numbers with as many digits as are asked for. */
interface Arithmetic {
  readonly about: string;
  /** What is counted, for people: "40 digits after the point". */
  readonly digits: string;
  of(digits: number): Enclosures<unknown>;
}

const some = <T>(of: (digits: number) => Enclosures<T>) => of as (digits: number) => Enclosures<unknown>;

/** The name of an arithmetic. */
export type ArithmeticName = "binary" | "decimal";

/** The first one unless another is named. Adding one is one entry. */
export const ARITHMETICS: Readonly<Record<ArithmeticName, Arithmetic>> = {
  binary: {
    about: "binary numbers with a fixed point, by BigInt's own operations",
    digits: "digits after the point",
    of: some(binaryIntervals),
  },
  decimal: {
    about: "decimal numbers with a floating point, by decimal.js: some ten times slower, and independent of the other",
    digits: "significant digits",
    of: some(decimalIntervals),
  },
};

/** All of them, the default first. */
export const ARITHMETIC_NAMES = Object.keys(ARITHMETICS) as ArithmeticName[];

/** "doubles" (16 significant digits), or how many digits there are of the arithmetic that was asked for. */
export type Precision = "doubles" | number;

/**
 * Numbers of a precision.
 *
 * @param name of the arithmetic that has any number of digits
 * @param precision doubles, whatever the name, or digits
 * @returns enclosures of them
 */
export const enclosuresOf = (name: ArithmeticName, precision: Precision): Enclosures<unknown> =>
  precision === "doubles" ? (INTERVAL_ENCLOSURES as Enclosures<unknown>) : ARITHMETICS[name].of(precision);
