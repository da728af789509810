import { describe, expect, it } from "vitest";
import {
  featureThresholdQuantile,
  noiseThresholdQuantile,
} from "../../../src/bounds/thresholds/thresholdDistribution.ts";
import { overlays } from "../../../src/experiments/phase/overlay.ts";
import { planeOf } from "../../../src/experiments/phase/plane.ts";
import { publishedMarks } from "../../../src/experiments/phase/published.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import type { Setting } from "../../../src/setting/setting.ts";

const paper = PRESETS.paper?.setting as Setting;
const planeWith = (optimizer: object, axes: object, more: object = {}) =>
  planeOf(
    parsePlan({
      base: { preset: "paper", optimizer: { lr: 5e-5, ...optimizer }, batchSize: 100, epochs: 10000, ...more },
      axes,
      seeds: "1",
    }),
  );
const DECAYS = { log: [1e-6, 1], count: 7 };
const byBatch = { weightDecay: DECAYS, batchSize: [2, 100, 200] };

describe("overlays", () => {
  const find = (list: ReturnType<typeof overlays>, threshold: string, reading: string) =>
    list.find((each) => each.threshold === threshold && each.reading === reading);

  it("are Adam's orders with the constant 1 and explicit values, those of the full batch there alone, on either axis", () => {
    for (const axes of [byBatch, { batchSize: [2, 100, 200], weightDecay: DECAYS }]) {
      const found = overlays(planeWith({ name: "adam" }, axes));
      const order = find(found, "theorems 4.1, 4.2", "order");
      // sigma0^(q-2) sigmaP/n = 0.01 0.1/200
      for (const { weightDecay } of order?.points ?? []) expect(weightDecay.median).toBeCloseTo(5e-6, 15);
      expect(order?.points.map(({ at }) => at)).toEqual([2, 100, 200]);
      expect(find(found, "theorems 4.1, 4.2", "explicit")).toBeUndefined();
      const explicit = find(found, "feature", "explicit")?.points[1]?.weightDecay;
      expect(explicit?.median).toBe(featureThresholdQuantile(paper, 0.5, 0.5));
      expect(explicit?.low).toBe(featureThresholdQuantile(paper, 0.5, 0.05));
      const noise = find(found, "noise", "explicit");
      expect(noise?.points).toHaveLength(1);
      expect(noise?.points[0]).toMatchObject({ at: 200, weightDecay: { median: noiseThresholdQuantile(paper, 0.5) } });
    }
  });

  it("are AdamW's, which move with the batch size", () => {
    const window = find(overlays(planeWith({ name: "adamw" }, byBatch)), "window from", "order");
    // min(B^2/n, 1) at n = 200
    expect(window?.points.map(({ weightDecay }) => weightDecay.median)).toEqual([0.02, 1, 1]);
  });

  it("follow the setting where an axis changes it, and are none without weight decay or a known optimizer", () => {
    const found = overlays(planeWith({ name: "adam" }, { sigma0: [0.01, 0.02], weightDecay: DECAYS }));
    expect(find(found, "feature", "order")?.points.map(({ weightDecay }) => weightDecay.median)).toEqual([0.01, 0.02]);
    expect(overlays(planeWith({ name: "adam" }, { lr: [1e-5, 1e-4], batchSize: [2, 100] }))).toEqual([]);
    expect(overlays(planeWith({ name: "sgd" }, byBatch))).toEqual([]);
  });
});

describe("publishedMarks", () => {
  it("are the papers' runs in the plane, each once", () => {
    expect(publishedMarks(planeWith({ name: "adam" }, byBatch))).toEqual([
      { x: 1e-5, y: 100, sources: ["[T25] Table 1", "[T25] Fig. 3"], differs: [] },
      { x: 1e-5, y: 2, sources: ["[T25] Table 1", "[T25] Fig. 3"], differs: [] },
      { x: 0.05, y: 100, sources: ["[T25] Fig. 5"], differs: [] },
      { x: 0.05, y: 2, sources: ["[T25] Fig. 5"], differs: [] },
      { x: 1e-5, y: 200, sources: ["[Z21] synthetic experiment"], differs: [] },
    ]);
  });

  it("say where the diagram trains otherwise, and are none of another setting, optimizer or range", () => {
    const short = publishedMarks(planeWith({ name: "adam", lr: 1e-4 }, byBatch, { epochs: 50 }));
    expect(short).toHaveLength(5);
    for (const { differs } of short) expect(differs).toEqual(["lr", "epochs"]);
    expect(publishedMarks(planeWith({ name: "signsgd" }, byBatch))).toEqual([]);
    expect(publishedMarks(planeWith({ name: "adam", betas: [0.9, 0.99] }, byBatch))).toEqual([]);
    expect(
      publishedMarks(
        planeWith({ name: "adam" }, { ...byBatch, batchSize: [2, 30] }, { preset: "small", batchSize: 2 }),
      ),
    ).toEqual([]);
    expect(publishedMarks(planeWith({ name: "adam" }, { ...byBatch, weightDecay: [1e-4, 1e-3] }))).toEqual([]);
  });
});
