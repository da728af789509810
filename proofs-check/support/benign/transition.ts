import { between, type RunInput } from "../../meeting.ts";
import { endOf } from "./ends.ts";

/** Halvings of the range of the signal's strength: to about 1% of it. */
const HALVINGS = 8;

/**
 * The signal strength at which test errors pass a cut, from one seed.
 *
 * @param run a run at some strength
 * @param from a strength at which the test error is above the cut
 * @param to one at which it is not
 * @param cut in (0, 1)
 * @returns the strength, by halving its logarithm; null where the ends are not as said
 */
export function strengthAt(run: RunInput, from: number, to: number, cut: number): number | null {
  const failsAt = (mu: number) => {
    const end = endOf({ ...run, setting: { ...run.setting, mu } }, 1);
    return end === undefined || end.testError > cut;
  };
  if (!failsAt(from) || failsAt(to)) return null;
  let [low, high] = [from, to];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = between(low, high, 0.5);
    if (failsAt(middle)) low = middle;
    else high = middle;
  }
  return between(low, high, 0.5);
}
