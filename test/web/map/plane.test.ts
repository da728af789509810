import { describe, expect, it } from "vitest";
import { nodeOf, planeFor, pointOf } from "../../../web/map/plane.ts";

describe("the plane of a map", () => {
  it.each([1, 2, 6, 37, 40, 200, 5040])("rises from 1 to n = %d", (n) => {
    const { batchSizes } = planeFor(n);
    expect([batchSizes[0], batchSizes.at(-1)]).toEqual([1, n]);
    expect(batchSizes).toEqual([...new Set(batchSizes)].sort((a, b) => a - b));
  });

  it("has batch sizes that divide n, where there are enough of them", () => {
    expect(planeFor(200).batchSizes).toEqual([1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 200]);
    expect(planeFor(5040).batchSizes.every((b) => 5040 % b === 0)).toBe(true);
    expect(planeFor(5040).batchSizes.length).toBeGreaterThan(10);
    expect(planeFor(37).batchSizes.length).toBeGreaterThan(6);
  });

  it("has a run in the middle of its node", () => {
    const plane = planeFor(40);
    const { x, y } = pointOf(plane, 40, 10);
    expect(x).toBeCloseTo(1 - 0.5 / plane.batchSizes.length, 12);
    expect(y).toBeCloseTo(1 - 0.5 / plane.weightDecays.length, 12);
    expect(nodeOf(plane, { batchSize: 40, weightDecay: 10 })).toEqual([plane.batchSizes.length - 1, 32]);
  });

  it("keeps no decay at its lower edge", () => {
    expect(nodeOf(planeFor(40), { batchSize: 1, weightDecay: 0 })).toEqual([0, 0]);
  });
});
