import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type Outcome, type SwitchOptions, switchPoint } from "../../../../src/bounds/thresholds/search/switchPoint.ts";
import { InputError } from "../../../../src/setting/inputError.ts";
import { finish } from "../../../../src/sim/follow.ts";
import { spread } from "../../../helpers/spread.ts";

/** An outcome that takes two legs. */
const outcomeOf = (holds: (value: number) => boolean): Outcome =>
  function* (value) {
    yield 0.5;
    yield 1;
    return holds(value);
  };
const find = (holds: (value: number) => boolean, options: SwitchOptions) =>
  finish(switchPoint(outcomeOf(holds), options));

/** A switch at most 2^9 from the guess, which 9 steps of at least 2 reach. */
const searches = fc.record({
  at: spread(-9, 9).map((exponent) => 2 ** exponent),
  scale: fc.integer({ min: -300, max: 300 }).map((exponent) => 2 ** exponent),
  tolerance: fc.double({ min: 1e-9, max: 3, noNaN: true }),
  growth: fc.double({ min: 2, max: 20, noNaN: true }),
  checks: fc.integer({ min: 0, max: 3 }),
});

describe("switchPoint", () => {
  test.prop([searches])("holds the switch of a step function in a bracket no wider than asked", (search) => {
    const { at, scale, tolerance, growth, checks } = search;
    const found = find((value) => value < at * scale, { guess: scale, tolerance, growth, checks });
    const [below, above] = [found.below as number, found.above as number];
    expect(below).toBeLessThan(at * scale);
    expect(above).toBeGreaterThanOrEqual(at * scale);
    expect(above).toBeLessThanOrEqual((1 + tolerance) * below);
    expect(found.estimate).toBeGreaterThanOrEqual(below * (1 - 2 ** -50));
    expect(found.estimate).toBeLessThanOrEqual(above * (1 + 2 ** -50));
    expect(found.monotone).toBe(true);
    expect("interrupted" in found).toBe(false);
  });

  test.prop([searches])(
    "tries no value twice beyond the bracket, the halvings and the checks that it needs",
    (search) => {
      const { at, scale, tolerance, growth, checks } = search;
      const { tried } = find((value) => value < at * scale, { guess: scale, tolerance, growth, checks });
      const bracket = 2 + Math.ceil(Math.abs(Math.log(at) / Math.log(growth)));
      // After h halvings the ratio of the bracket is growth^(2^-h); one more for rounding at the edge.
      const halvings = Math.max(0, Math.ceil(Math.log2(Math.log(growth) / Math.log1p(tolerance)))) + 1;
      expect(tried.length).toBeLessThanOrEqual(bracket + halvings + 2 * checks);
      expect(tried.map(({ value }) => value)).toEqual(tried.map(({ value }) => value).sort((a, b) => a - b));
      expect(tried.every(({ value, outcome }) => outcome === value < at * scale)).toBe(true);
    },
  );

  test.prop([searches])("shows a share that never falls and ends at 1", ({ at, scale, tolerance, growth, checks }) => {
    const shares: number[] = [];
    const search = switchPoint(
      outcomeOf((value) => value < at * scale),
      { guess: scale, tolerance, growth, checks },
    );
    finish(search, (share) => shares.push(share));
    expect(shares.every((share, k) => share > 0 && share >= (shares[k - 1] ?? 0))).toBe(true);
    expect(shares.at(-1)).toBe(1);
  });

  it.each([true, false])("gives up after its reach where the answer is always %s", (always) => {
    const { below, above, estimate, monotone, tried } = find(() => always, { guess: 1, growth: 2, reach: 3 });
    const values = always ? [1, 2, 4, 8] : [0.125, 0.25, 0.5, 1];
    expect(tried.map(({ value }) => value)).toEqual(values);
    expect([below, above, estimate, monotone]).toEqual([always ? 8 : null, always ? null : 0.125, null, true]);
  });

  it("says so where a larger value holds again", () => {
    // From 5: bracket [5, 20], checked at 1.25, 80, 0.3125 and 320.
    const island = (value: number) => value < 10 || (value > 100 && value < 1000);
    const options = { guess: 5, growth: 4, tolerance: 0.1 };
    expect(find(island, { ...options, checks: 2 }).monotone).toBe(false);
    expect(find(island, { ...options, checks: 1 }).monotone).toBe(true);
  });

  test.prop([searches, fc.integer({ min: 1, max: 12 })])(
    "stops where it is told to, with what it has",
    (search, legs) => {
      const { at, scale, tolerance, growth, checks } = search;
      const asked: number[] = [];
      const counted = switchPoint(
        function* (value) {
          asked.push(value);
          yield 0.5;
          yield 1;
          return value < at * scale;
        },
        { guess: scale, tolerance, growth, checks },
      );
      let state = counted.next();
      for (let k = 1; k < legs && !state.done; k++) state = counted.next();
      const begun = asked.length;
      if (!state.done) state = counted.next(true);
      while (!state.done) state = counted.next();
      const { interrupted, tried } = state.value;
      expect(asked).toHaveLength(begun);
      expect(tried).toHaveLength(interrupted ? begun - 1 : begun);
    },
  );

  it.each([
    [{ guess: 0 }, "guess must be a finite number > 0, but is 0; start near the threshold expected"],
    [{ guess: 1, tolerance: 0 }, "tolerance must be at least 1e-12, but is 0; 0.05 is 5%"],
    [{ guess: 1, growth: 1 }, "growth must be a finite number > 1, but is 1; 4 is usual"],
  ])("refuses %j", (options, message) => {
    expect(() => find(() => true, options)).toThrow(new InputError(message));
  });
});
