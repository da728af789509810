import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { philox4x32 } from "../../src/random/philox.ts";

const draw = (counter: readonly number[], key: readonly number[]) => [
  ...philox4x32(Uint32Array.from(counter), Uint32Array.from(key), new Uint32Array(4)),
];

/** The generator once more, from the paper's definition, in exact 64-bit integers. */
function definition(counter: readonly number[], key: readonly number[]): number[] {
  const word = (x: bigint) => x & 0xffffffffn;
  let [a, b, c, d] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const first = 0xd2511f53n * a;
    const second = 0xcd9e8d57n * c;
    [a, b, c, d] = [(second >> 32n) ^ b ^ k0, word(second), (first >> 32n) ^ d ^ k1, word(first)];
    [k0, k1] = [word(k0 + 0x9e3779b9n), word(k1 + 0xbb67ae85n)];
  }
  return [a, b, c, d].map(Number);
}

const word = fc.integer({ min: 0, max: 0xffffffff });

describe("philox4x32", () => {
  // kat_vectors of the Random123 distribution, lines "philox4x32 10".
  test.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])("gives the published words for counter %j", (counter, key, expected) => {
    expect(draw(counter, key)).toEqual(expected);
  });

  test.prop([fc.tuple(word, word, word, word), fc.tuple(word, word)])(
    "agrees with its definition in 64-bit integers",
    (counter, key) => {
      expect(draw(counter, key)).toEqual(definition(counter, key));
    },
  );

  test.prop([fc.tuple(word, word, word, word), fc.tuple(word, word)])(
    "may write over its counter, and otherwise leaves its inputs alone",
    (counter, key) => {
      const [own, keyWords] = [Uint32Array.from(counter), Uint32Array.from(key)];
      const fresh = philox4x32(own, keyWords, new Uint32Array(4));
      expect([[...own], [...keyWords]]).toEqual([counter, key]);
      expect(philox4x32(own, keyWords, own)).toEqual(fresh);
    },
  );
});
