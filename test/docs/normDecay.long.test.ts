import { describe, expect, test } from "vitest";
import { loadFile } from "../../src/library/load/loadFile.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

describe("examples/norm-decay.ts", () => {
  test("is Adam where its decay is 0, and a pull of one size where it is not", async () => {
    await loadFile(new URL("../../examples/norm-decay.ts", import.meta.url).pathname);
    const run = (optimizer: object) =>
      simulate(
        parseRun({ preset: "tiny", optimizer: { lr: 0.01, ...optimizer }, batchSize: 2, epochs: 10, testSize: 10 }),
        {
          saveWeights: true,
        },
      ).final.weights?.flat(2) as number[];
    const [adam, own, pulled] = [
      { name: "adam" },
      { name: "adam-norm-decay", normDecay: 0 },
      { name: "adam-norm-decay", normDecay: 1 },
    ].map(run);
    own?.forEach((w, k) => expect(Math.abs(w - (adam?.[k] as number))).toBeLessThan(1e-12));
    const size = (values: readonly number[] = []) => Math.hypot(...values);
    // 30 steps of at most 0.01 each.
    expect(size(pulled)).toBeLessThan(size(own));
    expect(size(pulled)).toBeGreaterThan(size(own) - 0.01 * 30 - 1e-9);
  });
});
