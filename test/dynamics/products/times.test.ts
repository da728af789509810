import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { gramTimes } from "../../../src/dynamics/products/plain.ts";
import { timesOf } from "../../../src/dynamics/products/times.ts";
import { expectWithin, UNIT } from "../../helpers/close.ts";

/** A symmetric matrix and rows of lanes, a third of both 0; sizes on both sides of where there is a kernel, and of its block of rows. */
const products = fc
  .record({
    size: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constantFrom(64, 255, 256, 257, 300)),
    width: fc.integer({ min: 1, max: 11 }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  })
  .map(({ size, width, seed }) => {
    let state = seed;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % 3 === 0 ? 0 : (state >>> 8) / 2 ** 23 - 1;
    };
    const gram = new Float64Array(size * size);
    for (let k = 0; k < size; k++) for (let l = 0; l <= k; l++) gram[k * size + l] = gram[l * size + k] = next();
    const g = new Float64Array(size * width);
    for (let l = 0; l < size; l++) if (next() !== 0) for (let r = 0; r < width; r++) g[l * width + r] = next();
    return { size, width, gram, g };
  });

const bytes = (numbers: Float64Array) => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

describe("products with a Gram matrix", () => {
  test.prop([products], { numRuns: 25 })("have the same bytes in both engines", ({ size, width, gram, g }) => {
    const [one, other] = ["reference", "wasm"].map((engine) => {
      const out = new Float64Array(g.length).fill(7);
      const times = timesOf(gram, size, width, engine);
      // Twice: what the first left behind must not show.
      times(
        g.map((x) => -x),
        out,
      );
      times(g, out);
      return bytes(out);
    });
    expect(other?.equals(one as Buffer)).toBe(true);
  });

  // `size` products and sums of numbers up to 1: at most size u times the sum of their sizes, which is at most size.
  test.prop([products], { numRuns: 8 })("are sums over all rows", ({ size, width, gram, g }) => {
    const out = new Float64Array(g.length);
    gramTimes(gram, g, size, out);
    const expected = out.map((_, at) => {
      let sum = 0;
      for (let l = size - 1; l >= 0; l--)
        sum += (gram[Math.floor(at / width) * size + l] as number) * (g[l * width + (at % width)] as number);
      return sum;
    });
    expectWithin(out, expected, () => 2 * size * size * UNIT);
  });

  test("leave out products with 0 where a number is not finite, in both engines", () => {
    const [size, width] = [70, 2];
    const gram = new Float64Array(size * size);
    for (let k = 0; k < size; k++) gram[k * size + k] = 1;
    const g = new Float64Array(size * width);
    g[6] = Number.POSITIVE_INFINITY;
    for (const engine of ["reference", "wasm"]) {
      const out = new Float64Array(g.length);
      timesOf(gram, size, width, engine)(g, out);
      expect([out[6], out[7], out[8], out[0]]).toEqual([Number.POSITIVE_INFINITY, 0, 0, 0]);
    }
  });
});
