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
 * @param begun whether it has begun
 * @returns the deadline; `end` it when the work is done
 * Source: ours.
 */
export function deadline(seconds: number, begun: () => boolean): Deadline {
  const clock = new AbortController();
  let since: number | undefined;
  const watch = setInterval(() => {
    if (!begun()) return;
    since ??= performance.now();
    if (performance.now() - since > 1000 * seconds) clock.abort();
  }, LOOK_EVERY);
  return { signal: clock.signal, end: () => clearInterval(watch) };
}
