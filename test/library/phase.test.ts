import { describe, expect, it } from "vitest";
import type { PhaseSpec } from "../../src/library/phase.ts";
import { newFolder } from "../helpers/newFolder.ts";

// Threads need compiled code.
const { phase } = (await import(
  new URL("../../dist/src/library/phase.js", import.meta.url).href
)) as typeof import("../../src/library/phase.ts");

describe("phase", () => {
  it.each([
    [{ x: "batchSize", y: "batchSize" }, /^x and y must be two columns, but both are "batchSize"/],
    [{ x: { name: "batchSize", range: [1, 4] } }, /^x and y must be two columns, but both are "batchSize"/],
    [{ y: "weightDecay" }, /^x and y must be two columns, but both are "weightDecay"/],
    [{ x: { name: "lr", range: [0, 1] } }, /^the range of axis "lr" must be two finite numbers > 0, but is \[0,1\]/],
    [{ steps: [1, 2, 3] }, /^steps must be one number or two/],
    [{ preset: "smal" }, /^preset must be one of .*, but is "smal"; did you mean "small"\?/],
    [{ plan: { base: {}, seeds: 1 }, lr: 1 }, /^lr must stand alone/],
  ] as [PhaseSpec, RegExp][])("refuses %j in a sentence", async (spec, words) => {
    await expect(phase(spec, { out: newFolder() })).rejects.toThrow(words);
  });

  it("takes one of the betas as an axis, the other one as it usually is", async () => {
    const spec: PhaseSpec = { preset: "tiny", x: { name: "beta1", range: [0.1, 0.9] }, steps: 2, seeds: 1, epochs: 2 };
    const { diagram, left, failed } = await phase(spec, { out: newFolder(), jobs: 1 });
    expect([diagram.x.name, diagram.x.values, left, failed]).toEqual(["beta1", [0.1, 0.3, 0.9], 0, 0]);
    expect(diagram.nodes.length).toBeGreaterThan(3);
  });
});
