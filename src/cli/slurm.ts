import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { writeAside } from "../experiments/writeAside.ts";
import { askedFiles } from "../library/load/loaded.ts";
import { checkWritable } from "../library/outFiles.ts";
import { MOST_TASKS, slurmScript } from "../library/slurmScript.ts";
import type { SlurmJob } from "../report/slurmScript.ts";
import { InputError, show } from "../setting/inputError.ts";
import { integerFrom } from "./numbers.ts";

/** Options of `sweep` as they were given. */
export interface SlurmOptions {
  readonly slurm: string;
  readonly out: string;
  readonly jobs: string | undefined;
  readonly force: boolean;
  /** What cannot be had with it, by name. */
  readonly without: Readonly<Record<string, unknown>>;
  /** What every task is given, by name; true for a flag. */
  readonly passed: Readonly<Record<string, string | boolean | undefined>>;
}

/** The words of options that were given. */
const wordsOf = (passed: SlurmOptions["passed"]): string[] =>
  Object.entries(passed).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [name] : [name, value];
  });

/** A name that needs no quotes in a #SBATCH line. */
const plain = (name: string) => name.replaceAll(/[^\w.-]/g, "-");

/**
 * Writes the script of an array job that runs a sweep; nothing is submitted.
 *
 * @param path of the plan; undefined where it has a name
 * @param options of `sweep` as they were given
 * @returns the job, and the script's path
 * @throws InputError
 */
export function writeSlurm(path: string | undefined, options: SlurmOptions): { job: SlurmJob; file: string } {
  const { slurm, out, jobs, force, without, passed } = options;
  const [extra] = Object.entries(without).find(([, value]) => value !== undefined && value !== false) ?? [];
  if (extra !== undefined || path === "-") {
    throw new InputError(
      `--slurm must come with a plan that tasks can read again, and without --shard, --queue and --dry-run, but is given ${extra ?? "- for standard input"}; leave one out`,
    );
  }
  const tasks = integerFrom("--slurm", slurm, 1, MOST_TASKS);
  if (/[\n%]/.test(out))
    throw new InputError(`--out must be a plain name with --slurm, but is ${show(out)}; change it`);
  const file = `${out}.sbatch`;
  checkWritable(file, force, "--slurm's script");
  const job: SlurmJob = {
    ...{ name: plain(basename(out)), directory: process.cwd(), out, tasks },
    program: [process.execPath, fileURLToPath(new URL("./main.js", import.meta.url))],
    sweep: [
      ...(path === undefined ? [] : [path]),
      ...wordsOf(passed),
      ...askedFiles().flatMap(({ path: own }) => ["--load", own]),
    ],
    cores: jobs === undefined ? 1 : integerFrom("--jobs", jobs, 1, 256),
  };
  writeAside(file, slurmScript(job));
  return { job, file };
}
