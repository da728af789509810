import { mustBe } from "../setting/mustBe.ts";
import { type PatchTable, patchTable } from "../sim/patchTable.ts";
import { parseRun } from "../sim/run.ts";
import type { RunFile } from "../sim/runFile.ts";

/**
 * The examples of a run, drawn or of images, as one table of patches.
 *
 * x_ip of example i and patch p, all d numbers of it
 *
 * @param spec a run, as for `simulate`
 * @param of "train", its n training examples in their order, or "test", its fresh ones
 * @returns n, patches P, d, classes K, values [n * P * d], example by example and patch by patch, and labels [n] from 0 (of two classes +1 is 0)
 * @throws InputError, one sentence, for what is wrong with the run
 * Source: ours; [T25] Definition 3.1.
 * @example
 * const { n, patches, d, values } = patchesOf({ preset: "tiny", optimizer: { name: "sgd", lr: 1 }, batchSize: 1, epochs: 1 })
 * values.length // => n * patches * d
 */
export function patchesOf(spec: RunFile, of: "train" | "test" = "train"): PatchTable {
  mustBe(of === "train" || of === "test", "of", '"train" or "test"', of, "correct it");
  const run = parseRun(spec);
  return patchTable(run, of === "test" ? run.testSize : undefined);
}
