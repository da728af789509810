import { writeAside } from "../experiments/writeAside.ts";
import type { Divergence } from "../sim/trajectory.ts";

/** Writes the result; where that fails after all, says so, and the caller prints it instead. */
function write(out: string, text: string): boolean {
  try {
    writeAside(out, text);
    return true;
  } catch (error) {
    process.stderr.write(`writing ${out} gave ${(error as Error).message}; the result is on standard output instead\n`);
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
  const written = out !== undefined && write(out, text);
  process.stdout.write(json || (out !== undefined && !written) ? text : words);
  if (written) process.stderr.write(`result written to ${out}\n`);
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
    process.stderr.write(`diverged: ${metric} is not finite at step ${step} (epoch ${epoch}); ${advice}\n`);
    process.exitCode = 1;
  }
  if (interrupted) {
    process.stderr.write(`interrupted at epoch ${history.at(-1)?.epoch}; the result holds the history so far\n`);
    process.exitCode = 130;
  }
}
