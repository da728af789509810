/** Milliseconds of work below which nothing is said of the time left. */
const LEAST = 1000;

/**
 * How long work will go on, from what has been done since it began here.
 *
 * left = (1 - done) (now - t0)/(done - done0), (t0, done0) the first thing that was told, or the first after a share that fell: what an earlier
 * call had done took no time in this one, and a round of its own begins anew
 *
 * @returns a function of the share done, in [0, 1], and of the time; seconds left, or null where nothing can be said yet
 * Source: ours.
 * @example
 * const left = timeLeft()
 * left(0.5, 0) // => null
 * left(0.75, 10000) // => 10
 */
export function timeLeft(): (done: number, now: number) => number | null {
  let from = { done: 0, now: 0 };
  let last = Infinity;
  return (done, now) => {
    if (done < last) from = { done, now };
    last = done;
    const [share, time] = [done - from.done, now - from.now];
    return share > 0 && time >= LEAST ? ((1 - done) * time) / share / 1000 : null;
  };
}
