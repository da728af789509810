import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { signed, unsigned } from "../../../../src/sim/engines/formula/binary.ts";

/** Bytes read back by the definition: seven bits each, the lowest first. */
const value = (bytes: readonly number[]) => bytes.reduce((sum, byte, k) => sum + (byte % 128) * 128 ** k, 0);

describe("integers of WebAssembly", () => {
  test.prop([fc.nat(0xffffffff)])("are read back: unsigned", (x) => {
    const bytes = unsigned(x);
    expect(value(bytes)).toBe(x);
    expect(bytes.map((byte) => byte >= 128)).toEqual(bytes.map((_, k) => k + 1 < bytes.length));
  });

  test.prop([fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })])("are read back: signed", (x) => {
    const bytes = signed(x);
    const negative = ((bytes.at(-1) as number) & 64) !== 0;
    expect(value(bytes) - (negative ? 128 ** bytes.length : 0)).toBe(x);
    expect(bytes.map((byte) => byte >= 128)).toEqual(bytes.map((_, k) => k + 1 < bytes.length));
  });
});
