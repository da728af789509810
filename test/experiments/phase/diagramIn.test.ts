import { describe, expect, it } from "vitest";
import type { Execute } from "../../../src/experiments/execute.ts";
import { runJob } from "../../../src/experiments/job.ts";
import { diagram } from "../../../src/experiments/phase/diagram.ts";
import { diagramIn } from "../../../src/experiments/phase/diagramIn.ts";
import { phase } from "../../../src/experiments/phase/phase.ts";
import { planeOf } from "../../../src/experiments/phase/plane.ts";
import type { RunEvent } from "../../../src/experiments/sweep/events.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { sweep } from "../../../src/experiments/sweep/sweep.ts";
import { engineNamed } from "../../../src/sim/engines/registry.ts";
import { newFolder } from "../../helpers/newFolder.ts";
import { PASS_ENGINE } from "../../helpers/pass.ts";

const engine = engineNamed(PASS_ENGINE);
const plan = parsePlan({
  base: { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 4, testSize: 10 },
  axes: { weightDecay: { log: [1e-3, 10], count: 9 }, lr: { log: [0.005, 0.05], count: 3 } },
  seeds: "1-2",
});
/** One that changes within the plane: the training loss has left ln 2 = 0.693. */
const event: RunEvent = {
  name: "learns",
  about: "training loss below 0.66",
  holds: ({ final }) => final.trainLoss < 0.66,
};
const execute: Execute = async (tasks, { onFinished }) => {
  for (const { index, job } of tasks) onFinished(index, runJob(job, { engine }));
};

describe("diagramIn", () => {
  it.each([[1], [2], [4], [8]])("is the diagram that was run there, cells of %i steps or less", async (coarse) => {
    const folder = newFolder();
    const plane = planeOf(plan);
    const run = diagram(plane, event, await phase({ plane, event, coarse, folder, engine, workers: 1, execute }));
    const { diagram: read } = diagramIn(folder, event);
    // What was run may be enough for a finer look than was asked for.
    expect({ ...read, grid: { ...read.grid, coarse } }).toEqual(run);
    expect(read.grid.coarse).toBeLessThanOrEqual(coarse);
    expect(new Set(read.filled.flat()).size).toBe(2);
  });

  it("shows what is known of a folder that lacks runs", async () => {
    const folder = newFolder();
    const two = [0, 2].flatMap((point) => plan.seeds.map((_, k) => point * plan.seeds.length + k));
    await sweep({ plan, folder, engine, workers: 1, execute, among: new Set(two) });
    const { diagram: read } = diagramIn(folder, event);
    expect(read.grid).toMatchObject({ run: 2, complete: false });
    expect(read.nodes.map(({ y, runs }) => [y, runs])).toEqual([
      [0.005, 2],
      [0.05, 2],
    ]);
  });

  it("refuses a folder without runs", () => {
    expect(() => diagramIn(newFolder())).toThrow(
      /must be the folder of a sweep, but has no runs.ndjson; check the path$/,
    );
  });
});
