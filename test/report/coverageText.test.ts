import { describe, expect, it } from "vitest";
import { coverage } from "../../src/bounds/coverage/coverage.ts";
import { coverageText } from "../../src/report/coverageText.ts";

describe("coverageText", () => {
  const text = coverageText(coverage({ D: "6", q: "3" }));

  it("has every theorem's inequalities", () => {
    // sigma0 = n^-1.5, sigma0 sigmaP/n = n^-3/sqrt(log n).
    expect(text).toMatch(/│ adam +│ Theorem 4\.1 +│ beta = 1 and l > 3 +│/);
    expect(text).toMatch(/│ adam +│ Corollary 4\.3 +│ l < 3\/2 +│/);
    expect(text).toMatch(/│ sgd +│ Theorem 4\.1 of Z21 +│ beta = 1 and l > 3\/2 +│/);
    expect(text).toContain("\nB = n^beta is the batch size: ");
  });

  it("has every part with the names of its theorems, lines apart", () => {
    expect(text).toMatch(/│ adam +│ \(1,1\.5\) \(1,3\) \(0,3\) \(0,1\.5\) +│ none +│/);
    expect(text).toMatch(/│ adam +│ line \(1,3\) \(1,4\) +│ Theorem 4\.1 +│/);
    expect(text).toMatch(/│ adamw +│ \(0,0\) \(0\.5,0\) \(0,1\) +│ Theorem 4\.5 +│/);
    expect(text).not.toContain("thm-");
  });
});
