/**
 * Passes the legs of a part on as legs of a whole, and a wish to stop down to it.
 *
 * @param legs the part: yields the share of it done, and stops early when `next(true)` is called
 * @param shareOf what its share is of the whole
 * @param enough asked after every leg: whether the part is to stop, though nobody told it to
 * @returns a generator: yields the share of the whole; its value: the part's, and whether it was told to stop
 */
export function* relay<T>(
  legs: Generator<number, T, boolean | undefined>,
  shareOf: (done: number) => number,
  enough = () => false,
): Generator<number, { value: T; stopped: boolean }, boolean | undefined> {
  let stopped = false;
  let at = legs.next();
  while (!at.done) {
    stopped = (yield shareOf(at.value)) === true || stopped;
    at = legs.next(stopped || enough());
  }
  return { value: at.value, stopped };
}
