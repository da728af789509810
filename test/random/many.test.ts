import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawOrderedSubset, drawOrders, drawSparse, normalsAcross, normalsAlong } from "../../src/random/many.ts";
import { normal } from "../../src/random/normal.ts";
import { sampleWithoutReplacement } from "../../src/random/sample.ts";
import { shuffledIndices } from "../../src/random/shuffle.ts";
import { openStream, seekWord } from "../../src/random/stream.ts";
import { uniform } from "../../src/random/uniform.ts";

const MOST = Number.MAX_SAFE_INTEGER;
/** Lanes in the order of the streams, but for the first two. */
const inTurn = (count: number) => new Int32Array(count).map((_, r) => (r < 2 && count > 1 ? 1 - r : r));
const seeds = fc.oneof(fc.nat(), fc.integer({ min: 0, max: MOST }));
const indices = seeds;
/** All sizes down to nothing and up to everything, populations up to the largest. */
const subsets = fc
  .oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: MOST }))
  .chain((population) =>
    fc.record({
      population: fc.constant(population),
      size: fc.integer({ min: 0, max: Math.min(population, 300) }),
    }),
  );

describe("numbers drawn in one call are those drawn one by one", () => {
  test.prop([seeds, indices, subsets, fc.boolean(), fc.double({ min: 0, max: 1e3, noNaN: true })])(
    "drawSparse",
    (seed, index, { population, size }, before, scale) => {
      const stream = openStream(seed, "trainExample", index);
      const chance = before ? uniform(stream) : 0;
      const members = sampleWithoutReplacement(stream, population, size);
      const normals = Array.from({ length: size }, () => scale * normal(stream));
      const drawn = drawSparse(seed, "trainExample", index, { before, population, size, scale });
      expect({ ...drawn, members: [...drawn.members], normals: [...drawn.normals] }).toEqual({
        chance,
        members,
        normals,
      });
    },
  );

  test.prop([seeds, indices, subsets])("drawOrderedSubset", (seed, index, { population, size }) => {
    const stream = openStream(seed, "disjointSupports", index);
    const members = sampleWithoutReplacement(stream, population, size);
    const order = shuffledIndices(stream, size);
    const drawn = drawOrderedSubset(seed, "disjointSupports", index, population, size);
    expect([[...drawn.members], [...drawn.order]]).toEqual([members, [...order]]);
  });

  test.prop([seeds, fc.integer({ min: 0, max: MOST - 4 }), fc.nat(4), fc.nat(300)])(
    "drawOrders",
    (seed, first, count, size) => {
      const oneByOne = Array.from({ length: count }, (_, k) => [
        ...shuffledIndices(openStream(seed, "shuffle", first + k), size),
      ]);
      expect([...drawOrders(seed, "shuffle", { first, count, size })]).toEqual(oneByOne.flat());
    },
  );

  // Places side by side share a block; from two rows of most columns on, a table is drawn in pieces.
  const places = (most: number) =>
    fc
      .uniqueArray(fc.oneof(fc.nat(20), fc.integer({ min: 0, max: most })), { maxLength: 30 })
      .map((list) => Float64Array.from(list).sort());
  const columns = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(30_000));

  test.prop([seeds, places(8589934591), columns], { numRuns: 30 })("normalsAcross", (seed, k, count) => {
    const table = { seed, purpose: "initialWeights", places: k, lanes: inTurn(count), scale: 0.3 } as const;
    normalsAcross(table, (first, rows) => {
      for (let at = 0; at < rows.length; at += count > 9 ? 7919 : 1) {
        const stream = openStream(seed, "initialWeights", table.lanes[at % count] as number);
        const place = k[first + Math.floor(at / count)] as number;
        expect(rows[at]).toBe(0.3 * normal(seekWord(stream, 2 * place)));
      }
    });
  });

  test.prop([seeds, places(MOST), columns], { numRuns: 30 })("normalsAlong", (seed, k, count) => {
    const seen: number[] = [];
    normalsAlong({ seed, purpose: "farWeights", places: k, lanes: inTurn(count), scale: 0.3 }, (first, rows) => {
      for (let row = 0; row < rows.length / count; row++) {
        seen.push(first + row);
        const stream = openStream(seed, "farWeights", k[first + row] as number);
        for (const lane of inTurn(Math.min(count, 50))) expect(rows[row * count + lane]).toBe(0.3 * normal(stream));
      }
    });
    expect(seen).toEqual([...k.keys()]);
  });

  // Beyond what one kernel keeps: these get kernels of their own.
  test("large subsets and orders", () => {
    const stream = openStream(5, "disjointSupports", 0);
    const members = sampleWithoutReplacement(stream, 1e12, 200_000);
    const order = shuffledIndices(stream, 200_000);
    const drawn = drawOrderedSubset(5, "disjointSupports", 0, 1e12, 200_000);
    expect(drawn.members).toEqual(Float64Array.from(members));
    expect(drawn.order).toEqual(order);
  });

  // Of a million uniform numbers every region of the quantile takes part: below 0.075 the tails, below e^-25 none, so that one is looked for.
  test("a long stretch of one stream", () => {
    const stream = openStream(1, "testRemainder", 3);
    normalsAlong(
      { seed: 1, purpose: "testRemainder", places: Float64Array.of(3), lanes: inTurn(300_000), scale: 1 },
      (_, row) => {
        const drawn = Float64Array.from({ length: 300_000 }, () => normal(stream));
        expect(row).toEqual(Float64Array.from(inTurn(300_000), (lane) => drawn[lane] as number));
      },
    );
  });
});
