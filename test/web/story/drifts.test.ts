import { describe, expect, it } from "vitest";
import { runOf, standardOf } from "../../../web/choice/state.ts";
import { drifts } from "../../../web/story/drifts.ts";

const RUN = runOf(standardOf("small"));

describe("the two drifts of an epoch", () => {
  it("are those of the story at the full batch", () => {
    const { signal, noise, pull } = drifts(RUN, 40);
    expect(signal).toBe(1);
    // G(1) = 1; sqrt(2/pi) 100 0.1 = 7.979.
    expect(noise).toBeCloseTo(7.979, 3);
    // 0.2/2 7.979^2.
    expect(pull).toBeCloseTo(6.366, 3);
  });

  it("bring the signal ahead as batches shrink", () => {
    const pulls = [40, 20, 10, 4, 2, 1].map((b) => drifts(RUN, b).pull);
    expect([...pulls].sort((a, b) => b - a)).toEqual(pulls);
    expect(pulls.at(-2)).toBeLessThan(1);
  });
});
