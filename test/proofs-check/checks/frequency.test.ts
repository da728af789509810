import { describe, expect, it } from "vitest";
import { frequency } from "../../../proofs-check/checks/frequency.ts";

const claimed = (low: number, high: number) =>
  frequency({ name: "f", about: "", outcome: () => true, claimed: [low, high] });
const times = (hits: number, misses: number, untold = 0) => [
  ...Array(hits).fill(true),
  ...Array(misses).fill(false),
  ...Array(untold).fill(null),
];

describe("frequency", () => {
  it("looks at the sizes chosen, and says what is asked", () => {
    expect(claimed(0.5, 1)).toMatchObject({ scope: "chosen" });
    const asked = (low: number, high: number) => claimed(low, high).judge(times(3, 3)).reason.split(", where ")[1];
    expect([asked(0.5, 1), asked(0, 0.5), asked(0.1, 0.9)]).toEqual([
      "at least 0.5 is asked",
      "at most 0.5 is asked",
      "between 0.1 and 0.9 is asked",
    ]);
  });

  it("holds where the whole interval does, and says no where none of it does", () => {
    // Clopper-Pearson at 95%: 6 of 6 is [0.5407, 1], since 0.5407^6 = 0.025; 3 of 6 is [0.118, 0.882].
    expect(claimed(0.5, 1).judge(times(6, 0)).verdict).toBe("holds");
    expect(claimed(0.55, 1).judge(times(6, 0)).verdict).toBe("inconclusive");
    expect(claimed(0.5, 1).judge(times(0, 6)).verdict).toBe("contradicted");
    expect(claimed(0.5, 1).judge(times(3, 3)).verdict).toBe("inconclusive");
    expect(claimed(0.1, 0.9).judge(times(3, 3)).verdict).toBe("holds");
  });

  it("leaves out what could not tell, and says so", () => {
    const finding = claimed(0.5, 1).judge(times(6, 0, 3));
    expect(finding).toMatchObject({ verdict: "holds", figures: { hits: 6, seeds: 6, untold: 3 } });
    expect(finding.reason).toBe(
      "6 of 6 seeds (95% interval 0.5407 to 1), 3 more could not tell, where at least 0.5 is asked",
    );
    expect(claimed(0.5, 1).judge(times(0, 0, 3)).verdict).toBe("inconclusive");
  });

  const context = { seed: 1, level: 1 } as const;
  const TOLD = { came: false, violation: "it is so", runs: [{}], command: "simulate" };
  /** Comes about where the seed is odd or even; the last digit is how far. Of seed 1 the first cases have the seeds 2654435761, ...62, and so on. */
  const shown = (claim: readonly [number, number], cameOf: (seed: number) => boolean, given = {}) => {
    const outcome = (seed: number) => {
      const told = { violation: `${seed} is so`, runs: [{ seed }], command: "simulate" } as const;
      return { came: cameOf(seed), by: seed % 10, ...told };
    };
    const check = frequency({ name: "f", about: "", claimed: claim, outcome, ...given });
    return check.judge(Array.from({ length: 7 }, (_, k) => check.sample(k, context)));
  };

  it("keeps the runs of the seed that goes furthest against it, where it is contradicted", () => {
    const { verdict, counterexample, reason } = shown([0.5, 1], () => false);
    expect([verdict, counterexample]).toEqual([
      "contradicted",
      { case: { seed: 2654435767 }, violation: "2654435767 is so", run: { seed: 2654435767 }, command: "simulate" },
    ]);
    expect(reason).toMatch(/, where at least 0.5 is asked; the seed furthest from it: 2654435767 is so$/);
    expect(shown([0.5, 1], () => false, { asymptotic: true })).toMatchObject({
      verdict: "fails with constants 1",
      counterexample: { case: { seed: 2654435767 } },
    });
  });

  it("takes one that came about where too many do", () => {
    expect(shown([0, 0.1], (seed) => seed % 10 < 7).counterexample?.case).toEqual({ seed: 2654435766 });
  });

  it("keeps none where it holds or is open", () => {
    for (const came of [true, null]) {
      const { verdict, counterexample } = shown([0.5, 1], (seed) => came ?? seed % 2 === 0);
      expect([verdict, counterexample]).toEqual([came ? "holds" : "inconclusive", undefined]);
    }
  });

  it("refuses an outcome that shows nothing", () => {
    const check = frequency({ name: "f", about: "", claimed: [0.5, 1], outcome: () => ({ came: false }) as never });
    expect(() => check.sample(0, context)).toThrow(/^outcome must return violation/);
    expect(() => shown([0.5, 1], () => false, { outcome: () => ({ ...TOLD, by: NaN }) })).toThrow(
      /^outcome must return by as a finite number, but returned NaN/,
    );
  });
});
