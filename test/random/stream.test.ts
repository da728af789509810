import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { philox4x32 } from "../../src/random/philox.ts";
import { nextWord, openStream, PURPOSES, type Purpose } from "../../src/random/stream.ts";

const words = (seed: number, purpose: Purpose, index: number, count: number) => {
  const stream = openStream(seed, purpose, index);
  return Array.from({ length: count }, () => nextWord(stream));
};

const safe = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const purpose = fc.constantFrom(...(Object.keys(PURPOSES) as Purpose[]));
const name = fc.tuple(safe, purpose, safe);

describe("a stream", () => {
  test.prop([name, fc.integer({ min: 1, max: 20 })])(
    "is the Philox words of its documented counter and key",
    (of, count) => {
      const [seed, what, index] = of;
      const split = (x: number) => [Number(BigInt(x) & 0xffffffffn), Number(BigInt(x) >> 32n)] as const;
      const [low, high] = split(index);
      const expected = Array.from({ length: Math.ceil(count / 4) }, (_, block) => [
        ...philox4x32(
          Uint32Array.of(block, PURPOSES[what], low, high),
          Uint32Array.of(...split(seed)),
          new Uint32Array(4),
        ),
      ]).flat();
      expect(words(...of, count)).toEqual(expected.slice(0, count));
    },
  );

  test.prop([name, name])("differs from every stream of another name", (one, other) => {
    // 8 words agree by accident with probability 2^-256.
    fc.pre(one.some((part, k) => part !== other[k]));
    expect(words(...one, 8)).not.toEqual(words(...other, 8));
  });

  test.prop([name, fc.nat(2)])("differs when one part of its name moves by one or by 2^32", (of, part) => {
    const [seed, what, index] = of;
    const moved = (by: number): [number, Purpose, number] =>
      part === 0 ? [(seed + by) % 2 ** 53, what, index] : [seed, what, (index + by) % 2 ** 53];
    expect(words(...moved(1), 8)).not.toEqual(words(...of, 8));
    expect(words(...moved(2 ** 32), 8)).not.toEqual(words(...of, 8));
  });

  test.prop([name, name, fc.array(fc.boolean(), { minLength: 1, maxLength: 40 })])(
    "does not notice what is drawn from another in between",
    (one, other, turns) => {
      const [a, b] = [openStream(...one), openStream(...other)];
      const drawn = turns.flatMap((first) => (first ? [nextWord(a)] : (nextWord(b), [])));
      expect(drawn).toEqual(words(...one, drawn.length));
    },
  );

  test("has a purpose number that no other purpose has", () => {
    expect(new Set(Object.values(PURPOSES)).size).toBe(Object.keys(PURPOSES).length);
  });

  test("keeps the numbers of its purposes, which are part of every result ever computed", () => {
    expect(PURPOSES).toMatchObject({
      trainExample: 1,
      testExample: 2,
      initialWeights: 3,
      shuffle: 4,
      disjointSupports: 5,
    });
  });
});
