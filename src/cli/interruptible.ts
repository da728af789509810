import { showProgress } from "./progress.ts";

/** Milliseconds of work between two looks for a signal. */
const BREATH_EVERY = 50;

/**
 * Carries out a generator that yields the share done, showing progress; Ctrl-C stops it after the current leg, so that what it has
 * is not lost.
 *
 * @param name what the progress bar is called
 * @param legs stops early when `next(true)` is called
 * @returns its value
 */
export async function interruptible<T>(name: string, legs: Generator<number, T, boolean | undefined>): Promise<T> {
  const progress = await showProgress(name);
  let stop = false;
  process.once("SIGINT", () => {
    stop = true;
  });
  let breath = performance.now();
  try {
    for (;;) {
      const { value, done } = legs.next(stop);
      if (done) return value;
      progress.update(value);
      if (performance.now() - breath > BREATH_EVERY) {
        // Signals are delivered between tasks only.
        await new Promise((resolve) => setImmediate(resolve));
        breath = performance.now();
      }
    }
  } finally {
    progress.stop();
  }
}
