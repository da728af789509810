import type { Diagram } from "../../src/experiments/phase/diagram.ts";

/** A diagram of 3 x 2 nodes, of which five were run; more decay ends it at y = 1, and at y = 10 it is nowhere. */
export const FIGURE: Diagram = {
  x: { name: "weightDecay", values: [0.001, 0.01, 0.1] },
  y: { name: "batchSize", values: [1, 10] },
  event: { name: "fits", about: "training error < 1%" },
  seeds: [1, 2],
  grid: { nodes: 6, run: 5, coarse: 2, complete: true },
  nodes: [
    { x: 0.001, y: 1, runs: 2, failed: 0, count: 2, share: 1, low: 0.1, high: 1 },
    { x: 0.001, y: 10, runs: 2, failed: 0, count: 0, share: 0, low: 0, high: 0.9 },
    { x: 0.01, y: 1, runs: 1, failed: 1, count: 1, share: 1, low: 0.025, high: 1 },
    { x: 0.1, y: 1, runs: 2, failed: 0, count: 0, share: 0, low: 0, high: 0.9 },
    { x: 0.1, y: 10, runs: 0, failed: 2, count: 0, share: null, low: null, high: null },
  ],
  boundary: [
    { along: "x", at: 1, from: 0.01, to: 0.1, rises: false },
    { along: "y", at: 0.001, from: 1, to: 10, rises: false },
    { along: "y", at: 0.01, from: 1, to: 10, rises: false },
  ],
  filled: [
    [true, false],
    [true, false],
    [false, null],
  ],
  thresholds: [
    {
      threshold: "window from",
      about: "",
      reading: "order",
      formula: "min(B^2/n, 1)",
      points: [
        { at: 1, weightDecay: { low: 0.01, median: 0.01, high: 0.01 } },
        { at: 10, weightDecay: { low: 1, median: 1, high: 1 } },
      ],
    },
    {
      threshold: "noise",
      about: "",
      reading: "explicit",
      points: [{ at: 10, weightDecay: { low: 0.002, median: 0.01, high: null } }],
    },
  ],
  published: [{ x: 0.01, y: 10, sources: ["[T25] Table 1"], differs: ["lr"] }],
};
