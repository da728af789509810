import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runOf } from "../../../../proofs-check/meeting.ts";
import { type SignOptions, signViolation } from "../../../../proofs-check/support/signs/asSign.ts";
import { type Adaptive, slowRuns } from "../../../../proofs-check/support/signs/signRuns.ts";

/** How many of some runs have a weight of B_i above a threshold that lacks what `options` takes away, and not stepping along its sign. */
const failing = (optimizer: Adaptive, batchSizes: (n: number) => readonly number[], options: SignOptions) =>
  fc
    .sample(slowRuns(optimizer, batchSizes), { seed: 1, numRuns: 10, unbiased: true })
    .filter((run) => signViolation(runOf(run), "B_i", options) !== undefined).length;

describe("the threshold of a sign step on B_i", () => {
  it("needs lambda |w| for Adam where B < n, as the proof of [T25] C.3 has it", () => {
    const some = (n: number) => [1, n / 4, n / 2];
    expect(failing("adam", some, {})).toBe(0);
    expect(failing("adam", some, { decay: false })).toBeGreaterThan(0);
  });

  it("needs eps for AdamW, which [T25] C.11 leaves out", () => {
    expect(failing("adamw", (n) => [n], {})).toBe(0);
    expect(failing("adamw", (n) => [n], { eps: false })).toBeGreaterThan(0);
  });
});
