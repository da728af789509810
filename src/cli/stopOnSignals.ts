/**
 * Stops handing out work at the first signal, and everything at the second.
 *
 * @param note told at the first
 * @param what is done then
 * @returns aborted at the first
 */
export function stopOnSignals(note: (text: string) => void, what = "finishing the runs under way"): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
      note(`${what}; once more stops at once`);
    });
  }
  return stop.signal;
}
