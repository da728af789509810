import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ACTIVATIONS } from "../../../src/setting/model.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { activationOf } from "../../../src/sim/activations/registry.ts";

const of = (activation: (typeof ACTIVATIONS)[number], q: number, more: object = {}) =>
  activationOf(networkOf("cnn", { m: 1, q, activation, ...more }));
const points = fc.double({ min: -4, max: 4, noNaN: true });
const powers = fc.constantFrom(1, 1.5, 2, 2.5, 3, 4);

describe("an activation beyond the papers'", () => {
  test.prop([points, powers, fc.constantFrom(...ACTIVATIONS)])("has the slope of its secants", (z, q, name) => {
    // sigma' is monotone on either side of 0 and of the knee: the slope of a secant lies between those at its ends, to the rounding of a
    // difference of values of at most 4^4, over its length 2^-10.
    const { value, derivative } = of(name, q);
    const [low, high] = [0, 1].map((by) => (Math.floor(z * 1024) + by) / 1024) as [number, number];
    const secant = (value(high) - value(low)) * 1024;
    const [one, other] = [derivative(low), derivative(high)];
    const slack = 1024 * 2 ** -40;
    // At z = 0 a slope may jump; a secant that begins there has the slope beyond.
    if (low >= 0 || high <= 0) {
      const inner = derivative((low + high) / 2);
      expect(secant).toBeGreaterThanOrEqual(Math.min(one, other, inner) - slack);
      expect(secant).toBeLessThanOrEqual(Math.max(one, other, inner) + slack);
    }
  });

  test.prop([points, powers])("is odd, if it is the odd power, with an even slope", (z, q) => {
    const { value, derivative } = of("oddPower", q);
    // Except for the sign of a zero.
    expect(value(-z) + 0).toBe(0 - value(z));
    expect(derivative(-z)).toBe(derivative(z));
  });

  test("has the values that its formula gives by hand", () => {
    // z^2.5 at 4: 32, slope 2.5 * 8. Knee 2, q = 2: z^2/(2 * 2) up to 2, so 0.25 at 1, slope 0.5; beyond z - (1 - 1/2) 2, so 4 at 5.
    expect(of("power", 2.5).value(4)).toBeCloseTo(32, 12);
    expect(of("power", 2.5).derivative(4)).toBeCloseTo(20, 12);
    const smoothed = of("smoothedRelu", 2, { knee: 2 });
    expect([1, 2, 5, -1].map(smoothed.value)).toEqual([0.25, 1, 4, 0]);
    expect([1, 2, 5, -1].map(smoothed.derivative)).toEqual([0.5, 1, 1, 0]);
    const leaky = of("leakyRelu", 3, { leak: 0.25 });
    expect([2, -2].map(leaky.value)).toEqual([2, -0.5]);
    expect([2, -2, 0].map(leaky.derivative)).toEqual([1, 0.25, 0.25]);
    // ReLU is the power 1; its slope at 0 is 0.
    expect([2, -2, 0].map(of("power", 1).derivative)).toEqual([1, 0, 0]);
  });

  test.each(ACTIVATIONS)("%s passes what is not finite through, so that a diverged run is seen", (name) => {
    for (const q of [2.5, 3]) {
      expect(of(name, q).value(Number.NaN)).toBeNaN();
      expect(of(name, q).value(Infinity)).toBe(Infinity);
    }
  });
});
