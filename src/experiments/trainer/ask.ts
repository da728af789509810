import { spawn } from "node:child_process";
import { plainName } from "../../optimizers/origin.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { reason } from "../reason.ts";
import { kill, OWN_GROUP, watched } from "./children.ts";

/** Bytes that a trainer may print: histories of a million moments and its own chatter. */
const MOST_PRINTED = 64 * 2 ** 20;

/** Bytes of its standard error that are kept. */
const LAST_SAID = 4096;
/** Lines and characters of them that are told where it fails. */
const LINES = 3;
const CHARACTERS = 400;

/** The longest time that a timer can wait. */
const MOST_MILLISECONDS = 2 ** 31 - 1;

/** How a trainer is asked. */
export interface AskOptions {
  /** Seconds that it may take; as long as it likes unless given. */
  readonly timeout?: number | undefined;
  /** Bytes that it may print. */
  readonly most?: number;
  /** Once aborted, it is ended and the answer rejected. */
  readonly signal?: AbortSignal;
}

/** What it said last, on one line; nothing where it said nothing. */
function lastWords(said: string): string {
  const lines = said.split("\n").map((line) => plainName(line.trim(), CHARACTERS));
  const last = lines.filter((line) => line !== "").slice(-LINES);
  return last.length === 0 ? "" : ` (it said last: ${last.join(" | ").slice(-CHARACTERS)})`;
}

/**
 * Runs a trainer once: a question on its standard input, an answer on its standard output. No shell sees the command.
 *
 * @param command a word each
 * @param question what JSON can hold
 * @param options how long it may take, how much it may print
 * @returns what it printed, and of its standard error what a failure would be told with
 * @throws InputError where it cannot be started at all; an Error, one sentence, where it fails
 */
export function ask(
  [program = "", ...words]: readonly string[],
  question: object,
  { timeout, most = MOST_PRINTED, signal }: AskOptions = {},
): Promise<{ readonly printed: string; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ["pipe", "pipe", "pipe"], detached: OWN_GROUP });
    const forget = watched(child);
    const chunks: Buffer[] = [];
    let printed = 0;
    let said = Buffer.alloc(0);
    let why: string | undefined;

    function end(sentence: string): void {
      why ??= sentence;
      kill(child);
    }
    const clock =
      timeout === undefined
        ? undefined
        : setTimeout(() => end(`it took longer than ${timeout} s`), Math.min(1000 * timeout, MOST_MILLISECONDS));
    const onAbort = () => end("it was stopped");
    signal?.addEventListener("abort", onAbort);

    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.length;
      if (printed <= most) chunks.push(chunk);
      else end(`the trainer must print at most ${most} bytes, but printed more; print the result alone`);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said = Buffer.concat([said, chunk]).subarray(-LAST_SAID);
    });
    // A trainer may answer before it has read all of the question.
    child.stdin.on("error", () => {});
    child.stdin.end(`${JSON.stringify(question)}\n`);

    let failed = false;
    child.on("error", (error) => {
      failed = true;
      over();
      reject(
        new InputError(
          `trainer must be a command that can be started, but starting ${show(program)} gave ${reason(error)}; check it`,
        ),
      );
    });
    // What it has started and left behind holds its output open, and would be waited for.
    child.on("exit", () => kill(child));
    child.on("close", (code, by) => {
      if (failed) return;
      over();
      const last = lastWords(said.toString("utf8"));
      if (why !== undefined) return reject(new Error(`${why}${last}`));
      if (code === 0) return resolve({ printed: Buffer.concat(chunks).toString("utf8"), said: last });
      const ended = by === null ? `exited with ${code}` : `was ended by ${by}`;
      reject(new Error(`the trainer must exit with 0, but ${ended}${last}`));
    });
    function over(): void {
      clearTimeout(clock);
      signal?.removeEventListener("abort", onAbort);
      forget();
    }
  });
}
