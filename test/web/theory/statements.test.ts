import { describe, expect, it } from "vitest";
import { GALLERY } from "../../../web/choice/gallery.ts";
import { drawnRunOf, standardOf } from "../../../web/choice/state.ts";
import { cellText, marginText } from "../../../web/theory/explainCell.ts";
import { GLOSSARY, lettersIn, termOf } from "../../../web/theory/glossary.ts";
import type { Assumption, Statement } from "../../../web/theory/statements.ts";
import { theoryOf } from "../../../web/theory/theoryOf.ts";

const RUN = drawnRunOf(standardOf("small"));

describe.each(GALLERY)("the matrix beside $title", ({ choice }) => {
  const { audit, matrix } = theoryOf(drawnRunOf(choice));

  it("fails where the audit says so, and nowhere else", () => {
    for (const { id, unmet } of matrix.statements) {
      const verdict = audit.theorems.find((theorem) => theorem.id === id);
      expect(unmet).toHaveLength(verdict?.because.length ?? -1);
    }
  });

  it("has a row for whatever is asked", () => {
    const rows = matrix.assumptions.map(({ name }) => name);
    expect(new Set(rows).size).toBe(rows.length);
    for (const { assumes } of matrix.statements) for (const name of assumes) expect(rows).toContain(name);
  });

  it("names its columns apart", () => {
    const names = matrix.statements.map(({ short }) => short);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("what runs a statement is about", () => {
  const near = (batchSize: number, weightDecay: number) =>
    theoryOf(drawnRunOf({ ...standardOf("small"), batchSize, weightDecay }))
      .matrix.statements.filter((statement) => statement.near)
      .map(({ short }) => short);

  it("is told by batch size and decay", () => {
    expect(near(40, 1e-5)).toEqual(["4.1", "C.1", "5.1", "Z5.3"]);
    expect(near(2, 1e-5)).toEqual(["4.2", "C.1", "5.2", "5.3", "C.9"]);
    expect(near(2, 1)).toEqual(["4.3", "C.1"]);
  });
});

describe("a cell in words", () => {
  const { matrix } = theoryOf(RUN);
  const [first] = matrix.statements as [Statement];
  const row = (name: string) => matrix.assumptions.find((one) => one.name === name) as Assumption;

  it("says by how much, and what the letters are", () => {
    // sqrt(500)/1600 = 0.013975; 100/0.013975 = 7155, 1789 times 4.
    expect(cellText(first, row("support-size"), RUN)).toEqual([
      "Theorem 4.1 asks: Supports are as large as lets them stay apart. It fails, by a factor of 1790: left/right is 7155, and must be 0.25 to 4.",
      "s = 100: coordinates of a noise support",
      "d = 500: coordinates of a patch",
      "n = 40: training examples",
    ]);
    expect(cellText(first, row("mini-batch"), RUN)[0]).toMatch(/^Theorem 4.1 does not ask for this/);
  });

  it("says no factor where the bound is no number, or there is no formula", () => {
    expect(marginText(row("noise-size"))).toMatch(/^It holds: left\/right is 1, and must be 1\/\(4/);
    expect(marginText(row("disjoint-supports"))).toBe("It fails.");
  });
});

describe("the glossary", () => {
  it("knows every letter of every hypothesis", () => {
    for (const { formula } of theoryOf(RUN).matrix.assumptions) {
      const letters = new Set(formula.match(/[A-Za-z]\w*/g)?.filter((name) => Object.hasOwn(GLOSSARY, name)) ?? []);
      expect(lettersIn(formula, RUN)).toHaveLength(letters.size);
    }
  });

  it("knows letters as formulas write them", () => {
    expect(["σ_p", "B", "λ", "β_1", "ϵ"].map((letter) => termOf(letter)?.letter)).toEqual(["σₚ", "b", "λ", "β₁", "ε"]);
    expect(termOf("Θ")).toBe(undefined);
  });
});
