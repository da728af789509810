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
    expect(finding.verdict).toBe("inconclusive");
    expect(finding.counterexample?.case).toBe(50);
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
