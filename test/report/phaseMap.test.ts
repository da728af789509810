import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { phaseMap } from "../../src/report/phaseMap.ts";
import { FIGURE } from "./phase.ts";

const FATED = {
  ...FIGURE,
  fates: [
    ["learns", "memorizes"],
    ["learns", "memorizes"],
    ["stuck", null],
  ] as const,
};

describe("phaseMap", () => {
  it("names three regions, the largest y at the top, published runs marked", () => {
    expect(phaseMap(FATED, 40)).toEqual([
      "Of the map: 33% learns, 33% memorizes, 17% stuck.",
      "",
      "batchSize ┌─────────",
      "       10 │MMM*MM???",
      "        1 │LLLLLL...",
      "          └─────────",
      "           0.001 0.1",
      "           weightDecay",
      "",
      "  L  learns: fits, and test error at most 0.01",
      "  M  memorizes: fits, and test error above 0.01",
      "  .  stuck: does not fit: training error above 0 at the end, or diverged",
      "  ?  not known",
      "  *  published: see below",
    ]);
  });

  it("shows another event, and diagrams of before fates were kept, as yes and no", () => {
    const lines = phaseMap({ ...FATED, event: { name: "flipped", about: "turned round" } }, 40);
    expect(lines[3]).toBe("       10 │...*..???");
    expect(lines[4]).toBe("        1 │######...");
    expect(phaseMap(FIGURE, 40).slice(3, 5)).toEqual(lines.slice(3, 5));
  });

  test.prop([fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 20, max: 200 })])(
    "fits any width, however many nodes there are, and begins and ends with the first and last",
    (across, up, width) => {
      const axis = (name: string, count: number) => ({ name, values: Array.from({ length: count }, (_, k) => 1 + k) });
      const filled = Array.from({ length: across }, (_, i) => Array.from({ length: up }, () => i === across - 1));
      const lines = phaseMap({ ...FIGURE, x: axis("lr", across), y: axis("m", up), filled, published: [] }, width);
      const drawn = lines.filter((line) => /[│└┌]/.test(line));
      expect(drawn).toHaveLength(up + 2);
      for (const line of drawn) expect(line.length).toBeLessThanOrEqual(width);
      for (const line of drawn.slice(1, -1)) expect(line.endsWith("#")).toBe(true);
    },
  );
});
