// A worker whose runs fail as their seed says; the file that FAULTS_ONCE names is made by the one that fails once.
import { existsSync, writeFileSync } from "node:fs";
import work from "../../dist/src/experiments/worker.js";

const FAULTS = {
  2: () => {
    throw new Error("it was \u001b[31mthrown\n");
  },
  3: () => process.exit(3),
  4: () => {
    for (;;);
  },
  5: ({ engine }) => ({ engine, final: {}, config: {} }),
  6: (task) => ({ ...work(task), config: { ...work(task).config, seed: 1 } }),
  7: (task) => {
    if (existsSync(process.env.FAULTS_ONCE)) return work(task);
    writeFileSync(process.env.FAULTS_ONCE, "");
    throw new Error("the first time");
  },
};

export default function faulty(task) {
  Atomics.store(task.progress, task.slot, 0);
  return (FAULTS[task.job.run.seed] ?? work)(task);
}
