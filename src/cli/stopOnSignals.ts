/**
 * Stops handing out work at the first signal, and everything at the second.
 *
 * @param note told what is happening
 * @returns aborted at the first signal
 */
export function stopOnSignals(note: (text: string) => void): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
      note("finishing the runs under way; once more stops at once");
    });
  }
  return stop.signal;
}
