import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { philox4x32 } from "../../src/random/philox.ts";
import { nextWord, openStream, PURPOSES, type Purpose, seekWord } from "../../src/random/stream.ts";

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
      farWeights: 6,
      testRemainder: 7,
    });
  });
});

describe("seekWord", () => {
  test.prop([name, fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 12 })])(
    "gives at any position, forwards or back, the words that come there one after the other",
    (of, visits) => {
      const inOrder = words(...of, 70);
      const stream = openStream(...of);
      for (const [position, count] of visits) {
        seekWord(stream, position);
        const found = Array.from({ length: count }, () => nextWord(stream));
        expect(found).toEqual(inOrder.slice(position, position + count));
      }
    },
  );

  test.prop([name, fc.integer({ min: 0, max: 2 ** 34 - 1 })])(
    "reaches every word below 2^34: word mod 4 of block word div 4",
    (of, word) => {
      const [seed, what, index] = of;
      const halves = (x: number) => [x % 2 ** 32, Math.floor(x / 2 ** 32)] as const;
      const block = philox4x32(
        Uint32Array.of(Math.floor(word / 4), PURPOSES[what], ...halves(index)),
        Uint32Array.of(...halves(seed)),
        new Uint32Array(4),
      );
      expect(nextWord(seekWord(openStream(seed, what, index), word))).toBe(block[word % 4]);
    },
  );
});
