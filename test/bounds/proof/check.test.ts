import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkProof, isStep } from "../../../src/bounds/proof/check.ts";
import { proofVerdict } from "../../../src/report/proofText.ts";

const stepsOf = (text: string) => checkProof(text).lines.filter(isStep);

describe("checkProof", () => {
  it("decides steps from what stands before them, and says what each uses", () => {
    const steps = stepsOf(
      ["given A: x = O(y)", "given B: y = o(z)", "given C: w = O(1)", "show D: x = o(z)", "hence E: x*w = o(z)"].join(
        "\n",
      ),
    );
    expect(steps.map(({ name, holds, uses, line }) => [name, holds, uses, line])).toEqual([
      ["D", true, ["A", "B"], 4],
      ["E", true, ["C", "D"], 5],
    ]);
  });

  it("ends at the first step that is not as it says, with a scaling", () => {
    const report = checkProof("given x = O(y)\nshow x = O(y*n)\nshow bad: x = o(y)\nshow x = O(n*y)");
    expect([report.holds, report.steps, report.of]).toEqual([false, 1, 3]);
    const last = report.lines.at(-1);
    expect(last).toMatchObject({ name: "bad", holds: false, found: { verdict: "fails", scaling: { x: "1", y: "1" } } });
  });

  it("lets by leave out, and hence use the step before it all the same", () => {
    const given = "given A: x = O(y)\ngiven B: y = O(z)\nshow C: x = O(y*n)\n";
    expect(checkProof(`${given}show x = O(z) by A`).holds).toBe(false);
    expect(checkProof(`${given}show x = O(z) by A, B`).holds).toBe(true);
    expect(checkProof(`${given}hence x = O(z*n) by B`).holds).toBe(true);
    expect(checkProof(`${given}show x = O(z*n) by B`).holds).toBe(false);
  });

  it("does not let what does not follow be used, and wants a counterexample for it", () => {
    expect(checkProof("given x = O(y)\nnot N: x = o(y)\nshow x = o(y)").holds).toBe(false);
    expect(checkProof("given x = o(y)\nnot x = O(y)").holds).toBe(false);
    // Not decided is no counterexample.
    expect(checkProof("given x = omega(1)\nnot exp(x) = omega(1)").holds).toBe(false);
  });

  it("proves nothing from a contradiction", () => {
    const report = checkProof("given A: x = o(y)\ngiven B: y = O(x)\nshow x = O(1)");
    expect(report.lines.at(-1)).toMatchObject({ holds: false, uses: ["A", "B"], found: { verdict: "contradictory" } });
  });

  it("knows definitions and exponents from their line on", () => {
    expect(
      checkProof("define T = 1/x\nset q = 3\ngiven x = O(1/n)\nshow T = Omega(n)\nshow T^q = Omega(n^3)").holds,
    ).toBe(true);
    expect(
      checkProof("given x = O(1/n)\nshow x^q = O(1/n^3)\nnot x^q = O(1/n^4)\nset q = 4\nshow x^q = O(1/n^4)").holds,
    ).toBe(true);
  });

  it.each([
    ["given x = O(y)\nshow x = O(y", /^line 2: a statement must be/],
    ["given x = O(y*)\nshow x = O(y)", /^line 1: the formula "y\*" must be complete/],
    ["hence x = O(x)", /^line 1: "hence" must have a step before it, but has none; write "show"$/],
    ["set k = 3\nshow x = O(x)", /^line 1: an exponent must be one of/],
    ["define n = 5\nshow n = O(1)", /^line 1: a definition must be of a name/],
    // A step shown for the first meaning would be used for the second.
    ["set q = 3\nshow a: x^q = O(x^3)\nset q = 4\nshow x^4 = O(x^3) by a", /^line 3: a name must mean one thing/],
    ["define x = y\nshow a: x = O(y)\ndefine x = z\nshow z = O(y) by a", /^line 3: a name must mean one thing/],
    ["given x = O(y)\ndefine y = z\nshow x = O(z)", /^line 2: a name must mean one thing/],
    ["show x = O(y) or x = O(z)", /^line 1: a statement must be one, but is/],
  ])("says in which line %j is wrong", (text, message) => {
    expect(() => checkProof(text)).toThrow(message);
  });

  it("says that a file without steps shows nothing", () => {
    expect(proofVerdict(checkProof("given x = O(1)"))).toBe("nothing to check: there is no show, hence or not");
  });

  it.each(["conditions", "t25-c3", "t25-c12", "t25-c17"])("finds examples/%s.proof as it says", (name) => {
    const text = readFileSync(new URL(`../../../examples/${name}.proof`, import.meta.url), "utf8");
    const report = checkProof(text);
    expect(report.lines.at(-1)).toMatchObject({ holds: true });
    expect([report.holds, report.steps]).toEqual([true, report.of]);
    expect(report.of).toBeGreaterThan(12);
  });
});
