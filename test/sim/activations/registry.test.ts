import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { activationOf } from "../../../src/sim/activations/registry.ts";

const cnn = (q: number) => activationOf({ name: "cnn", neurons: 1, q });
const linear = activationOf({ name: "linear", neurons: 1, q: 1 });
const powers = fc.integer({ min: 3, max: 7 });

describe("the CNN's activation", () => {
  test.prop([powers, fc.integer({ min: 1, max: 100 })])(
    "is z^q with derivative q z^(q-1) above 0, exact for small integers",
    (q, z) => {
      // 7 * 100^6 = 7e12 and 100^7 = 1e14 are below 2^53.
      expect(BigInt(cnn(q).value(z))).toBe(BigInt(z) ** BigInt(q));
      expect(BigInt(cnn(q).derivative(z))).toBe(BigInt(q) * BigInt(z) ** BigInt(q - 1));
    },
  );

  test.prop([powers, fc.double({ max: 0, noNaN: true })])("is 0 with derivative 0 up to 0", (q, z) => {
    expect(cnn(q).value(z)).toBe(0);
    expect(cnn(q).derivative(z)).toBe(0);
  });
});

describe("the linear activation", () => {
  test.prop([fc.double({ noNaN: true })])("is z with derivative 1", (z) => {
    expect(linear.value(z)).toBe(z);
    expect(linear.derivative(z)).toBe(1);
  });
});

test("both pass NaN through, so that a diverged run is seen", () => {
  expect([cnn(3).value(NaN), cnn(3).derivative(NaN), linear.value(NaN)]).toEqual([NaN, NaN, NaN]);
});
