import { describe, expect, it } from "vitest";
import { trajectoryTable } from "../../src/report/trajectoryTable.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

describe("trajectoryTable", () => {
  it("shows the first and the last moment and at most twelve in all", () => {
    const run = {
      preset: "tiny",
      optimizer: { name: "sgd", lr: 0.1 },
      batchSize: 3,
      epochs: 57,
      recordEvery: 1,
      testSize: 4,
    };
    const { rows } = trajectoryTable(simulate(parseRun(run)));
    expect(rows.length).toBeLessThanOrEqual(13);
    expect([rows.at(0)?.[0], rows.at(-1)?.[0]]).toEqual(["0", "57"]);
  });
});
