import { shell } from "../setting/shell.ts";

/** What an array job of Slurm is to run. */
export interface SlurmJob {
  /** The job's name; the script of this name asks for it. */
  readonly name: string;
  /** How the command line is begun: the words before "sweep". */
  readonly program: readonly string[];
  /** The folder in which it is run. */
  readonly directory: string;
  /** Words after "sweep", but for --out, --shard and --jobs. */
  readonly sweep: readonly string[];
  /** The folder in which all runs are at the end. */
  readonly out: string;
  /** Tasks of the array, each a share of the runs. */
  readonly tasks: number;
  /** Cores of a task, and runs at a time in it. */
  readonly cores: number;
}

/**
 * The script of an array job for sbatch: task i runs share i/K of a sweep into a folder of its own; called with "merge" it puts them together.
 *
 * @param job what is run, and where
 * @returns the script, for bash
 * Source: ours; what #SBATCH lines and SLURM_ variables mean is in sbatch(1).
 */
export function slurmScript({ name, program, directory, sweep, out, tasks, cores }: SlurmJob): string {
  const shards = Array.from({ length: tasks }, (_, k) => `${out}.shard-${k}`);
  return `#!/bin/bash
#SBATCH --job-name=${name}
#SBATCH --array=0-${tasks - 1}
#SBATCH --cpus-per-task=${cores}
#SBATCH --output=${name}-%A_%a.log
#
# ${tasks} tasks, each with one share of the runs, in folders of their own; then one call puts them into ${out}.
#   id=$(sbatch --parsable ${name}.sbatch)
#   sbatch --array=0 --dependency=afterok:$id ${name}.sbatch merge
# or, once all tasks have ended: bash ${name}.sbatch merge
# What sbatch is told comes before the lines above: sbatch --time=2:00:00 --partition=NAME ${name}.sbatch. A task that is killed or runs out
# of time loses the runs under way; submitted again it goes on.
set -eu
cd ${shell([directory])}
adamcheck() { ${shell(program)} "$@"; }
if [ "\${1:-}" = merge ]; then
  adamcheck merge ${shell(shards)} --out ${shell([out])}
else
  adamcheck sweep ${shell(sweep)} --out ${shell([`${out}.shard-`])}"$SLURM_ARRAY_TASK_ID" \\
    --shard "$SLURM_ARRAY_TASK_ID/${tasks}" --jobs "\${SLURM_CPUS_PER_TASK:-${cores}}"
fi
`;
}

/**
 * What is said of a script that was written.
 *
 * @param job that it is of
 * @param file its path
 * @returns how it is submitted, and how the shares are put together
 */
export function slurmText({ out, tasks }: Pick<SlurmJob, "out" | "tasks">, file: string): string {
  const script = shell([file]);
  return [
    `${file} written, nothing submitted: an array of ${tasks} task${tasks === 1 ? "" : "s"}, each with a share of the runs`,
    "to submit it, and to put the shares together when all tasks have ended:",
    `  id=$(sbatch --parsable ${script})`,
    `  sbatch --array=0 --dependency=afterok:$id ${script} merge`,
    `then ${out} is the folder that one call of sweep gives`,
    "",
  ].join("\n");
}
