import { mean } from "./mean.ts";

/**
 * Pearson's correlation of two lists.
 *
 * r = sum (x - mean x)(y - mean y)/sqrt(sum (x - mean x)^2 sum (y - mean y)^2)
 *
 * @param x numbers
 * @param y as many
 * @returns in [-1, 1]; null where there are fewer than three pairs, or a list is constant
 * Source: Pearson 1895.
 * @example
 * correlation([0, 0, 1, 1], [1, 1, 3, 3]) // => 1
 */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length < 3) return null;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  x.forEach((value, k) => {
    const [dx, dy] = [value - mx, (y[k] as number) - my];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  });
  const scale = Math.sqrt(xx) * Math.sqrt(yy);
  return scale > 0 ? Math.max(-1, Math.min(1, xy / scale)) : null;
}
