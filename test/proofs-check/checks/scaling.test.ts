import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type ScalingOptions, scaling } from "../../../proofs-check/checks/scaling.ts";
import type { MeasuredPoint } from "../../../proofs-check/claim.ts";
import { power } from "../../../src/numeric/power.ts";
import { spread } from "../../helpers/spread.ts";

const context = { seed: 1, level: 1 } as const;
const study = (given: Partial<ScalingOptions>) =>
  scaling({
    ...{ name: "study", about: "", over: "n", grid: [8, 16, 32, 64], quantity: (x) => x * x, claimed: 2 },
    slack: { exponent: 0.1, because: "rounding" },
    ...given,
  });
const concluded = (given: Partial<ScalingOptions>, seeds = 6) => {
  const check = study(given);
  return check.judge(Array.from({ length: seeds }, (_, k) => check.sample(k, context)));
};

describe("scaling", () => {
  test.prop([spread(0, 3), fc.double({ min: 0.01, max: 100, noNaN: true })])(
    "finds the exponent of a power law, and its constant",
    (exponent, constant) => {
      const { verdict, figures } = concluded({ quantity: (x) => constant * power(x, exponent), claimed: exponent });
      expect(verdict).toBe("holds");
      // Four digits are printed.
      expect(Math.abs((figures?.slope as number) - exponent)).toBeLessThanOrEqual(5e-4 * Math.max(1, exponent));
    },
  );

  it("contradicts an exponent off by more than the slack", () => {
    expect(concluded({ claimed: 2.09 }).verdict).toBe("holds");
    expect(concluded({ claimed: 2.2 }).verdict).toBe("contradicted");
    expect(concluded({ claimed: [-Infinity, 1.5] }).verdict).toBe("contradicted");
    expect(concluded({ claimed: [-Infinity, 2.5] }).verdict).toBe("holds");
  });

  it("keeps the runs of a seed with a usual slope, and asks for runs of no seed that agrees", () => {
    const asked: number[] = [];
    const shows = (seed: number, values: readonly number[]) => {
      asked.push(seed);
      return { violation: `${values.length} values`, runs: [{ seed }, { seed: 0 }], command: "dynamics" } as const;
    };
    // 2654435761 = 1 mod 3: slopes 1, 2, 0, 1, 2, 0, 1, so that 1 is their median.
    const quantity = (x: number, seed: number) => power(x, seed % 3);
    study({ quantity, shows, claimed: 1 }).sample(0, context);
    expect(asked).toEqual([]);
    const { verdict, counterexample, reason } = concluded({ quantity, shows, claimed: 4 }, 7);
    expect(verdict).toBe("contradicted");
    const first = 2654435761;
    expect(counterexample).toEqual({
      ...{ case: { seed: first }, violation: "4 values", command: "dynamics" },
      ...{ run: { seed: first }, besides: [{ seed: 0 }] },
    });
    expect(asked).toHaveLength(7);
    expect(reason).toMatch(/; a seed with a usual slope: 4 values$/);
    expect(concluded({ quantity: (x) => x * x, shows })).not.toHaveProperty("counterexample");
  });

  it("says that it cannot tell where seeds disagree", () => {
    // Slopes 1.5 and 2.5 in turn: the interval of the median spans both.
    const quantity = (x: number, seed: number) => power(x, seed % 2 === 0 ? 1.5 : 2.5);
    expect(concluded({ quantity }).verdict).toBe("inconclusive");
  });

  it("gives what was measured at each value: the median over seeds, between the least and the largest of six", () => {
    const finding = concluded({ grid: [2, 4], quantity: (x, seed) => x + (seed % 6), claimed: 0 });
    const points = finding.points as readonly MeasuredPoint[];
    const seeds = Array.from({ length: 6 }, (_, k) => {
      const values = study({ grid: [2, 4], quantity: (_, seed) => 1 + (seed % 6) }).sample(k, context);
      return (values as readonly number[])[0] as number;
    });
    const [least, most] = [Math.min(...seeds) - 1, Math.max(...seeds) - 1];
    expect(points.map(({ x, low, high }) => [x, low, high])).toEqual([
      [2, 2 + least, 2 + most],
      [4, 4 + least, 4 + most],
    ]);
    expect(points.every(({ low, median, high }) => low <= median && median <= high)).toBe(true);
  });

  it("leaves out seeds without a value, and needs six with one", () => {
    const first = study({}).sample(0, context);
    const check = study({ quantity: () => null });
    const missing = check.sample(0, context);
    const few = check.judge([missing, ...Array(5).fill(first)]);
    expect(few).toMatchObject({ verdict: "inconclusive", figures: { seeds: 5, without: 1 } });
    expect(few.reason).toBe("only 5 of 6 seeds, the other 1 did not come to it at every n; a slope needs 6");
    expect(check.judge([missing, ...Array(6).fill(first)])).toMatchObject({ verdict: "holds", figures: { seeds: 6 } });
  });

  it("counts the seeds without a value, and says so; where they are most, slopes decide nothing", () => {
    const first = study({}).sample(0, context);
    const missing = study({ quantity: (x) => (x === 64 ? null : x) }).sample(0, context);
    const of = (without: number) => study({}).judge([...Array(without).fill(missing), ...Array(6).fill(first)]);
    expect(of(0)).toMatchObject({ verdict: "holds", figures: { seeds: 6, without: 0 } });
    expect(of(0).reason).toContain(", 6 of 6 seeds) against 2");
    expect(of(3)).toMatchObject({ verdict: "holds", figures: { seeds: 6, without: 3 } });
    expect(of(3).reason).toContain("6 of 9 seeds, the other 3 did not come to it at every n");
    expect(of(6).verdict).toBe("holds");
    expect(of(7)).toMatchObject({ verdict: "inconclusive", figures: { seeds: 6, without: 7, slope: 2 } });
    expect(of(7).reason).toMatch(/; of fewer than half of the seeds a slope decides nothing$/);
    const wrong = study({ claimed: 5 }).judge([...Array(7).fill(missing), ...Array(6).fill(first)]);
    expect(wrong.verdict).toBe("inconclusive");
  });
});
