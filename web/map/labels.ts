import type { Fate } from "../../src/experiments/sweep/fates.ts";

/** Where a region's name stands: shares of the way to the right and up. */
export interface RegionLabel {
  readonly region: Fate;
  readonly x: number;
  readonly y: number;
}

/** Nodes that a square must have along a side, or a name would lie over another region. */
const LEAST = 3;

/**
 * Places for the names of the regions: the middle of the largest square of nodes that each has.
 *
 * @param filled region by node, i height + k
 * @param height nodes of a column
 * @returns a label for every region that has a square of 3 by 3
 * @example
 * labelsOf(Array(9).fill("stuck"), 3) // => [{ region: "stuck", x: 0.5, y: 0.5 }]
 */
export function labelsOf(filled: readonly (Fate | null)[], height: number): RegionLabel[] {
  const width = filled.length / height;
  /** Side of the largest square whose last node this is. */
  const sides = new Array<number>(filled.length).fill(0);
  const best = new Map<Fate, { side: number; node: number }>();
  filled.forEach((region, node) => {
    if (region === null) return;
    const [i, k] = [Math.floor(node / height), node % height];
    const before = i === 0 || k === 0 ? [] : [node - height, node - 1, node - height - 1];
    const whole = before.length > 0 && before.every((other) => filled[other] === region);
    const side = whole ? 1 + Math.min(...before.map((other) => sides[other] as number)) : 1;
    sides[node] = side;
    if (side > (best.get(region)?.side ?? 0)) best.set(region, { side, node });
  });
  return [...best]
    .filter(([, { side }]) => side >= LEAST)
    .map(([region, { side, node }]) => ({
      region,
      x: (Math.floor(node / height) + 1 - side / 2) / width,
      y: ((node % height) + 1 - side / 2) / height,
    }));
}
