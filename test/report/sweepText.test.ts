import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/experiments/sweep/plan.ts";
import type { Begun } from "../../src/experiments/sweep/sweep.ts";
import {
  begunText,
  bytesText,
  damageText,
  failureText,
  mergedText,
  previewText,
  standingText,
  sweptText,
} from "../../src/report/sweepText.ts";

const begun = { total: 0, found: 0, failed: 0, others: 0, damaged: [], checkpoints: { goOn: [], damaged: [] } };

describe("what a sweep says", () => {
  it("says how long and how large, of what is missing", () => {
    expect(previewText({ total: 10, damaged: [], runs: 6, seconds: 100, bytes: 4200 }, 4)).toBe(
      "10 runs, 4 of them finished already\nabout 25 s with --jobs 4 (1 min 40 s of work), if as many cores are idle and no stopping rule acts\nabout 4.2 kB of disk\n",
    );
  });

  it("names damaged lines", () => {
    const damaged = [
      { file: "runs.ndjson", line: 3, torn: false },
      { file: "runs.x.ndjson", line: 7, torn: true },
    ];
    expect(begunText({ ...begun, total: 1, damaged }, "out", false)).toEqual([
      "1 run",
      "runs.ndjson: line 3 is damaged and not used; its run is done again",
      "runs.x.ndjson: the last line (7) was cut off and is not used; its run is done again",
    ]);
    expect(mergedText({ finished: 2, failed: 1, damaged: [{ ...damaged[0], folder: "a" } as never] }, "b")).toBe(
      "a/runs.ndjson: line 3 is damaged and not used\n2 runs finished, 1 failed; kept in b\n",
    );
  });

  it("names five damaged lines and counts the others, and says that runs are done again only where some are", () => {
    const damaged = (count: number) =>
      Array.from({ length: count }, (_, k) => ({ file: "a", line: k + 1, torn: false }));
    expect(damageText(damaged(6)).slice(-2)).toEqual([
      "a: line 5 is damaged and not used",
      "1 more line is damaged and not used",
    ]);
    expect(damageText(damaged(8)).slice(5)).toEqual(["3 more lines are damaged and not used"]);
    expect(
      begunText({ ...begun, total: 2, found: 1, failed: 1, others: 0, damaged: damaged(1) }, "out", false).at(-1),
    ).toBe("a: line 1 is damaged and not used");
  });

  it("says to whoever reads a folder what is not there", () => {
    expect(standingText({ damaged: [], total: 2, there: 2, others: 5 })).toEqual([]);
    const [told] = standingText({ damaged: [], total: 2, there: 2, others: 5, sequential: true });
    expect(told).toMatch(/^its seeds end with a decision \(until\): intervals .* are for fixed numbers of seeds/);
    expect(standingText({ damaged: [], total: 2, there: 1, others: 0 })).toEqual(["1 of 2 runs of the plan are there"]);
    expect(standingText({ damaged: [], total: 2, there: 0, others: 1 })).toEqual([
      "0 of 2 runs of the plan are there, and 1 run of other plans or engines",
    ]);
  });

  it("says what is left", () => {
    expect(sweptText({ total: 9, finished: 5, failed: 1, left: 3 }, "out")).toBe(
      "5 of 9 runs finished, 1 failed, 3 left: the same command goes on; kept in out\n",
    );
    expect(begunText({ ...begun, total: 9, found: 5, failed: 1, others: 0, damaged: [] }, "out", false)).toEqual([
      "9 runs, 5 of them found in out",
      "1 run failed earlier; --retry-failed tries them again",
    ]);
    expect(begunText({ ...begun, total: 9, found: 5, failed: 1, others: 0, damaged: [] }, "out", true)[1]).toBe(
      "1 run failed earlier",
    );
    expect(begunText({ ...begun, total: 9, found: 0, failed: 0, others: 2, damaged: [] }, "out", false)[1]).toBe(
      "2 runs of other plans or engines are there, too",
    );
  });

  it("says which runs go on from checkpoints, and which checkpoints are of no use", () => {
    const told = (checkpoints: Begun["checkpoints"]) => begunText({ ...begun, total: 9, checkpoints }, "out", false);
    expect(told({ goOn: ["a"], damaged: [] })).toEqual(["9 runs", "1 run goes on from a checkpoint"]);
    expect(told({ goOn: ["a", "b"], damaged: ["out/c"] })).toEqual([
      "9 runs",
      "2 runs go on from a checkpoint",
      "out/c was cut off or altered and is not used; its run begins anew",
    ]);
  });

  it("tells a run that has failed by what its plan varies", () => {
    const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.1 }, epochs: 2 };
    const varied = parsePlan({ base, axes: { sigma0: [0.1, 0.2] }, zip: [{ beta1: [0.5], beta2: [0.9] }], seeds: 3 });
    const run = { setting: { sigma0: 0.2 }, optimizer: { betas: [0.5, 0.9] }, seed: 3 };
    expect(failureText(varied, { run } as never, "it was tired")).toBe(
      "failed twice: sigma0 0.2, beta1 0.5, beta2 0.9, seed 3: it was tired",
    );
    expect(failureText(parsePlan({ base, seeds: 3 }), { run } as never, "why")).toBe("failed twice: seed 3: why");
  });

  it("gives bytes in the largest unit of which there is one", () => {
    expect([0, 999, 1000, 2.5e9, 3e15].map(bytesText)).toEqual(["0 bytes", "999 bytes", "1 kB", "2.5 GB", "3000 TB"]);
  });
});
