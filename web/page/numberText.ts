/**
 * A number as the page tells it: three digits, and a minus sign that is as wide as a plus.
 *
 * @param value any
 * @returns its text
 * @example
 * numberText(-0.09131) // => "−0.0913"
 */
export const numberText = (value: number): string => {
  const text = value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
  return text.replaceAll("-", "−");
};

/** An epoch; of batches that are given one may end within. */
export const epochText = (epoch: number): string => String(Number(epoch.toPrecision(6)));
