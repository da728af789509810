import { clock } from "../report/clock.ts";

const WIDTH = 1000;
/** Milliseconds between two lines where there is no terminal. */
const LINE_EVERY = 10000;

/** Progress on stderr: a bar with the time left on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  update(done: number): void;
  note(text: string): void;
  stop(): void;
}

/**
 * Starts showing progress.
 *
 * @param what is being done, in a word or two
 * @returns the display; `update` takes the share done, in [0, 1]
 */
export async function showProgress(what: string): Promise<Progress> {
  const begun = performance.now();
  const left = (done: number) => {
    const seconds = (performance.now() - begun) / 1000;
    return done > 0 && seconds > 1 ? `${clock((seconds * (1 - done)) / done)} left` : "estimating";
  };
  if (!process.stderr.isTTY) {
    let last = begun;
    return {
      update(done) {
        if (performance.now() - last < LINE_EVERY) return;
        last = performance.now();
        process.stderr.write(`${what}: ${Math.floor(100 * done)}%, ${left(done)}\n`);
      },
      note: (text) => process.stderr.write(`${text}\n`),
      stop: () => {},
    };
  }
  // Loaded only where it is shown: loading takes about 10 ms.
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({
    format: `${what} [{bar}] {percentage}% | {left}`,
    barCompleteChar: "=",
    barIncompleteChar: " ",
    hideCursor: false,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: process.stderr,
    gracefulExit: false,
  });
  bar.start(WIDTH, 0, { left: "estimating" });
  return {
    update: (done) => bar.update(Math.floor(done * WIDTH), { left: left(done) }),
    note(text) {
      process.stderr.write(`\r\x1b[K${text}\n`);
    },
    stop: () => bar.stop(),
  };
}
