import { describe, expect, it } from "vitest";
import { definitionOf, FORMULA_NAME, formulaName, isUnread } from "../../../web/choice/formula.ts";
import { ownOptimizers } from "../../../web/choice/own.ts";
import { readFormula } from "../../../web/choice/readFormula.ts";
import { readOwn } from "../../../web/choice/readOwn.ts";
import { optimizerNames, runOf, standardOf } from "../../../web/choice/state.ts";
import { fromHash, toHash } from "../../../web/choice/urlState.ts";

const SIGNUM = { ...standardOf("tiny"), optimizer: "formula" } as const;

describe("an optimizer that is typed in", () => {
  it("is the definition that defineOptimizer takes, with betas and eps where its formulas use them", () => {
    expect(definitionOf(SIGNUM)).toEqual({
      ...{ name: formulaName(SIGNUM), title: "own formula", decay: "decoupled", betas: [0.9, 0.999] },
      ...{ memory: { mom: "b1*mom + (1-b1)*g" }, direction: "sign(mom)" },
    });
    const plain = definitionOf({ decay: "coupled", memory: "", direction: "g/(abs(g)+eps)" });
    expect(plain).toMatchObject({ decay: "coupled", eps: 1e-8, direction: "g/(abs(g)+eps)" });
    expect(plain).not.toHaveProperty("memory");
    expect(plain).not.toHaveProperty("betas");
  });

  it("has a name by its formulas alone", () => {
    expect(formulaName(SIGNUM)).toMatch(FORMULA_NAME);
    expect(formulaName({ ...SIGNUM })).toBe(formulaName(SIGNUM));
    expect(formulaName({ ...SIGNUM, direction: "mom" })).not.toBe(formulaName(SIGNUM));
  });

  it("can be trained once it has been read, is carried to workers, and is in the address", async () => {
    expect(isUnread(SIGNUM)).toBe(true);
    expect(() => runOf(SIGNUM)).toThrow(/^optimizer\.name must be one of/);
    await readOwn(SIGNUM, readFormula);
    expect(isUnread(SIGNUM)).toBe(false);
    await readOwn(SIGNUM, readFormula);
    // Other tests define some, too.
    const typed = ownOptimizers().filter(({ name }) => FORMULA_NAME.test(name));
    expect(typed.map(({ name }) => name)).toEqual([formulaName(SIGNUM)]);
    expect(runOf(SIGNUM).optimizer).toMatchObject({ name: formulaName(SIGNUM), betas: [0.9, 0.999] });
    expect(fromHash(toHash(SIGNUM))).toEqual(SIGNUM);
    const other = { ...SIGNUM, decay: "coupled", memory: "a = g; b = a + b/2", direction: "b" } as const;
    await readOwn(other, readFormula);
    expect(fromHash(toHash(other))).toEqual(other);
    expect(toHash(other)).toContain("memory=a+%3D+g%3B+b+%3D+a+%2B+b%2F2&direction=b");
    expect(optimizerNames()).toContain("formula");
    expect(optimizerNames().filter((name) => FORMULA_NAME.test(name))).toEqual([]);
  });

  it.each([
    [{ memory: "mom" }, /^memory must be name = formula, with ; between, but is "mom"; write mom = /],
    [{ direction: "sign(mom" }, /^direction: the formula "sign\(mom" must be complete, .* at position 6; correct it$/],
    [
      { direction: "velocity" },
      /^direction: the formula "velocity" must use known symbols .*, but has "velocity" at position 1/,
    ],
  ])("is refused in one sentence: %j", async (part, sentence) => {
    const choice = { ...SIGNUM, ...part };
    await expect(readOwn(choice, readFormula)).rejects.toThrow(sentence);
    expect(isUnread(choice)).toBe(true);
  });
});
