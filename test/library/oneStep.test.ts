import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { formulas } from "../../src/library/formulas.ts";
import { oneStep } from "../../src/library/oneStep.ts";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { optimizerSchema } from "../../src/optimizers/schema.ts";
import { FORMULA_OPTIMIZERS } from "../helpers/formulaOptimizers.ts";
import { heavyBall } from "../helpers/ownOptimizers.ts";
import { iterates } from "../helpers/steps.ts";

const size = fc.double({ min: -4, max: 4, noNaN: true });

describe("oneStep", () => {
  test.prop([fc.constantFrom(...OPTIMIZERS, ...FORMULA_OPTIMIZERS), fc.constantFrom(...CONVENTIONS), size, size])(
    "is the first step of the engines, and what holds or sharpens it",
    (optimizer, convention, weight, gradient) => {
      fc.pre([weight, gradient].every((x) => x === 0 || Math.abs(x) > 1e-60));
      const entry = optimizerSchema.parse({ name: optimizer.name, lr: 0.1, weightDecay: 0.01, convention });
      const spec = { optimizer: entry, weight, gradient } as never;
      const [first] = iterates(optimizer, entry, weight, [gradient]);
      const doubles = oneStep(spec);
      expect({ w: (doubles.weight as number) + 0, ...doubles.memory }).toEqual({
        ...first,
        w: (first?.w as number) + 0,
      });
      const intervals = oneStep(spec, { arithmetic: "intervals" });
      const decimals = oneStep(spec, { arithmetic: "decimals" });
      const inside = (x: number, { lo, hi }: { lo: number; hi: number }) => lo <= x && x <= hi;
      expect(inside(first?.w as number, intervals.weight as never)).toBe(true);
      expect(inside(Number(decimals.weight), intervals.weight as never)).toBe(true);
      for (const [name, value] of Object.entries(decimals.memory)) {
        expect(inside(Number(value), intervals.memory[name] as never)).toBe(true);
      }
    },
  );

  test("takes a memory and the number of the step", () => {
    const optimizer = { name: "formula-signum", lr: 0.5, weightDecay: 0.5, betas: [0.5, 0] } as never;
    // mom = 2/2 + (-8)/2 = -3; w = 3/4 1 + 1/2.
    expect(oneStep({ optimizer, weight: 1, gradient: -8, memory: { mom: 2 }, step: 2 })).toEqual({
      weight: 1.25,
      memory: { mom: -3 },
    });
    expect(oneStep({ optimizer, weight: 1, gradient: 1 }, { arithmetic: "decimals", digits: 2 }).weight).toBe("0.25");
  });

  const adam = { name: "adam", lr: 0.1 };
  test.each<[unknown, unknown, string | RegExp]>([
    [{ optimizer: adam, weight: "1", gradient: 0 }, {}, /^weight must be a finite number, but is "1";/],
    [{ optimizer: adam, weight: 1 }, {}, /^gradient must be a finite number, but is missing; add it$/],
    [{ optimizer: { name: "adma", lr: 1 }, weight: 1, gradient: 0 }, {}, /^optimizer.name must be one of/],
    [{ optimizer: adam, weight: 1, gradient: 0, memory: { mom: NaN } }, {}, /^memory must be finite numbers by name/],
    [
      { optimizer: adam, weight: 1, gradient: 0, memory: { top: 1 } },
      {},
      'memory must be what adam remembers (mom, sec), but has "top"; remove it',
    ],
    [
      { optimizer: { name: "sgd", lr: 1 }, weight: 1, gradient: 0, memory: { mom: 1 } },
      {},
      'memory must be what sgd remembers (nothing), but has "mom"; remove it',
    ],
    [{ optimizer: adam, weight: 1, gradient: 0, step: 0 }, {}, /^step must be a positive integer/],
    [{ optimizer: adam, weight: 1, gradient: 0 }, { arithmetic: "floats" }, /^arithmetic must be one of "doubles", /],
    [{ optimizer: adam, weight: 1, gradient: 0 }, { digits: 101 }, /^digits must be an integer from 1 to 100/],
    [
      { optimizer: { name: heavyBall.name, lr: 1 }, weight: 1, gradient: 0 },
      {},
      'optimizer must be given by formulas, but "test-heavy-ball" is given by a function; write it as formulas',
    ],
  ])("refuses %j, %j", (spec, options, message) => {
    expect(() => oneStep(spec as never, options as never)).toThrow(message);
  });
});

describe("formulas", () => {
  test("of one's own, and of all of ours in both conventions", () => {
    expect(formulas("formula-lion")).toEqual({
      name: "formula-lion",
      text: "mom <- b2*mom + (1-b2)*g; w <- (1 - eta*lambda)*w - eta*(sign(b1*old(mom) + (1-b1)*g))",
      latex: [
        "g_t = \\nabla L",
        "\\mathrm{mom}_{t} = \\beta_2 \\mathrm{mom}_{t-1} + \\left(1 - \\beta_2\\right) g_t",
        "w_t = \\left(1 - \\eta \\lambda\\right) w_{t-1} - \\eta \\operatorname{sgn}\\left(\\beta_1 \\mathrm{mom}_{t-1} + \\left(1 - \\beta_1\\right) g_t\\right)",
      ],
      normalized: true,
    });
    const normalized = OPTIMIZERS.map(({ name }) =>
      CONVENTIONS.map((convention) => formulas(name, { convention }).normalized),
    );
    expect(normalized).toEqual([[false, false], ...Array.from({ length: 4 }, () => [true, true])]);
    expect(formulas("adam").text).toContain("b1^t");
    expect(formulas("adam", { convention: "paper" }).text).not.toContain("b1^t");
  });

  test("asks for the name that was meant, and refuses a function", () => {
    expect(() => formulas("adma")).toThrow('did you mean "adam"?');
    expect(() => formulas(heavyBall.name)).toThrow(/must be given by formulas/);
    expect(() => formulas("adam", { convention: "torch" as never })).toThrow(
      /^convention must be one of "pytorch", "paper"/,
    );
  });
});
