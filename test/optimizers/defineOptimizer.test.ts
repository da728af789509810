import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { adamw } from "../../src/optimizers/adamw.ts";
import { defineOptimizer, type OptimizerDefinition } from "../../src/optimizers/defineOptimizer.ts";
import { OPTIMIZERS, optimizerNamed } from "../../src/optimizers/registry.ts";
import { optimizerSchema } from "../../src/optimizers/schema.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { heavyBall, lion, ownAdamw } from "../helpers/ownOptimizers.ts";
import { iterates } from "../helpers/steps.ts";

const hyper = { lr: 0.5, weightDecay: 0.5, convention: "paper" } as const;
const plain: OptimizerDefinition = { name: "test-plain", decay: "coupled", direction: (gradient) => gradient };

describe("an optimizer of one's own", () => {
  test("takes the steps computed by hand: Lion", () => {
    // betas 1/2, 3/4; rho = 0.75. Step 1, w = 1, g = 4: sgn(0/2 + 4/2) = 1, w = 0.75 - 0.5 = 0.25, mom = 4/4 = 1.
    // Step 2, g = -1: sgn(1/2 - 1/2) = 0, w = 0.1875, mom = 3/4 - 1/4 = 0.5.  Step 3, g = 0: sgn(0.25) = 1, w = 0.140625 - 0.5.
    expect(iterates(lion, { ...hyper, betas: [0.5, 0.75] }, 1, [4, -1, 0])).toEqual([
      { w: 0.25, mom: 1 },
      { w: 0.1875, mom: 0.5 },
      { w: -0.359375, mom: 0.375 },
    ]);
  });

  test("couples decay into the gradient, and so into its memory, where it says so: heavy ball", () => {
    // Step 1, w = 2, g = 1 + 0.5*2 = 2: velocity 2, w = 1.  Step 2, g = 0 + 0.5: velocity 1.5, w = 0.25.
    expect(iterates(heavyBall, hyper, 2, [1, 0])).toEqual([
      { w: 1, velocity: 2 },
      { w: 0.25, velocity: 1.5 },
    ]);
  });

  /** Zero, or far above the numbers that count as zero, which differ between the two. */
  const number = fc.oneof(
    fc.constant(0),
    fc.double({ min: 1e-60, max: 4, noNaN: true }),
    fc.double({ min: -4, max: -1e-60, noNaN: true }),
  );
  test.prop([number, fc.array(number, { minLength: 1, maxLength: 9 }), fc.constantFrom(0, 1e-3)])(
    "gives the numbers of AdamW where its direction is that of AdamW",
    (w, gradients, eps) => {
      const given = { ...hyper, betas: [0.5, 0.75] as const, eps };
      const own = iterates(ownAdamw, given, w, gradients);
      // One multiplies by eta before the division, one after: two roundings a step, which rho < 1 does not multiply.
      iterates(adamw, given, w, gradients).forEach((at, k) => {
        expect(own[k]?.w).toBeCloseTo(at.w, 12);
        expect({ ...own[k], w: 0 }).toEqual({ ...at, w: 0 });
      });
    },
  );

  test("is found by its name, and run files may name it with what it takes", () => {
    expect(optimizerNamed("test-lion")).toBe(lion);
    const entry = { name: "test-lion", lr: 0.1, weightDecay: 0, convention: "pytorch", betas: [0.9, 0.99] };
    expect(optimizerSchema.parse({ name: "test-lion", lr: 0.1 })).toEqual(entry);
    expect(optimizerSchema.parse(entry)).toEqual(entry);
    expect(optimizerSchema.parse({ name: "test-adamw", lr: 0.1, convention: "paper" })).toMatchObject({ eps: 1e-8 });
    expect(optimizerSchema.parse({ name: "test-adamw", lr: 0.1, eps: 0.5 })).toMatchObject({ eps: 0.5 });
    expect(optimizerSchema.safeParse({ name: "test-lion", lr: 0.1, eps: 0 }).success).toBe(false);
    expect(optimizerSchema.safeParse({ name: "test-heavy-ball", lr: 0.1, betas: [0, 0] }).success).toBe(false);
    expect(OPTIMIZERS).not.toContain(lion);
  });

  test("counts its steps from 1", () => {
    const slower = defineOptimizer({ ...plain, name: "test-slower", direction: (gradient, _, __, t) => gradient / t });
    // w = 0; eta/1 4 = 2; then eta/2 4 = 1.
    expect(iterates(slower, { ...hyper, weightDecay: 0 }, 0, [4, 4]).map(({ w }) => w)).toEqual([-2, -3]);
  });

  test("is tried out with all that it may ask for, its steps counted from 1", () => {
    const asked = defineOptimizer({
      ...{ ...plain, name: "test-asks" },
      direction: (gradient, _, { lr, weightDecay, convention }, t) =>
        lr > 0 && weightDecay >= 0 && convention.length > 0 && t >= 1 ? gradient : Number.NaN,
    });
    expect(asked.name).toBe("test-asks");
  });

  test("says of itself what its user left out, and takes the least of betas and eps", () => {
    const { title, formula, source, own } = defineOptimizer({ ...plain, name: "test-least", betas: [0, 0], eps: 0 });
    expect({ title, formula, source }).toEqual({ title: "test-least", formula: "", source: "ours" });
    expect(own).toEqual({ betas: [0, 0], eps: 0, memory: [], normalized: false });
    expect(defineOptimizer({ ...plain, name: "test-bare" }).own).toEqual({ memory: [], normalized: false });
  });

  test("made again by the same definition, as when its file is loaded twice, is the first one", () => {
    const make = () => defineOptimizer({ ...plain, name: "test-twice", direction: (gradient) => gradient });
    expect(make()).toBe(make());
  });

  test("under a name that means something else already is refused, also where only a constant outside differs", () => {
    const make = (factor: number) =>
      defineOptimizer({ ...plain, name: "test-factor", direction: (gradient) => factor * gradient });
    make(1);
    expect(() => make(2)).toThrow(
      'name must be a name that no other definition has taken, but is "test-factor"; choose another one',
    );
    expect(() => defineOptimizer({ ...plain, name: "adam" })).toThrow(/^name must be a name that is not taken, but is/);
  });
});

describe("a definition is refused in one sentence", () => {
  const refused: [string, unknown, RegExp][] = [
    ["none", null, /^an optimizer must be an object, but is null;/],
    ["no name", { ...plain, name: "" }, /^name must be a letter, then letters, digits and hyphens, but is "";/],
    [
      "a key that nothing reads",
      { ...plain, normalised: true },
      /^normalised must be a known key of optimizer test-plain, but is not \(its value is true\); did you mean "normalized"\?$/,
    ],
    [
      "one of the other form",
      { name: "test-plain", decay: "coupled", direction: "g", formula: "g" },
      /^formula must be a known key of optimizer test-plain, but is not \(its value is "g"\); remove it/,
    ],
    ["eps by another name", { ...plain, epsilon: 1 }, /^epsilon must be a known key of optimizer test-plain, but/],
    ["no decay", { ...plain, decay: "l2" }, /^decay of optimizer test-plain must be "coupled" or "decoupled", but is/],
    [
      "three betas",
      { ...plain, betas: [0, 0, 0] },
      /^betas of .* must be two numbers .* in \[0, 1\), but is \[0,0,0\]/,
    ],
    ["a beta of 1", { ...plain, betas: [0, 1] }, /^betas of .*, but is \[0,1\];/],
    ["eps below 0", { ...plain, eps: -1 }, /^eps of optimizer test-plain must be a finite number >= 0, but is -1;/],
    ["memory twice", { ...plain, memory: ["a", "a"] }, /^memory of .* must be a list of distinct names, but is/],
    ["normalized as a text", { ...plain, normalized: "yes" }, /^normalized of .* must be true or false, but is "yes";/],
    [
      "no direction",
      { ...plain, direction: 1 },
      /^direction of optimizer test-plain must be a formula or a function, but is 1;/,
    ],
    ["one that throws", { ...plain, direction: () => null as never as { x: { y: 1 } }["x"]["y"] }, /finite|0 while/],
    [
      "0/0",
      { ...plain, direction: (g: number) => g / Math.abs(g) },
      /^direction of .* must be 0 while every gradient was 0, but is NaN;/,
    ],
    [
      "a step that is not finite",
      { ...plain, direction: (g: number) => (g === 3 ? Infinity : g) },
      /must be a finite number, .*, but is Infinity;/,
    ],
    [
      "betas that it does not take",
      { ...plain, direction: (g: number, _: unknown, { betas: [b1] }: { betas: number[] }) => (b1 as number) * g },
      /^direction of .* must give a step for every gradient, but failed with /,
    ],
    [
      "a memory that is lost",
      {
        ...plain,
        memory: ["mom"],
        direction: (g: number, memory: Record<string, number>) => {
          memory.mom = Number.NaN;
          return g;
        },
      },
      /all that it remembers, but is NaN/,
    ],
    [
      "normalized where it is not",
      { ...plain, normalized: true },
      /^normalized of .* must be true only where .*, but step 2 goes from 0.5 to -?[0-9.]+ where gradients are multiplied by/,
    ],
  ];

  test.each(refused)("%s", (_, given, message) => {
    const make = () => defineOptimizer(given as OptimizerDefinition);
    expect(make).toThrow(InputError);
    expect(make).toThrow(message);
  });

  // The rest of each sentence is in the table above, or follows from what was given.
  const sentences: [string, object, string][] = [
    ["name", { name: 7 }, "a letter, then letters, digits and hyphens, but is 7; name the optimizer"],
    ["name", { name: "9x" }, 'a letter, then letters, digits and hyphens, but is "9x"; name the optimizer'],
    ["name", { name: "x y" }, 'a letter, then letters, digits and hyphens, but is "x y"; name the optimizer'],
    ["decay of optimizer test-plain", { decay: "l2" }, '"coupled" or "decoupled", but is "l2"; choose'],
    ...[[-0.5, 0.5], ["0.5", 0.5], [0.5, 1], [0.5], "ab", 0.5].map((betas): [string, object, string] => [
      "betas of optimizer test-plain",
      { betas },
      `two numbers [b1, b2] in [0, 1), but is ${JSON.stringify(betas)}; correct it, or leave it out if it takes none`,
    ]),
    ...["1", Number.POSITIVE_INFINITY, Number.NaN, -1].map((eps): [string, object, string] => [
      "eps of optimizer test-plain",
      { eps },
      `a finite number >= 0, but is ${typeof eps === "string" ? '"1"' : eps}; correct it, or leave it out if it takes none`,
    ]),
    ...["mom", [1], ["9x"], ["a", "a"], {}].map((memory): [string, object, string] => [
      "memory of optimizer test-plain",
      { memory },
      `a list of distinct names, but is ${JSON.stringify(memory)}; write it as ["mom"], or leave it out`,
    ]),
    ["normalized of optimizer test-plain", { normalized: 1 }, "true or false, but is 1; correct it or leave it out"],
    [
      "direction of optimizer test-plain",
      { direction: 1 },
      "a formula or a function, but is 1; it gives the step of one weight",
    ],
    [
      "direction of optimizer test-plain",
      { direction: () => 1 },
      "0 while every gradient was 0, but is 1; take 0/0 as 0",
    ],
    [
      "direction of optimizer test-plain",
      { direction: (g: number) => (g === 0 ? 0 : Number.NaN) },
      "a finite number, as is all that it remembers, but is NaN; return the step",
    ],
    // Right at its own eps, 0/0 at eps = 0.
    [
      "direction of optimizer test-plain",
      { eps: 1e-8, direction: (g: number, _: unknown, { eps }: { eps: number }) => g / (Math.abs(g) + eps) },
      "0 while every gradient was 0, but is NaN; take 0/0 as 0",
    ],
  ];

  test.each(sentences)("%s %j", (what, given, rule) => {
    const make = () => defineOptimizer({ ...plain, ...given } as OptimizerDefinition);
    expect(make).toThrow(new InputError(`${what} must be ${rule}`));
  });

  test.each(["x", undefined, 3])("%j, which is no object", (given) => {
    const make = () => defineOptimizer(given as never);
    expect(make).toThrow(/^an optimizer must be an object, but is .*; give it a name, \.\.\.$/);
  });
});
