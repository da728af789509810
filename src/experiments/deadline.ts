/** How often it is looked whether a deadline has passed, in milliseconds. */
const LOOK_EVERY = 50;

/** A limit to the time that something takes. */
export interface Deadline {
  /** Aborts when the time is over. */
  readonly signal: AbortSignal;
  /** Ends the watch. */
  end(): void;
}

/**
 * Watches that work in a thread takes no longer than it may; the time before it begins, in which its thread is started, does not count.
 *
 * @param seconds that it may take
 * @param begun 0 before it has begun; whenever the number changes after that, its time counts anew
 * @returns the deadline; `end` it when the work is done
 * Source: ours.
 */
export function deadline(seconds: number, begun: () => number): Deadline {
  const clock = new AbortController();
  let [last, since] = [0, 0];
  const watch = setInterval(() => {
    const now = begun();
    if (now === 0) return;
    if (now !== last) [last, since] = [now, performance.now()];
    if (performance.now() - since > 1000 * seconds) clock.abort();
  }, LOOK_EVERY);
  return { signal: clock.signal, end: () => clearInterval(watch) };
}
