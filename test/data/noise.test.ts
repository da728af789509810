import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { DRAWS } from "../../src/data/noise.ts";
import { openStream } from "../../src/random/stream.ts";
import { uniform } from "../../src/random/uniform.ts";
import { seeds } from "../helpers/arbitraries.ts";

const stream = (seed: number) => openStream(seed, "trainExample", 0);

/**
 * Distribution functions by their textbook formulas, of variance 1: uniform on (-a, a) has a^2/3, so a = sqrt 3; Laplace of rate r has 2/r^2, so
 * r = sqrt 2.
 */
const BELOW = {
  uniform: (z: number) => (z + Math.sqrt(3)) / (2 * Math.sqrt(3)),
  laplace: (z: number) => (z < 0 ? Math.exp(Math.SQRT2 * z) / 2 : 1 - Math.exp(-Math.SQRT2 * z) / 2),
};

describe("a noise entry", () => {
  test.prop([seeds])("is what the inverse of its law gives of one uniform number", (seed) => {
    const u = uniform(stream(seed));
    // Of a few roundings each; Math.exp is right to an ulp or so.
    for (const [name, below] of Object.entries(BELOW) as ["uniform" | "laplace", (z: number) => number][])
      expect(below(DRAWS[name](stream(seed)))).toBeCloseTo(u, 14);
    expect(DRAWS.rademacher(stream(seed))).toBe(u < 0.5 ? -1 : 1);
  });

  test.prop([seeds])("takes as much of the stream whatever its law, so that what follows stays the same", (seed) => {
    const next = Object.values(DRAWS).map((draw) => {
      const own = stream(seed);
      draw(own);
      return uniform(own);
    });
    expect(new Set(next).size).toBe(1);
  });
});
