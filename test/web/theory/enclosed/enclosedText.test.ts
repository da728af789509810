import { describe, expect, it } from "vitest";
import { parseRun } from "../../../../src/sim/run.ts";
import type { DrawnRun } from "../../../../web/choice/state.ts";
import { enclosedText } from "../../../../web/theory/enclosed/enclosedText.ts";

const run = (given: object) =>
  parseRun({
    ...{ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 4, seed: 1, testSize: 10 },
    ...given,
  }) as DrawnRun;

describe("enclosedText", () => {
  it("tells the run on screen in intervals, every record on a line", () => {
    const text = enclosedText(run({}));
    expect(text).toMatch(/^Decided: features, margins\.\nEvery \[lo, hi\] holds the number that real arithmetic gives/);
    const lines = text.trimEnd().split("\n");
    expect(lines[3]).toMatch(/^epoch +step +train error +least margin +feature learning \+1 +feature learning -1$/);
    expect(lines.slice(4).map((line) => Number(line.split(" ")[0]))).toEqual([0, 1, 2, 3, 4]);
    expect(text).not.toContain("goes on");
  });

  it("tells the beginning of a long one, and what goes on", () => {
    expect(enclosedText(run({ epochs: 100_000 }))).toMatch(
      /\nThe first \d+ of 100000 epochs: adamcheck dynamics --certify goes on\.\n$/,
    );
  });

  it("says in a sentence what is too large for a page, or beyond the papers", () => {
    const large = {
      n: 200,
      d: 200_001,
      s: 100,
      sigmaP: 0.1,
      alpha: 0.2,
      m: 20,
      q: 3,
      sigma0: 0.01,
      supports: "disjoint",
    };
    const adam = { name: "adam", lr: 1e-4, weightDecay: 0.1 };
    expect(enclosedText(run({ preset: undefined, setting: large, optimizer: adam }))).toMatch(
      /^An epoch of \d+ enclosures in 100 steps is more than a page has time for: adamcheck dynamics --certify has it\.$/,
    );
    expect(() => enclosedText(run({ labelSmoothing: 0.1 }))).toThrow(/for enclosures, which are of the papers' model/);
  });
});
