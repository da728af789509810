import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { islandsOf, type Regions } from "../../../../src/report/figures/phase/tiles.ts";

const grid: fc.Arbitrary<Regions> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([across, up]) =>
    fc.array(fc.array(fc.constantFrom("a", "b", null), { minLength: up, maxLength: up }), {
      minLength: across,
      maxLength: across,
    }),
  );

const nodesOf = (regions: Regions, name: string) =>
  regions.flatMap((column, i) => column.flatMap((region, k) => (region === name ? [[i, k] as const] : [])));
const neighbours = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) =>
  Math.abs(a - c) + Math.abs(b - d) === 1;

describe("islandsOf", () => {
  test.prop([grid])("has every node of the region once", (regions) => {
    const found = islandsOf(regions, "a").flatMap((island) => nodesOf(island, "a"));
    expect(found.map(String).toSorted()).toEqual(nodesOf(regions, "a").map(String).toSorted());
  });

  test.prop([grid])("parts nodes that no way leads between, and no others", (regions) => {
    const islands = islandsOf(regions, "a").map((island) => nodesOf(island, "a"));
    for (const [k, island] of islands.entries()) {
      for (const other of islands.slice(k + 1)) {
        expect(island.some((node) => other.some((one) => neighbours(node, one)))).toBe(false);
      }
      // From the first node every other is reached, step by step.
      const reached = new Set([island[0]]);
      for (const node of reached)
        for (const one of island) if (neighbours(node as readonly [number, number], one)) reached.add(one);
      expect(reached.size).toBe(island.length);
    }
  });
});
