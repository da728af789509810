import type { Diagram } from "../../../experiments/phase/diagram.ts";
import type { PhaseAxis } from "../../../experiments/phase/plane.ts";
import { mean } from "../../../statistics/mean.ts";

/** Middles between neighbours, on the logarithmic scale, and the outermost values themselves. */
export function bordersOf({ values }: PhaseAxis): number[] {
  const between = values.slice(1).map((value, k) => Math.sqrt(value) * Math.sqrt(values[k] as number));
  return [values[0] as number, ...between, values.at(-1) as number];
}

/** A rectangle of the full grid, neighbours of one region as one. */
export interface Tile {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly region: string;
}

/** A line between two corners of the grid. */
export type Edge = Omit<Tile, "region">;

type Plane = Pick<Diagram, "x" | "y">;
/** [x][y]: the name of a node's region; null where it is not known. */
export type Regions = readonly (readonly (string | null)[])[];

/** The grid as rectangles, column by column. */
export function tilesOf(regions: Regions, { x, y }: Plane): Tile[] {
  const [across, up] = [bordersOf(x), bordersOf(y)];
  return regions.flatMap((column, i) => {
    const tiles: Tile[] = [];
    for (let k = 0; k < column.length; ) {
      let last = k;
      while (last + 1 < column.length && column[last + 1] === column[k]) last++;
      const region = column[k] as string | null;
      const sides = {
        ...{ x1: across[i] as number, x2: across[i + 1] as number },
        ...{ y1: up[k] as number, y2: up[last + 1] as number },
      };
      if (region !== null) tiles.push({ ...sides, region });
      k = last + 1;
    }
    return tiles;
  });
}

/** The steps at which two known neighbours differ, each through the middle between them. */
export function edgesOf(regions: Regions, { x, y }: Plane, differ: (a: string, b: string) => boolean): Edge[] {
  const [across, up] = [bordersOf(x), bordersOf(y)];
  const apart = (a: string | null | undefined, b: string | null | undefined) =>
    a != null && b != null && a !== b && differ(a, b);
  return regions.flatMap((column, i) =>
    column.flatMap((region, k) => {
      const [left, right] = [across[i] as number, across[i + 1] as number];
      const [low, high] = [up[k] as number, up[k + 1] as number];
      return [
        ...(apart(region, regions[i + 1]?.[k]) ? [{ x1: right, x2: right, y1: low, y2: high }] : []),
        ...(apart(region, column[k + 1]) ? [{ x1: left, x2: right, y1: high, y2: high }] : []),
      ];
    }),
  );
}

/**
 * Where the name of a region stands: the node of it that is farthest from all others, in steps; of several the one nearest to the region's middle.
 *
 * @param regions of the grid
 * @param name of the region
 * @returns indices of the node; undefined where there is none
 * Source: the two sweeps of A. Rosenfeld and J. Pfaltz, Sequential operations in digital picture processing, J. ACM 13 (1966).
 */
export function poleOf(regions: Regions, name: string): { i: number; k: number } | undefined {
  const far = regions.map((column) => column.map((region) => (region === name ? Infinity : 0)));
  const at = (i: number, k: number) => far[i]?.[k] ?? 0;
  const nodes = far.flatMap((column, i) => column.map((_, k) => ({ i, k })));
  const sweep = (order: typeof nodes, step: 1 | -1) => {
    for (const { i, k } of order) {
      if (at(i, k) > 0) (far[i] as number[])[k] = Math.min(at(i, k), 1 + Math.min(at(i - step, k), at(i, k - step)));
    }
  };
  sweep(nodes, 1);
  sweep(nodes.toReversed(), -1);
  const most = Math.max(...nodes.map(({ i, k }) => at(i, k)));
  const best = nodes.filter(({ i, k }) => at(i, k) === most);
  const own = nodes.filter(({ i, k }) => at(i, k) > 0);
  const [i, k] = [mean(own.map((node) => node.i)), mean(own.map((node) => node.k))];
  const away = (node: (typeof nodes)[number]) => Math.abs(node.i - i) + Math.abs(node.k - k);
  return most > 0 ? best.reduce((near, node) => (away(node) < away(near) ? node : near)) : undefined;
}

/**
 * The connected parts of a region, each as a grid of its own in which nothing else is known.
 *
 * @param regions of the grid
 * @param name of the region
 * @returns the parts, each node in one
 */
export function islandsOf(regions: Regions, name: string): Regions[] {
  const left = new Set<string>();
  regions.forEach((column, i) => {
    column.forEach((region, k) => region === name && left.add(`${i} ${k}`));
  });
  const islands: Regions[] = [];
  for (const first of left) {
    const island = new Set<string>();
    const open = [first];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!left.delete(node)) continue;
      island.add(node);
      const [i, k] = node.split(" ").map(Number) as [number, number];
      open.push(`${i - 1} ${k}`, `${i + 1} ${k}`, `${i} ${k - 1}`, `${i} ${k + 1}`);
    }
    islands.push(regions.map((column, i) => column.map((_, k) => (island.has(`${i} ${k}`) ? name : null))));
  }
  return islands;
}
