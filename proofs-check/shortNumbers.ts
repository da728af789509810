/** Digits that a number in a text keeps. */
const DIGITS = 5;

const DECIMAL = /(?<![\w.])-?\d+\.\d+(?:e[+-]?\d+)?(?![\w.]\d)/g;

/**
 * A text for people: its decimal numbers to five significant digits, its integers as they are.
 *
 * @param text any
 * @returns the text
 * Source: ours.
 * @example
 * shortNumbers("Gamma = 0.12923343669649504 after 20031 steps") // => "Gamma = 0.12923 after 20031 steps"
 */
export const shortNumbers = (text: string): string =>
  text.replaceAll(DECIMAL, (number) => {
    const short = String(Number(Number(number).toPrecision(DIGITS)));
    return short.length < number.length ? short : number;
  });
