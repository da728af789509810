import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type Answer, type Grid, picture, refine } from "../../../src/experiments/phase/refine.ts";
import { spread } from "../../helpers/spread.ts";

const gridsUpTo = (max: number): fc.Arbitrary<Grid> =>
  fc.record({
    width: fc.integer({ min: 1, max }),
    height: fc.integer({ min: 1, max }),
    coarse: fc.integer({ min: 1, max: 12 }),
  });
const grids = gridsUpTo(34);

/** Looks at what is asked for until nothing is. */
function complete(grid: Grid, truth: (i: number, k: number) => Answer) {
  const known = new Map<number, Answer>();
  const answerAt = (node: number) => known.get(node);
  for (let rounds = 0; ; rounds++) {
    const refined = refine(grid, answerAt);
    const missing = refined.nodes.filter((node) => !known.has(node));
    if (missing.length === 0) return { refined, rounds, answerAt, filled: picture(grid, refined, answerAt) };
    for (const node of missing) known.set(node, truth(Math.floor(node / grid.height), node % grid.height));
  }
}

const fullGrid = ({ width, height }: Grid, truth: (i: number, k: number) => Answer) =>
  Array.from({ length: width * height }, (_, node) => truth(Math.floor(node / height), node % height));

/** Any set of nodes, as bits. */
const anySets = gridsUpTo(13).chain((grid) =>
  fc
    .array(fc.boolean(), { minLength: grid.width * grid.height, maxLength: grid.width * grid.height })
    .map((bits) => ({ grid, truth: (i: number, k: number) => bits[i * grid.height + k] as boolean })),
);

/** A half plane a i + b k <= c, a disc, or below a staircase: the shapes that borders have. */
const halfPlanes = fc
  .record({
    grid: grids,
    a: spread(-1, 1),
    b: spread(-1, 1),
    share: spread(0, 1),
  })
  .map(({ grid, a, b, share }) => {
    const [ends, tops] = [
      [0, a * grid.width],
      [0, b * grid.height],
    ];
    const least = Math.min(...ends) + Math.min(...tops);
    const most = Math.max(...ends) + Math.max(...tops);
    const c = least + share * (most - least);
    return { grid, truth: (i: number, k: number) => a * i + b * k <= c };
  });

const staircases = fc
  .record({
    grid: grids,
    steps: fc.array(fc.integer({ min: -1, max: 35 }), { minLength: 34, maxLength: 34 }),
    up: fc.boolean(),
  })
  .map(({ grid, steps, up }) => {
    const sorted = steps.sort((x, y) => (up ? x - y : y - x));
    return { grid, truth: (i: number, k: number) => k <= (sorted[i] as number) };
  });

describe("refine", () => {
  test.prop([fc.oneof(staircases, halfPlanes)])(
    "gives the full grid for a set that is monotone along both axes",
    ({ grid, truth }) => {
      expect(complete(grid, truth).filled).toEqual(fullGrid(grid, truth));
    },
  );

  test.prop([anySets])(
    "has looked at both of every two neighbours that differ, and fills the rest from its cell",
    ({ grid, truth }) => {
      const { refined, filled } = complete(grid, truth);
      const seen = new Set(refined.nodes);
      const { width, height } = grid;
      for (let node = 0; node < width * height; node++) {
        if (seen.has(node)) expect(filled[node]).toBe(truth(Math.floor(node / height), node % height));
        for (const next of [node % height < height - 1 ? node + 1 : node, node + height]) {
          if (next < width * height && filled[node] !== filled[next])
            expect([seen.has(node), seen.has(next)]).toEqual([true, true]);
        }
      }
    },
  );

  test.prop([anySets, fc.array(fc.nat(), { maxLength: 40 })])(
    "ends with the same nodes in whatever order answers come, and whatever else is known",
    ({ grid, truth }, order) => {
      const known = new Map<number, Answer>();
      const at = (node: number) => truth(Math.floor(node / grid.height), node % grid.height);
      for (const node of order) known.set(node % (grid.width * grid.height), at(node % (grid.width * grid.height)));
      let refined = refine(grid, (node) => known.get(node));
      for (let turn = 0; refined.nodes.some((node) => !known.has(node)); turn++) {
        const missing = refined.nodes.filter((node) => !known.has(node));
        const before = refined.nodes;
        // One at a time at first, then several, as when a call was interrupted.
        const share = turn < order.length ? [missing[(order[turn] as number) % missing.length] as number] : missing;
        for (const node of share) known.set(node, at(node));
        refined = refine(grid, (node) => known.get(node));
        expect(refined.nodes).toEqual(expect.arrayContaining([...before]));
      }
      const { nodes, cells } = complete(grid, truth).refined;
      expect(refined).toEqual({ nodes, cells });
    },
  );

  test.prop([anySets])("covers the grid with cells, each step of it once", ({ grid, truth }) => {
    const { cells } = complete(grid, truth).refined;
    const steps = cells.reduce((sum, { left, right, low, high }) => sum + (right - left) * (high - low), 0);
    expect(steps).toBe((grid.width - 1) * (grid.height - 1));
    for (const { left, right, low, high } of cells)
      expect(Math.max(right - left, high - low)).toBeLessThanOrEqual(grid.coarse);
  });

  test.prop([anySets])("looks at every node of a grid that may have no coarse cell", ({ grid, truth }) => {
    const { filled, refined } = complete({ ...grid, coarse: 1 }, truth);
    expect(refined.nodes).toHaveLength(grid.width * grid.height);
    expect(filled).toEqual(fullGrid(grid, truth));
  });

  it("takes a share of the nodes that falls with the size of the grid: a straight line through 65 x 65", () => {
    // A line meets at most 2 N cells of each side 2^-j N; each brings at most 5 nodes, so at most 10 (1 + 2 + ... + N) < 20 N beside the coarse grid's 81.
    const grid = { width: 65, height: 65, coarse: 8 };
    const { refined, rounds } = complete(grid, (i, k) => 3 * i + 2 * k <= 150);
    expect(refined.nodes.length).toBeLessThan(81 + 20 * 64);
    // The coarse grid, then halves: 8, 4, 2, 1.
    expect(rounds).toBeLessThanOrEqual(5);
  });

  it("follows a border into a cell whose corners agree, from a neighbour that it comes through", () => {
    // Cells of 4 x 2; the gulf k = 1 comes into the right one at (4, 1), between its corners (4, 0) and (4, 2), which both say no.
    const grid = { width: 9, height: 5, coarse: 4 };
    const truth = (i: number, k: number) => k === 1 && i <= 6;
    const { filled } = complete(grid, truth);
    // Alone it passes between all nodes that are looked at.
    expect(filled.every((answer) => answer === false)).toBe(true);
    const withCorner = (i: number, k: number) => truth(i, k) || (i === 0 && k === 0);
    expect(complete(grid, withCorner).filled).toEqual(fullGrid(grid, withCorner));
  });

  test.prop([halfPlanes, fc.array(fc.nat(), { maxLength: 10 })])(
    "comes to an end where nodes have no answer, and shows them",
    ({ grid, truth }, lost) => {
      const size = grid.width * grid.height;
      const silent = new Set(lost.map((node) => node % size));
      const { refined, filled } = complete(grid, (i, k) => (silent.has(i * grid.height + k) ? null : truth(i, k)));
      for (const node of refined.nodes) if (silent.has(node)) expect(filled[node]).toBe(null);
    },
  );
});
