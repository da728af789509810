import { type SlurmJob, slurmScript as scriptOf } from "../report/slurmScript.ts";
import { integerBetween } from "../setting/fields.ts";
import * as z from "../setting/zod.ts";
import { checked, text, texts } from "./options.ts";

/** Slurm's own limit is 1001 unless a cluster's is another one. */
export const MOST_TASKS = 10_000;

const schema = z.strictObject({
  name: text().unwrap(),
  program: texts().unwrap(),
  directory: text().unwrap(),
  sweep: texts().unwrap(),
  out: text().unwrap(),
  tasks: integerBetween(1, MOST_TASKS, "tasks of the array", "none"),
  cores: integerBetween(1, 256, "cores of a task", "none"),
});

/**
 * The script of an array job for Slurm's sbatch: task i runs share i/K of a sweep into a folder of its own; called with "merge" it puts them
 * together. Nothing is written or submitted.
 *
 * @param job name, the words that begin the command line, the folder it runs in, the plan's words, out, tasks (1 to 10000), cores of a task (1 to 256)
 * @returns the script, for bash
 * @throws InputError
 * Source: ours; what #SBATCH lines and SLURM_ variables mean is in sbatch(1).
 * @example
 * const job = { name: "runs", program: ["npx", "adamcheck"], directory: "/home/me", sweep: ["plan.yaml"], out: "runs", tasks: 8, cores: 2 };
 * slurmScript(job).split("\n")[2] // => "#SBATCH --array=0-7"
 */
export const slurmScript = (job: SlurmJob): string => scriptOf(checked(schema, job, "slurmScript's job") as SlurmJob);
