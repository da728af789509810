import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type PropertyOptions, property } from "../../../proofs-check/checks/property.ts";

const context = { seed: 1, level: 1 } as const;
const below = (bound: number, given: Partial<PropertyOptions<number>> = {}) =>
  property<number>({
    ...{ name: "below", about: `all are below ${bound}`, cases: fc.nat({ max: 1000 }), block: 100 },
    violation: (x) => (x < bound ? undefined : `${x} is not`),
    run: (x) => ({ x }),
    ...given,
  });

describe("property", () => {
  test.prop([fc.nat(), fc.nat({ max: 100 })])("finds and shrinks to the smallest", (seed, index) => {
    const check = below(50);
    const sample = check.sample(index, { ...context, seed });
    expect(check.judge([sample])).toMatchObject({
      verdict: "contradicted",
      counterexample: { case: 50, violation: "50 is not", run: { x: 50 }, command: "dynamics" },
    });
    expect(check.sample(index, { ...context, seed })).toEqual(sample);
  });

  it("holds where nothing fails, and counts", () => {
    const check = below(1001);
    const finding = check.judge([check.sample(0, context), check.sample(1, context)]);
    expect(finding).toMatchObject({ verdict: "holds", figures: { cases: 200, samples: 2, failing: 0 } });
  });

  it("refutes only the finite reading of an asymptotic claim", () => {
    const check = below(50, { asymptotic: true });
    const finding = check.judge([check.sample(0, context)]);
    expect(finding.verdict).toBe("fails with constants 1");
    expect(finding.counterexample?.case).toBe(50);
    const said =
      /cases agree .* with constants 1, which contradicts no statement about n -> infinity; the smallest that/;
    expect(finding.reason).toMatch(said);
    const exact = below(50);
    expect(exact.judge([exact.sample(0, context)]).reason).not.toContain("constants 1");
  });

  it("tells the share of an asymptotic claim's cases that agree, drawn evenly, in an interval that holds the truth", () => {
    const check = below(750, { asymptotic: true, block: 1 });
    const samples = Array.from({ length: 2000 }, (_, index) => check.sample(index, context));
    const { share } = check.judge(samples);
    // 750 of 1001 draws agree: 0.7493. With fast-check's liking for ends it would be far off; 5 standard deviations are 0.048.
    expect(share?.of).toBe(2000);
    expect((share?.agree ?? 0) / 2000).toBeGreaterThan(0.7493 - 0.048);
    expect((share?.agree ?? 0) / 2000).toBeLessThan(0.7493 + 0.048);
  });

  it("remembered cases, which were kept because they failed, are of no share", () => {
    const check = below(1001, { asymptotic: true, block: 1 });
    const remembered = check.recheck?.(2000, context) as never;
    const finding = check.judge([remembered, check.sample(0, context)]);
    expect(finding).toMatchObject({ verdict: "fails with constants 1", share: { agree: 1, of: 1 } });
    expect(check.judge([remembered]).share).toBeUndefined();
  });

  it("asks an asymptotic claim for six samples, so that all of them agreeing is more than a half", () => {
    expect([below(1, { asymptotic: true }).least, below(1).least]).toEqual([6, 1]);
  });

  it("says nothing where every case was passed over", () => {
    const check = below(50, { violation: () => fc.pre(false) as never });
    expect(check.judge([check.sample(0, context)]).verdict).toBe("inconclusive");
  });

  it("chooses the smallest of several counterexamples by the size given", () => {
    const check = below(0, { size: (x) => -x });
    const failing = [3, 700, 40].map((found) => check.recheck?.(found, context) as never);
    expect(check.judge(failing).counterexample?.case).toBe(700);
    expect(below(0).judge(failing).counterexample?.case).toBe(3);
  });

  it("stops shrinking at some point", () => {
    let judgements = 0;
    const cases = fc.array(fc.nat(), { minLength: 100, maxLength: 1000 });
    const violation = () => {
      judgements++;
      return "always";
    };
    property({ name: "slow", about: "", cases, violation }).sample(0, context);
    expect(judgements).toBeLessThanOrEqual(201);
  });

  it("judges a remembered case again", () => {
    const check = below(50);
    expect(check.judge([check.recheck?.(60, context) as never]).verdict).toBe("contradicted");
    expect(check.judge([check.recheck?.(40, context) as never]).verdict).toBe("holds");
  });
});
