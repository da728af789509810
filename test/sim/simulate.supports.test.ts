import { test } from "@fast-check/vitest";
import { expect } from "vitest";
import { drawStart } from "../../src/data/start.ts";
import { weightsToNested } from "../../src/data/weights.ts";
import { networkOf } from "../../src/setting/network.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { disjointSettings, optimizerEntries, seeds } from "../helpers/arbitraries.ts";

test.prop([disjointSettings, optimizerEntries, seeds], { numRuns: 30 })(
  "the simulation trains on disjoint supports: the same training as from that start spelled out",
  (setting, optimizer, seed) => {
    const { examples, weights } = drawStart(setting, networkOf("cnn", setting), seed);
    const noisePatches = Array.from({ length: setting.n }, (_, i) => {
      const patch = new Array<number>(setting.d).fill(0);
      for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++) {
        patch[examples.coordinates[e] as number] = examples.values[e] as number;
      }
      return patch;
    });
    const start = { labels: [...examples.labels], noisePatches, weights: weightsToNested(weights, setting.m) };
    const file = { setting, optimizer, seed, batchSize: setting.n, epochs: 3, testSize: 5 };
    expect(simulate(parseRun(file)).history).toEqual(simulate(parseRun({ ...file, start })).history);
  },
);
