import { writeAside } from "../experiments/writeAside.ts";
import type { Divergence } from "../sim/trajectory.ts";
import { type Formats, type OutOptions, placeOf } from "./outOptions.ts";
import { complain, note, print, width, write } from "./output.ts";

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
 * Delivers a result: to a file, and to standard output, as words or in the format asked for.
 *
 * @param result what there is
 * @param formats what it can be written as
 * @param options where to, as what: a file gets JSON unless --format says otherwise
 */
export function deliver<T>(result: T, formats: Formats<T>, options: Omit<OutOptions, "force">): void {
  const { out, json, format } = options;
  const as = (name: string, columns = Infinity) =>
    (formats[name] as Formats<T>[string])(result, columns, placeOf(options));
  const written = out !== undefined && keep(out, as(format ?? "json"));
  const lost = out !== undefined && !written;
  if (json || lost) write(as(format ?? "json"));
  else if (format === undefined || format === "text") print(as("text", width()));
  else if (!written) write(as(format));
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
