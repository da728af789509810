import { classOf } from "./classes";
import { combine, sumFive } from "./lanes";
import { combined, combinedEnd, kept, lanes, power, summed, summedEnd, vectors } from "./state";

export { begin } from "./begin";
export { below, decide, within, wrong } from "./sift";
export * from "./state";

/** First address that the host may use. */
export function firstFree(): usize {
  return __heap_base;
}

/**
 * Looks at some examples, or at all.
 *
 * @param chosen address of which, or 0 for the first ones
 * @param count how many
 * @param keeps whether what is summed is kept
 * @param out receives six lists [count] one after the other: of class +1 the sum of sigma, of (z_+ + slack)^(q-1), and the largest z; of class -1
 */
export function look(chosen: usize, count: i32, keeps: bool, out: usize): void {
  const half = <usize>vectors << 4;
  const stride = <usize>count << 2;
  for (let k = 0; k < count; k++, out += 4) {
    const i = chosen ? load<i32>(chosen + (<usize>k << 2)) : k;
    for (let five = summed; five < summedEnd; five += 20) sumFive(i, five, keeps ? kept + (five - summed) : 0);
    for (let one = combined; one < combinedEnd; one += 4) combine(i, <usize>load<u32>(one));
    if (power == 3) {
      classOf(lanes, 3, out, stride);
      classOf(lanes + half, 3, out + 3 * stride, stride);
    } else {
      classOf(lanes, power, out, stride);
      classOf(lanes + half, power, out + 3 * stride, stride);
    }
  }
}
