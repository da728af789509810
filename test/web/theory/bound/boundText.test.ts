import { describe, expect, it } from "vitest";
import { boundText } from "../../../../web/theory/bound/boundText.ts";

describe("boundText", () => {
  it("says where a bound of the papers holds, without an option that a page has not", () => {
    const text = boundText("s σ_p = ω(n/B)", "");
    expect(text).toMatch(/^depends: s σ_p = ω\(n\/B\), where beta \+ 1\/4 D > 2\n/);
    expect(text).not.toContain("--set");
  });

  it("says how a formula grows", () => {
    expect(boundText("sqrt(n+1) + sqrt(n-1) - 2 sqrt n", "\n ")).toMatch(
      /= Theta\(n\^\(-3\/2\)\), ~ -1\/4 n\^\(-3\/2\)/,
    );
  });

  it("decides from hypotheses alone where there are any, and says what it used", () => {
    // eta s = (s n/d) (eta d)/n.
    expect(boundText("eta s = o(1)", "s = O(d/n)\n\neta = O(1/d)\n")).toMatch(/^follows: [^]*\[2\] eta = O\(1\/d\)\n$/);
    expect(boundText("eta s = o(1)", "s = O(d/n)")).toMatch(/^fails: [^]*which meets every hypothesis/);
  });

  it("says nothing of nothing, and refuses what cannot be read in one sentence", () => {
    expect(boundText(" ", "s = O(d)")).toBe("");
    expect(() => boundText("eta*s = o(1", "")).toThrow(/^a statement must be [^\n]*; correct it$/);
  });
});
