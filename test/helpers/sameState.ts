import type { State } from "../../src/sim/state.ts";

/**
 * That two states are the same, bit for bit.
 *
 * @throws Error that names the first number that differs: a loop, not a matcher, which would take minutes and not tell NaN and signs of zero apart
 */
export function mustBeSameState(actual: State, expected: State): void {
  if (actual.step !== expected.step) throw new Error(`step ${actual.step}, expected ${expected.step}`);
  if (actual.numbers.length !== expected.numbers.length) throw new Error(`${actual.numbers.length} arrays`);
  expected.numbers.forEach((values, k) => {
    const ours = actual.numbers[k] as Float64Array;
    const at = values.findIndex((value, place) => !Object.is(value, ours[place]));
    if (at >= 0 || ours.length !== values.length)
      throw new Error(`${k}, number ${at}: ${ours[at]}, expected ${values[at]}`);
  });
}
