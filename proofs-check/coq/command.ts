import { spawn } from "node:child_process";

/** What came of a command. */
export interface Ended {
  /** Exit code; null where it was not there or was ended. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether its time was over. */
  readonly late: boolean;
}

/** Where and how long. */
export interface Limits {
  readonly cwd?: string;
  readonly seconds: number;
  /** Becomes aborted where the command is to be ended at once. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a command without a shell.
 *
 * @param name of a program on PATH
 * @param words after it
 * @param limits its folder, its time, what ends it sooner
 * @returns what came of it; never rejects
 * Source: ours.
 */
export const command = (name: string, words: readonly string[], { cwd, seconds, signal }: Limits): Promise<Ended> =>
  new Promise((give) => {
    const texts = { stdout: "", stderr: "" };
    let late = false;
    if (signal?.aborted) return give({ status: null, ...texts, late });
    const child = spawn(name, words, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => child.kill("SIGKILL");
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, 1000 * seconds);
    signal?.addEventListener("abort", stop);
    const end = (status: number | null) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      give({ status, ...texts, late });
    };
    for (const which of ["stdout", "stderr"] as const) {
      child[which].setEncoding("utf8").on("data", (text: string) => {
        texts[which] += text;
      });
    }
    child.on("error", () => end(null));
    child.on("close", end);
  });
