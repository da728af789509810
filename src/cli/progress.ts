import { clock } from "../report/clock.ts";
import { complain, isQuiet, note } from "./output.ts";
import { timeLeft } from "./timeLeft.ts";

const WIDTH = 1000;
/** Milliseconds between two lines where there is no terminal. */
const LINE_EVERY = 10000;
/** Signs of the bar at most, and of what stands beside it: percentage and time left. */
const BAR = 40;
const BESIDE = 30;

/** Progress on stderr: a bar with the time left on a terminal, a plain line now and then elsewhere, nothing with --quiet. */
export interface Progress {
  update(done: number): void;
  /** Says a remark, a line. */
  note(text: string): void;
  /** Says what has gone wrong, a line; --quiet or not. */
  complain(text: string): void;
  stop(): void;
}

/**
 * Starts showing progress.
 *
 * @param what is being done, in a word or two
 * @returns the display; `update` takes the share done, in [0, 1]
 */
export async function showProgress(what: string): Promise<Progress> {
  const secondsLeft = timeLeft();
  const left = (done: number) => {
    const seconds = secondsLeft(done, performance.now());
    return seconds === null ? "estimating" : `${clock(seconds)} left`;
  };
  if (isQuiet()) return { update() {}, note, complain, stop() {} };
  if (!process.stderr.isTTY) {
    let last = performance.now();
    return {
      update(done) {
        const remaining = left(done);
        if (performance.now() - last < LINE_EVERY) return;
        last = performance.now();
        note(`${what}: ${Math.floor(100 * done)}%, ${remaining}`);
      },
      note,
      complain,
      stop: () => {},
    };
  }
  // Loaded only where it is shown: loading takes about 10 ms.
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({
    format: `${what} [{bar}] {percentage}% | {left}`,
    barCompleteChar: "=",
    barIncompleteChar: " ",
    barsize: Math.max(1, Math.min(BAR, process.stderr.columns - what.length - BESIDE)),
    hideCursor: false,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: process.stderr,
    gracefulExit: false,
  });
  bar.start(WIDTH, 0, { left: "estimating" });
  /** The bar's line is cleared for it; the bar is drawn again below. */
  const above = (say: (text: string) => void) => (text: string) => {
    process.stderr.write("\r\x1b[K");
    say(text);
  };
  return {
    update: (done) => bar.update(Math.floor(done * WIDTH), { left: left(done) }),
    note: above(note),
    complain: above(complain),
    stop: () => bar.stop(),
  };
}
