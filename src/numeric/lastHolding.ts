/**
 * Where a condition stops to hold, by halving: to the last double, and with no tolerance to choose.
 *
 * @param holds a condition that is true at `low`, false at `high`, and changes once between
 * @param low a double >= 0
 * @param high a finite double > low
 * @returns a double at which it holds, beside one at which it does not: the largest at which it holds, if rounding leaves it to change once
 * Source: standard (bisection); at most 53 + log2(high/result) halvings.
 * @example
 * lastHolding((x) => x * x <= 2, 0, 2) // => 1.414213562373095
 */
export function lastHolding(holds: (x: number) => boolean, low: number, high: number): number {
  let [inside, outside] = [low, high];
  for (;;) {
    const middle = inside + (outside - inside) / 2;
    if (middle === inside || middle === outside) return inside;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
}
