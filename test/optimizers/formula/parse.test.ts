import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { parseUpdate } from "../../../src/optimizers/formula/parse.ts";
import { formulaText } from "../../../src/optimizers/formula/print.ts";
import type { Tree } from "../../../src/optimizers/formula/tree.ts";
import type { Formulas } from "../../../src/optimizers/optimizer.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { updates } from "./arbitrary.ts";

const all = { betas: true, eps: true };

/** Without positions. */
const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === "at" ? undefined : part)));

const spell = (formulas: Formulas) => {
  const { memory, step } = parseUpdate(formulas, all);
  return [...memory, step].map(({ tree }) => formulaText(tree));
};

const messageOf = (formulas: unknown, takes = all) => {
  try {
    parseUpdate(formulas as Formulas, takes, "lion");
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return "nothing wrong";
};

describe("parseUpdate", () => {
  test.prop([updates])("reads what was printed as the same trees", ({ update, formulas }) => {
    fc.pre([...update.memory, update.step].every(({ text }) => text.length <= 1000));
    expect(bare(parseUpdate(formulas, all))).toEqual(bare(update));
  });

  test("takes names of memories as they are when it is their turn", () => {
    const memory = { mom: "b1*mom + g", top: "max(top, mom) + old(mom)", late: "top - late" };
    expect(spell({ memory, direction: "mom + old(mom) - late" })).toEqual([
      "b1*old(mom) + g",
      "max(old(top), mom) + old(mom)",
      "top - old(late)",
      "eta*(mom + old(mom) - late)",
    ]);
  });

  test("knows the place of every name and number, from 1", () => {
    const places: [string, number][] = [];
    const walk = (tree: Tree): void => {
      if (tree.kind === "name") places.push([tree.name, tree.at]);
      if (tree.kind === "memory") places.push([tree.name, tree.at]);
      if (tree.kind === "number") places.push([String(tree.value), tree.at]);
      if (tree.kind === "binary") [tree.left, tree.right].forEach(walk);
      if (tree.kind === "unary" || tree.kind === "power") walk(tree.of);
    };
    walk(parseUpdate({ memory: { mom: "g" }, step: "  0.50*old(mom)/(sqrt(g^2)+ eps )" }, all).step.tree);
    expect(places).toEqual([
      ["0.5", 3],
      ["mom", 12],
      ["g", 23],
      ["eps", 29],
    ]);
  });

  test("takes a quotient for 0 where its denominator is, if that holds eps, and only then", () => {
    const { step } = parseUpdate({ step: "g/abs(g) + g/(abs(g) + eps)" }, all);
    const ops =
      step.tree.kind === "binary" ? [step.tree.left, step.tree.right].map((part) => "op" in part && part.op) : [];
    expect(ops).toEqual(["div", "ratio"]);
  });

  test.each([
    ["b1^t", { times: 1, plus: 0 }],
    ["b1^(t+1)", { times: 1, plus: 1 }],
    ["b1^(2*t - 3)", { times: 2, plus: -3 }],
    ["b1^-t", { times: -1, plus: 0 }],
    ["b1^(2*3*(t - 1)*2)", { times: 12, plus: -12 }],
    ["g^0", { times: 0, plus: 0 }],
    ["g^-2", { times: 0, plus: -2 }],
  ])("reads the exponent of %s", (step, exponent) => {
    expect(parseUpdate({ step }, all).step.tree).toMatchObject({ kind: "power", ...exponent });
  });

  test.each([
    // An unknown name, function; one that is there but not taken.
    [
      "g + foo",
      /^direction of optimizer lion: the formula "g \+ foo" must use known symbols \(g, w, t, eta, lambda, b1, b2, eps; sign, abs, sqrt, min, max, old\), but has "foo" at position 5; correct it or define it$/,
    ],
    ["exp(g)", /^direction .* but has "exp" at position 1;/],
    ["g*lr", /but has "lr" at position 3;/],
    ["g/epss", /but has "epss" at position 3; did you mean "eps"\?$/],
    ["g(2)", /must call only sign, abs, sqrt, min, max, old, but calls "g" at position 1;/],
    ["1 + old(g)", /must give old the name of a memory, but gives another thing at position 9; correct it$/],
    ["old(2*mom)", /must give old the name of a memory/],
    ["g + old mom", /must give old its arguments in parentheses, but has none at position 5;/],
    ["sign(g, mom)", /must give sign one argument, but gives 2 at position 1;/],
    [
      "g^0.5",
      /must have integers, t, or integers beside t, all up to 100, as exponents, but has another one at position 3; write roots with sqrt/,
    ],
    ["g^101", /all up to 100, as exponents/],
    ["b1^g", /as exponents, but has another one at position 4;/],
    ["b1^(t*t)", /as exponents/],
    ["b1^(t/2)", /as exponents/],
    ["b1^sqrt(t)", /as exponents/],
    [
      "2 - g^t",
      /must raise only numbers and hyperparameters to a power with t, but raises another thing at position 5; write such a power as a memory$/,
    ],
    ["g*9e308", /must have numbers below 1.8e308, but has a larger one at position 3;/],
    ["", /^direction of optimizer lion: a formula must not be empty, but is ""; write one such as sign\(g\)$/],
    ["g +", /must be complete, but mathjs says .* at position 3;/],
    [`${"(".repeat(60)}g${")".repeat(60)}`, /must have at most 50 parentheses in one another/],
    [
      "g*".repeat(600),
      /^direction of optimizer lion: a formula must have at most 1000 characters, but has 1200; shorten it$/,
    ],
    ["g.constructor", /must be complete|must hold only/],
    ["import(g)", /but has "import" at position 1;/],
    ["g = 2", /must hold only names, .* but has "=" at position 3;/],
  ])("refuses %j in one sentence", (direction, message) => {
    const said = messageOf({ memory: { mom: "g" }, direction }) as string;
    expect(said.replace("lambda, b1, b2, eps, mom;", "lambda, b1, b2, eps;")).toMatch(message);
    expect(said).not.toContain("\n");
  });

  test("refuses betas and eps where the optimizer takes none", () => {
    expect(messageOf({ direction: "g*b2" }, { betas: false, eps: true })).toBe(
      'direction of optimizer lion: the formula "g*b2" must not use b2 where the optimizer takes no betas, but does at position 3; give betas a default, or remove b2',
    );
    expect(messageOf({ direction: "g + eps" }, { betas: true, eps: false })).toMatch(/no eps, but does at position 5;/);
  });

  test.each(["b1", "eta", "g", "t", "sqrt", "old", "mod", "true", "9x", "_x", "a-b", "é"])(
    "refuses a memory named %j",
    (name) => {
      expect(messageOf({ memory: { [name]: "g" }, direction: "g" })).toMatch(
        /^memory of optimizer lion must have names of letters, digits and _ that mean nothing else \(as g, .*old do\), but has ".*"; choose another name$/,
      );
    },
  );

  test("refuses seven memories, and what is no text", () => {
    const memory = Object.fromEntries([..."abcdefh"].map((name) => [name, "g"]));
    expect(messageOf({ memory, direction: "g" })).toBe(
      "memory of optimizer lion must hold at most 6 formulas, but holds 7; leave some out",
    );
    expect(messageOf({ memory: { a: 3 }, direction: "g" })).toBe(
      "memory a of optimizer lion: it must be a formula, but is 3; write it in quotes",
    );
  });

  test.prop([
    fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(..."gwt2.e0b1+-*/^(), old(sqrt)".split("")), maxLength: 30 }),
    ),
  ])("reads any text or refuses it in one line", (direction) => {
    const said = messageOf({ direction });
    expect(said).toMatch(/^(nothing wrong|direction of optimizer lion: .* must .*; [^\n]+)$/);
  });

  test("takes names that objects have of themselves for nothing special", () => {
    expect(spell({ memory: { constructor: "constructor + g" }, direction: "constructor" })).toEqual([
      "old(constructor) + g",
      "eta*constructor",
    ]);
    expect(messageOf({ direction: "toString" })).toMatch(/but has "toString" at position 1;/);
  });
});
