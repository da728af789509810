import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { movement } from "../../../../src/bounds/hypotheses/movement.ts";
import { flipConstant } from "../../../../src/bounds/thresholds/feature/flipBoundary.ts";
import { flipRace } from "../../../../src/bounds/thresholds/feature/flipRace.ts";

const setting = { n: 64, alpha: 0.5, q: 3, s: 100, sigmaP: 0.1 };
const signs = { name: "signsgdw" };

describe("the race of feature and noise", () => {
  it("has both sides as derived", () => {
    // Batches alike, f = 1/2: c = 1/((0.25)^(-1/2) + 0.5) = 0.4; |zeta|_1 = sqrt(2/pi) 10 = 7.97885; 0.79 of 3.19154 = 2.52131. Signs: G = 1.
    const race = flipRace({ setting, optimizer: signs, batchSize: 16, alike: true });
    expect(race?.lead).toBe(4);
    expect(race?.needed).toBeCloseTo(0.79 * 0.4 * 10 * Math.sqrt(2 / Math.PI), 12);
    expect(race?.ratio).toBeCloseTo(4 / 2.52131, 4);
    expect(race?.says).toBe("open");
  });

  it("takes batches as drawn unless they are said to be alike", () => {
    const drawn = flipRace({ setting, optimizer: signs, batchSize: 16 });
    const constant = flipConstant({ alpha: 0.5, q: 3, noise: 1, batchSize: 16 });
    expect(drawn?.needed).toBeCloseTo(0.79 * constant * 10 * Math.sqrt(2 / Math.PI), 12);
  });

  test.prop([fc.constantFrom(1, 2, 4, 8, 16, 32, 64), fc.constantFrom("adam", "adamw")])(
    "says what the ratio is beyond 2 and 1/2",
    (batchSize, name) => {
      const race = flipRace({ setting, optimizer: { name, betas: [0.9, 0.99] }, batchSize });
      const K = 64 / batchSize;
      expect(race?.lead).toBe(K / movement(0.9, 0.99, K));
      const ratio = race?.ratio as number;
      expect(race?.says).toBe(ratio >= 2 ? "learns" : ratio <= 0.5 ? "flips" : "open");
    },
  );

  it("is none of an optimizer that does not normalize", () => {
    expect(flipRace({ setting, optimizer: { name: "sgd" }, batchSize: 1 })).toBeUndefined();
  });
});
