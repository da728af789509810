import { writeAside } from "../experiments/writeAside.ts";
import type { Divergence } from "../sim/trajectory.ts";
import { complain, note, print, write } from "./output.ts";

/** Writes the result; where that fails after all, says so, and the caller prints it instead. */
function keep(out: string, text: string): boolean {
  try {
    writeAside(out, text);
    return true;
  } catch (error) {
    complain(`writing ${out} gave ${(error as Error).message}; the result is on standard output instead`);
    process.exitCode = 2;
    return false;
  }
}

/**
 * Delivers a result: to a file, and to standard output as JSON or as words.
 *
 * @param result what becomes JSON
 * @param words its text form
 * @param options where to
 */
export function deliver(result: unknown, words: string, { out, json }: { out?: string; json: boolean }): void {
  const text = `${JSON.stringify(result)}\n`;
  const written = out !== undefined && keep(out, text);
  if (json || (out !== undefined && !written)) write(text);
  else print(words);
  if (written) note(`result written to ${out}`);
}

/** What a result says of its end. */
export interface Ended {
  readonly history: readonly { readonly epoch: number }[];
  readonly diverged?: Divergence;
  readonly interrupted?: boolean;
}

/** Says why a run ended early, and sets the exit code: 1 diverged, 130 interrupted. */
export function explainEnd({ diverged, interrupted, history }: Ended): void {
  if (diverged) {
    const { step, epoch, metric, advice } = diverged;
    complain(`diverged: ${metric} is not finite at step ${step} (epoch ${epoch}); ${advice}`);
    process.exitCode = 1;
  }
  if (interrupted) {
    note(`interrupted at epoch ${history.at(-1)?.epoch}; the result holds the history so far`);
    process.exitCode = 130;
  }
}
