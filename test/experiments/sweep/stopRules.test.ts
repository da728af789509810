import { describe, expect, it } from "vitest";
import { newWatch, type StopRules } from "../../../src/experiments/sweep/stopRules.ts";
import type { Moment } from "../../../src/sim/trajectory.ts";

const moment = (epoch: number, trainLoss: number, trainError = 1) =>
  ({ epoch, step: 2 * epoch, trainLoss, trainError }) as Moment;

/** The first stop among records of (loss, error). */
function firstStop(rules: StopRules, records: readonly (readonly [number, number])[]) {
  const watch = newWatch(rules);
  for (const [epoch, [loss, error]] of records.entries()) {
    const stopped = watch(moment(epoch, loss, error));
    if (stopped) return stopped;
  }
  return undefined;
}

describe("stopping rules", () => {
  it("fitted: training error 0 at k records in a row, counted anew after another", () => {
    const records = [1, 0, 0, 1, 0, 0, 0, 0].map((error) => [1, error] as const);
    expect(firstStop({ fitted: 3 }, records)).toEqual({ rule: "fitted", epoch: 6, step: 12 });
    expect(firstStop({ fitted: 5 }, records)).toBeUndefined();
  });

  it("stuck: the loss of the last k + 1 records lies within the share given", () => {
    // 4 records after the jump are needed for 3 changes; (1 - 0.9)/1 = 0.1 up to rounding, so that 0.11 holds and 0.09 does not.
    const records = [5, 1, 0.9, 1, 0.9, 1].map((loss) => [loss, 1] as const);
    expect(firstStop({ stuck: { records: 3, change: 0.11 } }, records)).toEqual({ rule: "stuck", epoch: 4, step: 8 });
    expect(firstStop({ stuck: { records: 3, change: 0.09 } }, records)).toBeUndefined();
  });

  it("stuck: a loss of exactly 0 is", () => {
    const records = [1, 0, 0, 0].map((loss) => [loss, 0] as const);
    expect(firstStop({ stuck: { records: 2, change: 1e-9 } }, records)?.epoch).toBe(3);
  });

  it("diverged: the loss is above the bound", () => {
    const records = [1, 10, 10.5].map((loss) => [loss, 1] as const);
    expect(firstStop({ diverged: 10 }, records)).toEqual({ rule: "diverged", epoch: 2, step: 4 });
  });

  it("go on counting where another rule comes first, and the first in order is named", () => {
    const records = [1, 1, 1].map((loss) => [loss, 0] as const);
    expect(firstStop({ stuck: { records: 1, change: 1 }, fitted: 2 }, records)?.rule).toBe("fitted");
  });

  it("none: a run goes to its end", () => {
    expect(firstStop({}, [[1e300, 0]])).toBeUndefined();
  });
});
