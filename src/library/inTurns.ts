import type { LongOptions } from "./options.ts";

/** Milliseconds of work between two looks at what else has happened. */
const BREATH_EVERY = 50;

/** Lets others have their turn: signals, timers, a page that is drawn. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Carries out a generator that yields the share done, letting go of the thread now and then, so that a signal can stop it.
 *
 * @param legs stops early when `next(true)` is called
 * @param options signal and progress
 * @returns its value; where it was stopped, what it had by then
 * Source: ours.
 */
export async function inTurns<T>(
  legs: Generator<number, T, boolean | undefined>,
  { signal, onProgress }: LongOptions,
): Promise<T> {
  let last = performance.now();
  for (;;) {
    const { value, done } = legs.next(signal?.aborted === true);
    if (done) return value;
    onProgress?.(value);
    if (performance.now() - last > BREATH_EVERY) {
      await breath();
      last = performance.now();
    }
  }
}
