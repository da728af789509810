import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runOf } from "../../../../proofs-check/meeting.ts";
import { changeAt, hyperOf } from "../../../../proofs-check/support/signs/asSign.ts";
import { slowRuns } from "../../../../proofs-check/support/signs/signRuns.ts";
import { gradientOf, weightSteps } from "../../../../proofs-check/support/signs/weightSteps.ts";

const whole = (n: number) => [n];

describe("gradientChange", () => {
  // V bounds the change to first order; twice V covers what the second adds, as everywhere it is used. Rounding: g is a sum of at most
  // n + 2 terms, each below 1 here, so its rounding is far below 1e-14.
  test.prop([fc.constantFrom("adam" as const, "adamw" as const).chain((name) => slowRuns(name, whole))], {
    numRuns: 6,
  })("bounds how much full-batch gradients change from step to step", (input) => {
    const run = runOf({ ...input, epochs: 12 });
    const hyper = hyperOf(run);
    let before: { gradient: Float64Array; change: Float64Array } | undefined;
    for (const at of weightSteps(run)) {
      const gradient = gradientOf(at);
      const change = changeAt(at, hyper, run.setting.n);
      gradient.forEach((g, a) => {
        if (!before) return;
        const moved = Math.abs(g - (before.gradient[a] as number));
        const most = Math.max(change[a] as number, before.change[a] as number);
        expect(moved).toBeLessThanOrEqual(2 * hyper.lr * most + 1e-14);
      });
      before = { gradient, change };
    }
  });
});
