import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fate } from "../../../src/experiments/sweep/fates.ts";
import { atlas, type Place } from "../../../web/map/atlas.ts";

const place = (region: Fate | null): Place => ({ region, testError: region === "learns" ? 0 : 0.5 });

/** Trains what is missing until nothing is. */
function complete(width: number, height: number, truth: (i: number, k: number) => Fate | null) {
  const grid = { width, height, coarse: 8 };
  const known = new Map<number, Place>();
  for (;;) {
    const { missing, filled } = atlas(grid, (node) => known.get(node));
    if (missing.length === 0) return { filled, trained: known.size };
    for (const node of missing) {
      expect(known.has(node)).toBe(false);
      known.set(node, place(truth(Math.floor(node / height), node % height)));
    }
  }
}

describe("the atlas", () => {
  it("finds three regions with straight borders, node by node, and trains less than the grid", () => {
    fc.assert(
      fc.property(fc.nat({ max: 13 }), fc.nat({ max: 33 }), (left, top) => {
        const truth = (i: number, k: number): Fate => (k >= top ? "stuck" : i < left ? "learns" : "memorizes");
        const { filled, trained } = complete(13, 33, truth);
        expect(filled).toEqual(Array.from({ length: 13 * 33 }, (_, node) => truth(Math.floor(node / 33), node % 33)));
        expect(trained).toBeLessThan(13 * 33);
      }),
    );
  });

  it("begins with the corners, and knows nothing before", () => {
    const { missing, filled } = atlas({ width: 9, height: 17, coarse: 8 }, () => undefined);
    // Columns 0, 4, 8 and rows 0, 8, 16: the side of 16 is quartered, once. The coarsest first.
    expect(missing).toEqual([0, 16, 8, 8 * 17, 8 * 17 + 8, 8 * 17 + 16, 4 * 17, 4 * 17 + 8, 4 * 17 + 16]);
    expect(filled.every((region) => region === null)).toBe(true);
  });

  it("goes on past nodes that cannot be trained", () => {
    const { filled } = complete(5, 9, (i) => (i === 0 ? null : "learns"));
    expect(filled.slice(9).every((region) => region === "learns")).toBe(true);
  });
});
