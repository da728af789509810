/*
 * Holds the kernel of trainings in coefficients beside the plain recurrence on many random problems, one test's worth a seed:
 *   node test/dynamics/engines/manyCases.mjs PROBLEMS [FROM]      as many problems or a few more; seeds FROM, FROM + 1, ..., from 1 unless given
 * Prints how many there were; exit code 1, with the first one that differs, if there is one.
 */
import { rmSync } from "node:fs";
import { bundleCases } from "./bundle.mjs";

const [problems, from = "1"] = process.argv.slice(2);
if (!(Number.isInteger(Number(problems)) && Number(problems) > 0)) {
  console.error(`error: the number of problems must be an integer of at least 1, but is ${problems}; write 100000`);
  process.exit(2);
}
const { folder, path } = await bundleCases(false);
try {
  const { manyCases } = await import(path);
  let count = 0;
  let seed = Number(from);
  for (; count < Number(problems); seed++) {
    count += manyCases(seed, 1);
    console.error(`${count} problems, seeds ${from} to ${seed}`);
  }
  console.log(`${count} problems, seeds ${from} to ${seed - 1}: the same bytes`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
