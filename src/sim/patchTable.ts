import type { Rows } from "../data/entries.ts";
import { drawExamples, type Examples } from "../data/examples.ts";
import { startFromFile } from "../data/start.ts";
import { networkOf, PAPERS_MODEL } from "../setting/network.ts";
import { strengthOf } from "./forward.ts";
import type { Run } from "./run.ts";
import { sideOf } from "./side.ts";

/** Examples with every number of every patch, zeros, too. */
export interface PatchTable {
  readonly n: number;
  /** P */
  readonly patches: number;
  readonly d: number;
  readonly classes: number;
  /** x_ip, [n * P * d]: example by example, patch by patch. */
  readonly values: Float64Array;
  /** The class seen of each example, from 0: of two classes +1 is 0 and -1 is 1. */
  readonly labels: Int32Array;
}

function addRow({ rows, coordinates, values }: Rows, row: number, factor: number, out: Float64Array): void {
  for (let e = rows[row] as number; e < (rows[row + 1] as number); e++) {
    const k = coordinates[e] as number;
    out[k] = (out[k] as number) + factor * (values[e] as number);
  }
}

/** The training examples of a run, or as many fresh ones as are asked for. */
const examplesOf = ({ setting, seed, start }: Run, fresh: number | undefined): Examples => {
  if (fresh !== undefined) return drawExamples(setting, seed, "testExample", fresh);
  return start ? startFromFile(start).examples : drawExamples(setting, seed, "trainExample", setting.n);
};

/**
 * The examples of a run as one table of patches.
 *
 * x_i1 = mu ytrue v (or what the example shows), x_i2, ... the noise patches; one vector: their sum
 *
 * @param run checked
 * @param fresh how many fresh examples, its first ones; its n training examples, in their order, unless given
 * @returns the table; d P numbers an example, whatever is 0
 * Source: ours; [T25] Definition 3.1.
 */
export function patchTable(run: Run, fresh?: number): PatchTable {
  const { model = PAPERS_MODEL } = networkOf(run.network, run.setting);
  const { d, patches = 2, featureSupport = 1 } = run.setting;
  const { noisePatches, unpatched, classes } = model;
  const examples = examplesOf(run, fresh);
  const { count: n, shown } = examples;
  const values = new Float64Array(n * patches * d);
  for (let i = 0; i < n; i++) {
    const first = values.subarray(i * patches * d, (i * patches + 1) * d);
    const strength = strengthOf(model, examples, i);
    if (shown) addRow(shown.directions, shown.features[i] as number, strength, first);
    else first.fill(strength, 0, featureSupport);
    for (let p = 0; p < noisePatches; p++) {
      const at = i * patches + (unpatched ? 0 : 1 + p);
      addRow(examples, i * noisePatches + p, 1, values.subarray(at * d, (at + 1) * d));
    }
  }
  return { n, patches, d, classes, values, labels: Int32Array.from(examples.labels, sideOf) };
}
