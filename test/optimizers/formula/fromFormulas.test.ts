import { describe, expect, test } from "vitest";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import type { FormulaDefinition } from "../../../src/optimizers/formula/fromFormulas.ts";
import type { Optimizer } from "../../../src/optimizers/optimizer.ts";
import { optimizerSchema } from "../../../src/optimizers/schema.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { FORMULA_OPTIMIZERS } from "../../helpers/formulaOptimizers.ts";
import { lion } from "../../helpers/ownOptimizers.ts";
import { iterates } from "../../helpers/steps.ts";

const plain: FormulaDefinition = { name: "formula-plain", decay: "coupled", direction: "g" };
const hyper = { lr: 0.5, weightDecay: 0.5, convention: "paper" } as const;

describe("an optimizer by formulas", () => {
  const [lionByFormula, amsgrad, rmsprop, signum] = FORMULA_OPTIMIZERS as unknown as readonly [
    Optimizer,
    Optimizer,
    Optimizer,
    Optimizer,
  ];

  test("takes the steps of the function that says the same: Lion", () => {
    const gradients = [4, -1, 0, 0.3, 1e-9, -7, 0, 0, 2];
    for (const betas of [
      [0.5, 0.75],
      [0.9, 0.99],
      [0, 0],
    ] as const) {
      const given = { ...hyper, betas };
      expect(iterates(lionByFormula, given, 1, gradients)).toEqual(iterates(lion, given, 1, gradients));
    }
  });

  test("takes the steps computed by hand: AMSGrad, RMSprop, Signum", () => {
    // b1 = b2 = 1/2, eta = 1/2, eps = 0. AMSGrad, decoupled, rho = 3/4, w = 0: g = 4: mom 2, sec 8, top 8, step (2/(1/2))/sqrt(8/(1/2)) = 1.
    // g = 0: mom 1, sec 4, top still 8: step (1/(3/4))/sqrt(8/(3/4)) = 1/sqrt(6) = 0.40824829; w = -3/8 - 1/2 0.40824829.
    const given = { ...hyper, betas: [0.5, 0.5] as const, eps: 0 };
    const seen = iterates(amsgrad, given, 0, [4, 0]);
    expect(seen[0]).toMatchObject({ mom: 2, sec: 8, top: 8 });
    expect(seen[0]?.w).toBeCloseTo(-0.5, 15);
    expect(seen[1]).toMatchObject({ mom: 1, sec: 4, top: 8 });
    expect(seen[1]?.w).toBeCloseTo(-0.375 - 0.5 / Math.sqrt(6), 15);
    // RMSprop, coupled: w = 2, g = 1 + 2/2 = 2: sec 2, w = 2 - 1/2 2/sqrt(2) = 2 - sqrt(1/2).
    const [first] = iterates(rmsprop, given, 2, [1]);
    expect(first).toMatchObject({ sec: 2 });
    expect(first?.w).toBeCloseTo(2 - Math.SQRT1_2, 15);
    // Signum, decoupled: w = 1, g = 4: mom 2, w = 3/4 - 1/2 = 1/4; g = -8: mom 1 - 4 = -3, w = 3/16 + 1/2.
    expect(iterates(signum, given, 1, [4, -8])).toEqual([
      { w: 0.25, mom: 2 },
      { w: 0.6875, mom: -3 },
    ]);
  });

  test("takes 0/0 as 0 where the denominator holds eps, also at eps = 0", () => {
    expect(iterates(rmsprop, { ...hyper, weightDecay: 0, betas: [0, 0.5], eps: 0 }, 1, [0, 0])).toEqual([
      { w: 1, sec: 0 },
      { w: 1, sec: 0 },
    ]);
  });

  test("says whether it is normalized, what it remembers, and what it does", () => {
    expect(FORMULA_OPTIMIZERS.map(({ own }) => own?.normalized)).toEqual([true, true, true, true]);
    expect(amsgrad.own?.memory).toEqual(["mom", "sec", "top"]);
    expect(signum.formula).toBe("mom <- b1*mom + (1-b1)*g; w <- (1 - eta*lambda)*w - eta*sign(mom)");
    expect(signum.formulas?.pytorch).toEqual({ memory: { mom: "b1*mom + (1-b1)*g" }, direction: "sign(mom)" });
    const ball = defineOptimizer({
      ...plain,
      name: "formula-ball",
      memory: { velocity: "velocity/2 + g" },
      direction: "velocity",
    });
    expect(ball.own).toMatchObject({ memory: ["velocity"], normalized: false });
    expect(ball.source).toBe("ours");
  });

  test("may say itself that it is normalized where that is not read off, or that it is not", () => {
    const clip = { ...plain, name: "formula-clip", direction: "max(-1, min(1, sign(g)))" };
    expect(defineOptimizer(clip).own?.normalized).toBe(false);
    expect(defineOptimizer({ ...clip, name: "formula-clipped", normalized: true }).own?.normalized).toBe(true);
    expect(
      defineOptimizer({ ...plain, name: "formula-sign", direction: "sign(g)", normalized: false }).own?.normalized,
    ).toBe(false);
  });

  test("is known to run files with what it takes", () => {
    const entry = { name: "formula-signum", lr: 0.1, weightDecay: 0, convention: "pytorch", betas: [0.9, 0] };
    expect(optimizerSchema.parse({ name: "formula-signum", lr: 0.1 })).toEqual(entry);
    expect(optimizerSchema.safeParse({ name: "formula-signum", lr: 0.1, eps: 0 }).success).toBe(false);
  });

  test("made again by the same formulas is the first one; by others it is refused", () => {
    const make = (direction: string) => defineOptimizer({ ...plain, name: "formula-twice", direction });
    expect(make("2*g")).toBe(make("2*g"));
    expect(() => make("3*g")).toThrow(
      /^name must be a name that no other definition has taken, but is "formula-twice";/,
    );
    expect(() => defineOptimizer({ name: "formula-twice", decay: "coupled", direction: (g) => 2 * g })).toThrow(
      /no other/,
    );
  });

  test("counts memories as zero below 2^-1000 where they are squares of gradients, else below 2^-500", () => {
    const both = defineOptimizer({ ...plain, name: "formula-small", memory: { mom: "g", sec: "g^2" }, direction: "g" });
    expect(iterates(both, { ...hyper, weightDecay: 0 }, 1, [1e-140, 1e-151])).toEqual([
      { w: 1, mom: 1e-140, sec: 1e-280 },
      { w: 1, mom: 0, sec: 0 },
    ]);
  });
});

describe("formulas are refused in one sentence", () => {
  const refused: [string, Partial<FormulaDefinition>, string][] = [
    [
      "an unknown name",
      { direction: "g + foo" },
      'direction of optimizer formula-plain: the formula "g + foo" must use known symbols (g, w, t, eta, lambda, b1, b2, eps; sign, abs, sqrt, min, max, old), but has "foo" at position 5; correct it or define it',
    ],
    [
      "0/0 at zero gradients",
      { direction: "2*g/abs(g)" },
      'direction of optimizer formula-plain: the formula "2*g/abs(g)" must give a finite number while every gradient is 0, but divides 0 by 0 at position 1; add eps to the denominator (such a quotient is 0 where its denominator is), or keep it from 0',
    ],
    [
      "0/0 in a memory",
      { memory: { mom: "mom + 1", unit: "unit + g/sqrt(g^2)" }, direction: "g*unit" },
      'memory unit of optimizer formula-plain: the formula "unit + g/sqrt(g^2)" must give a finite number while every gradient is 0, but divides 0 by 0 at position 8; add eps to the denominator (such a quotient is 0 where its denominator is), or keep it from 0',
    ],
    [
      "1/0",
      { direction: "g*(1/g)" },
      'direction of optimizer formula-plain: the formula "g*(1/g)" must give a finite number while every gradient is 0, but divides 1 by 0 at position 4; add eps to the denominator (such a quotient is 0 where its denominator is), or keep it from 0',
    ],
    [
      "the root of what is below 0",
      { direction: "g + sqrt(g)" },
      'direction of optimizer formula-plain: the formula "g + sqrt(g)" must give a finite number at step t = 4 of a trial, with g = -0.75 and w = 0.5, but takes the root of -0.75 at position 5; take the root of what cannot be below 0',
    ],
    [
      "the root of a weight, which may be of either sign",
      { direction: "g*sqrt(w)" },
      'direction of optimizer formula-plain: the formula "g*sqrt(w)" must give a finite number while every gradient is 0, but takes the root of -0.5 at position 3; take the root of what cannot be below 0',
    ],
    [
      "what overflows",
      { memory: { mom: "1e300*mom + g" }, direction: "mom" },
      'memory mom of optimizer formula-plain: the formula "1e300*mom + g" must give a finite number at step t = 4 of a trial, with g = -0.75 and w = 0.5, but leaves the finite numbers at position 1; correct it',
    ],
    [
      "a memory that is never updated",
      { memory: { mom: "b1*mom" }, betas: [0.9, 0.9], direction: "g + mom" },
      'memory mom of optimizer formula-plain: the formula "b1*mom" must bring the memory up to date, but leaves it 0 for ever at position 1; use g in it, or remove it',
    ],
    [
      "a step without gradients",
      { direction: "1 + g" },
      "direction of optimizer formula-plain must be 0 while every gradient was 0, but is 1; leave out what does not follow g",
    ],
    [
      "not odd, but said normalized",
      { direction: "2*abs(sign(g))", normalized: true },
      'direction of optimizer formula-plain: the formula "2*abs(sign(g))" must keep its size and turn with the sign of the gradients where normalized says so, but step 2 goes from 2 to 2 where they are multiplied by -1, for what is at position 1; leave normalized out',
    ],
    [
      "of another degree, but said normalized",
      { direction: "sign(g) + g", normalized: true },
      'direction of optimizer formula-plain: the formula "sign(g) + g" must keep its size and turn with the sign of the gradients where normalized says so, but step 2 goes from 1.5 to 1.0001220703125 where they are multiplied by 0.000244140625, for what is at position 1; leave normalized out',
    ],
    [
      "w, but said normalized",
      { memory: { mom: "mom + sign(g)*w" }, direction: "sign(mom)", normalized: true },
      'memory mom of optimizer formula-plain: the formula "mom + sign(g)*w" must not use w where normalized says that only gradients count, but does at position 15; remove w or normalized',
    ],
    [
      "names of memories without formulas",
      { memory: ["mom"] as never },
      'memory of optimizer formula-plain must be formulas by name where direction is a formula, but is ["mom"]; write it as { mom: "b1*mom + (1-b1)*g" }, or leave it out',
    ],
    [
      "a memory named like a hyperparameter",
      { memory: { b1: "g" } },
      'memory of optimizer formula-plain must have names of letters, digits and _ that mean nothing else (as g, w, t, eta, lambda, b1, b2, eps, sign, abs, sqrt, min, max, old do), but has "b1"; choose another name',
    ],
  ];

  test.each(refused)("%s", (_, given, message) => {
    const make = () => defineOptimizer({ ...plain, ...given });
    expect(make).toThrow(new InputError(message));
  });
});
