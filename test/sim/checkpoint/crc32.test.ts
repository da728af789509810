import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { crc32 } from "../../../src/sim/checkpoint/crc32.ts";

describe("crc32", () => {
  test.each([
    // The check value of the catalogue of CRCs; nothing; PNG's end chunk, whose type IEND has the checksum AE 42 60 82 in every PNG.
    ["123456789", 0xcbf43926],
    ["", 0],
    ["IEND", 0xae426082],
  ])("of %j", (text, checksum) => {
    expect(crc32(new TextEncoder().encode(text))).toBe(checksum);
  });

  test.prop([fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), fc.integer({ min: 1, max: 255 })])(
    "notices any byte that is altered",
    (bytes, place, change) => {
      const altered = bytes.slice();
      const at = place % bytes.length;
      altered[at] = (altered[at] as number) ^ change;
      expect(crc32(altered)).not.toBe(crc32(bytes));
    },
  );
});
