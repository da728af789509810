import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { coastingOf, decayMoments, driftHorizon, shrinkage } from "../../src/dynamics/coasting.ts";
import { TINY, TINY_SQUARE } from "../../src/numeric/flush.ts";
import { biasCorrection } from "../../src/optimizers/biasCorrection.ts";
import type { Iterate } from "../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { conventions } from "../helpers/arbitraries.ts";
import { expectWithin, gamma, UNIT } from "../helpers/close.ts";
import { spread } from "../helpers/spread.ts";

const betas = fc.oneof(
  fc.tuple(spread(0, 0.99), fc.double({ min: 0.05, max: 0.9999, noNaN: true })),
  fc.constantFrom<[number, number]>([0, 0], [0.9, 0], [0, 0.9], [0.9, 0.999], [0.9, 0.81], [0.5, 0.25], [0.9, 0.75]),
);
const uncoupled = fc
  .record({
    name: fc.constantFrom("adamw", "adam", "signsgdw", "signsgd"),
    lr: fc.double({ min: 2 ** -12, max: 1, noNaN: true }),
    weightDecay: fc.constantFrom(0, 0.01, 1, 2.5),
    convention: conventions,
    betas,
  })
  .map((optimizer) => ({
    ...optimizer,
    eps: 0,
    weightDecay: optimizer.name.endsWith("w") ? optimizer.weightDecay : 0,
  }));

/** A scalar with moments, `from` steps done, and as many steps as leave its moments above what is flushed to zero. */
const stretches = fc
  .record({
    optimizer: uncoupled,
    c: spread(-4, 4),
    mom: spread(-1, 1),
    sec: fc.double({ min: 2 ** -20, max: 1, noNaN: true }),
    from: fc.oneof(fc.nat(20), fc.nat(100_000)),
    share: spread(0, 1),
  })
  .map(({ share, mom, ...rest }) => {
    const [b1, b2] = rest.optimizer.betas;
    // (b^k) >= 2^-450 and 2^-950; a factor of 0 spends its moment at once, exactly at either level.
    const most = Math.min(600, b1 === 0 ? Infinity : 450 / -Math.log2(b1), b2 === 0 ? Infinity : 950 / -Math.log2(b2));
    // Below TINY a weight counts as zero, at once in one step and never in many where |rho| > 1.
    const c = Math.abs(rest.c) < 1e-100 ? 0 : rest.c;
    return { ...rest, c, mom: Math.sign(mom) * Math.max(Math.abs(mom), 2 ** -20), count: Math.floor(share * most) };
  });

describe("coasting", () => {
  test.prop([stretches], { numRuns: 500 })(
    "many steps at once are as many steps of the optimizer itself with gradient 0",
    ({ optimizer, c, mom, sec, from, count }) => {
      const { update, adaptive } = optimizerNamed(optimizer.name);
      const moments = adaptive ? { mom: Float64Array.of(mom), sec: Float64Array.of(sec) } : null;
      let at: Iterate = { weights: Float64Array.of(c), step: from, moments };
      const rho = shrinkage(optimizer);
      // The size of what is summed up, with the decay that it goes through; and without, for the part beyond the horizon.
      let size = Math.abs(c);
      let whole = 0;
      for (let k = 0; k < count; k++) {
        at = update(optimizer, at, new Float64Array(1), at);
        const { stepSize, rootScale } = biasCorrection(optimizer, at.step);
        const root = Math.sqrt(at.moments?.sec[0] ?? 0) * rootScale;
        const step = root === 0 ? 0 : Math.abs((stepSize * (at.moments as { mom: Float64Array }).mom[0]) / root);
        size = Math.abs(rho) * size + step;
        whole = Math.max(1, Math.abs(rho)) * whole + step;
      }
      const factors = coastingOf(optimizer)(from, from + count);
      const jumped = factors.shrink * c - (adaptive ? (factors.drift * mom) / Math.sqrt(sec) : 0);
      // One step at a time: k roundings in mom, in sec (halved by the root) and 2 in the weight. At once: k roundings of
      // (b1/sqrt(b2))^k with a ratio that is 2 off, k of the decay, 2 of the sum. Beyond the horizon: less than the last bit of the whole.
      // Weights below TINY are flushed to zero.
      const tolerance = gamma(8 * count + 40) * size + UNIT * whole + TINY;
      expectWithin([jumped], at.weights, () => tolerance);
      if (!adaptive) return;
      const kept = { mom: Float64Array.of(mom), sec: Float64Array.of(sec) };
      decayMoments(kept, factors);
      expectWithin(kept.mom, at.moments?.mom ?? [], () => gamma(2 * count + 2) * Math.abs(mom));
      expectWithin(kept.sec, at.moments?.sec ?? [], () => gamma(2 * count + 2) * sec);
    },
  );

  test.prop([uncoupled, fc.nat(1000)])("no step changes nothing", (optimizer, from) => {
    expect(coastingOf(optimizer)(from, from)).toEqual({ shrink: 1, drift: 0, momFactor: 1, secFactor: 1 });
  });

  test.prop([uncoupled, fc.nat(300), fc.nat(300), fc.nat(300)])(
    "does not depend on what was asked before",
    (optimizer, from, count, other) => {
      const asked = coastingOf(optimizer);
      asked(other, 2 * other);
      expect({ ...asked(from, from + count) }).toEqual({ ...coastingOf(optimizer)(from, from + count) });
    },
  );

  test.each([
    [{ name: "sgd", weightDecay: 0.5 }, 0.875],
    [{ name: "adamw", weightDecay: 0.5 }, 0.875],
    [{ name: "signsgdw", weightDecay: 0.5 }, 0.875],
    [{ name: "adam", weightDecay: 0 }, 1],
    [{ name: "signsgd", weightDecay: 0 }, 1],
  ])("a weight without a gradient keeps 1 - eta lambda of itself, where decay is no gradient: %j", (optimizer, rho) => {
    expect(shrinkage({ ...optimizer, lr: 0.25, convention: "pytorch" })).toBe(rho);
  });
});

describe("driftHorizon", () => {
  const horizon = (b1: number, b2: number, rho = 1) =>
    driftHorizon({ name: "adamw", lr: 1, weightDecay: 1 - rho, convention: "paper", betas: [b1, b2] });

  test.prop([fc.double({ min: 0.01, max: 0.999, noNaN: true }), fc.double({ min: 0.01, max: 0.9999, noNaN: true })])(
    "is the least number of steps that bring (b1/sqrt(b2))^K down to 2^-80, or infinite",
    (b1, b2) => {
      const ratio = b1 / Math.sqrt(b2);
      const steps = horizon(b1, b2);
      if (ratio >= 1) expect(steps).toBe(Infinity);
      else {
        // A quotient of two logarithms, a few units in the last place each: by that much the exact 80 may be missed.
        const slack = 80 * gamma(8);
        expect(steps * Math.log2(ratio)).toBeLessThanOrEqual(-80 + slack);
        expect((steps - 1) * Math.log2(ratio)).toBeGreaterThan(-80 - slack);
      }
    },
  );

  test.each([
    [0.3, 0.36, 0.75, 137],
    [0.3, 0.36, -0.75, 137],
    [0.3, 0.36, 0.5, Infinity],
    [0.3, 0.36, 0, Infinity],
    // ratio 1/2 against rho 3/4: (2/3)^136 = 2^-79.6, (2/3)^137 = 2^-80.1; from |rho| = 1/2 on the last steps weigh as much as the first.
  ])("counts against what the weights keep of the first step: %d, %d, rho = %d", (b1, b2, rho, steps) => {
    expect(horizon(b1, b2, rho)).toBe(steps);
  });

  // (1/3)^50 = 2^-79.2, (1/3)^51 = 2^-80.8; without a second moment the ratio is b1 alone.
  test.each([
    [0, 0.999, 0],
    [0, 0, 0],
    [1 / 3, 0, 51],
    [1 / 6, 1 / 4, 51],
    [0.5, 0.25, Infinity],
    [0.9, 0.75, Infinity],
  ])("b1 = %d, b2 = %d: %d steps", (b1, b2, steps) => {
    expect(horizon(b1, b2)).toBe(steps);
  });

  // ratio = 1 - 2^-33: 80 ln 2 2^33 = 4.8e11 steps, which must not be counted one by one.
  test("is found at once where b1^2 is just below b2", () => {
    const steps = horizon(0.5, 0.25 * (1 + 2 ** -32));
    expect(Math.abs(steps / (80 * Math.log(2) * 2 ** 33) - 1)).toBeLessThan(1e-6);
  });

  test("moments below what counts as zero are flushed", () => {
    const moments = { mom: Float64Array.of(2 * TINY, -TINY), sec: Float64Array.of(2 * TINY_SQUARE, TINY_SQUARE) };
    decayMoments(moments, { momFactor: 0.75, secFactor: 0.75 });
    expect([...moments.mom, ...moments.sec]).toEqual([1.5 * TINY, 0, 1.5 * TINY_SQUARE, 0]);
  });
});
