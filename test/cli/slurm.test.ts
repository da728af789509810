import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { adamcheckIn, programIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const PLAN = `
base: { preset: tiny, optimizer: { name: adam, lr: 0.02 }, epochs: 2, testSize: 10 }
axes: { batchSize: [2, 6] }
seeds: 1-3
`;

/** Does what Slurm does with an array job: every task of it, one after the other, the last first; words before the script count more than its lines. */
const SBATCH = `#!/bin/bash
set -eu
array= script=
while [ $# -gt 0 ]; do
  case "$1" in
    --array=*) array="\${1#--array=}" ;;
    --*) ;;
    *) script="$1"; shift; break ;;
  esac
  shift
done
[ -n "$array" ] || array=$(sed -n 's/^#SBATCH --array=//p' "$script")
export SLURM_CPUS_PER_TASK=$(sed -n 's/^#SBATCH --cpus-per-task=//p' "$script")
for task in $(seq "\${array#*-}" -1 "\${array%-*}"); do
  SLURM_ARRAY_TASK_ID=$task bash "$script" "$@" >> tasks.log
done
echo 4711
`;

function withPlan(): string {
  const folder = newFolder();
  writeIn(folder, "plan.yaml", PLAN);
  writeIn(folder, "sbatch", SBATCH);
  chmodSync(join(folder, "sbatch"), 0o755);
  return folder;
}

describe("adamcheck sweep --slurm", () => {
  it("writes a script and submits nothing; submitted as it says, the folder is that of one call", async () => {
    const folder = withPlan();
    const path = `PATH=${folder}${delimiter}${process.env.PATH}`;
    const told = await adamcheckIn(folder, "sweep", "plan.yaml", "--out", "my runs", "--slurm", "2", "--jobs", "1");
    expect(told).toMatchObject({ code: 0, stderr: "" });
    expect(told.stdout).toMatch(/^my runs.sbatch written, nothing submitted: an array of 2 tasks/);
    expect(readdirSync(folder).sort()).toEqual(["my runs.sbatch", "plan.yaml", "sbatch"]);
    const lines = told.stdout.split("\n").filter((line) => line.startsWith("  "));
    expect(lines).toHaveLength(2);
    // From another folder: the script goes to its own.
    const submit = `cd / && cd ${folder} && ${lines.join(" && ")}`;
    expect(await programIn(folder, "env", path, "bash", "-c", submit)).toMatchObject({ code: 0 });
    await adamcheckIn(folder, "sweep", "plan.yaml", "--out", "one");
    for (const name of ["runs.ndjson", "plan.json"]) {
      expect(readFileSync(join(folder, "my runs", name), "utf8")).toBe(readFileSync(join(folder, "one", name), "utf8"));
    }
    expect(readdirSync(folder).filter((name) => name.includes("shard"))).toHaveLength(2);
    const again = await adamcheckIn(folder, "sweep", "plan.yaml", "--out", "my runs", "--slurm", "3");
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toMatch(/must be a new file, but my runs.sbatch exists/);
  });

  it.each([
    [["plan.yaml", "--slurm", "0"], /^error: --slurm must be an integer from 1 to 10000/],
    [["plan.yaml", "--slurm", "2", "--shard", "1/2"], /is given --shard; leave one out/],
    [["-", "--slurm", "2"], /./],
    [["plan.yaml", "--slurm", "2", "--out", "50%"], /--out must be a plain name/],
  ])("refuses %j", async (words, reason) => {
    const folder = withPlan();
    const { code, stderr } = await adamcheckIn(folder, "sweep", ...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(reason);
    expect(existsSync(join(folder, "plan.sbatch"))).toBe(false);
  });
});
