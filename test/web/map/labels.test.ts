import { describe, expect, it } from "vitest";
import type { Fate } from "../../../src/experiments/sweep/fates.ts";
import { labelsOf } from "../../../web/map/labels.ts";

describe("names of regions", () => {
  it("stand in the middle of their largest square", () => {
    // Two halves of a grid of 8 by 4: squares of 4 on the left and on the right.
    const filled = Array.from({ length: 32 }, (_, node): Fate => (node < 16 ? "learns" : "memorizes"));
    expect(labelsOf(filled, 4)).toEqual([
      { region: "learns", x: 0.25, y: 0.5 },
      { region: "memorizes", x: 0.75, y: 0.5 },
    ]);
  });

  it("are left out where there is no room, or nothing is known", () => {
    expect(labelsOf(["learns", "learns", "stuck", "stuck"], 2)).toEqual([]);
    expect(labelsOf(new Array(30).fill(null), 5)).toEqual([]);
  });
});
