import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { norm } from "../../../src/numeric/norm.ts";
import { adam } from "../../../src/optimizers/adam.ts";
import { adamw } from "../../../src/optimizers/adamw.ts";
import type { Iterate, Optimizer } from "../../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../../src/optimizers/registry.ts";
import { sgd } from "../../../src/optimizers/sgd.ts";
import { newtonSchulz } from "../../../src/optimizers/whole/newtonSchulz.ts";
import { around, number, type Small, smalls } from "./networks.ts";

/** The iterates along the gradients of a case, each times a factor. */
function iterates({ init, update }: Optimizer, { shape, weights, gradients, hyper }: Small, more = {}, factor = 1) {
  let at: Iterate = init(weights, shape);
  return gradients.map((given) => {
    const gradient = given.map((g) => factor * g);
    at = update({ ...hyper, ...more }, at, gradient, undefined, around(shape, at, gradient));
    return structuredClone(at);
  });
}

describe.each([
  ["sgd", sgd, "sam", "clipped-sgd"],
  ["adam", adam, "sam-adam", "clipped-adam"],
  ["adamw", adamw, "sam-adamw", "clipped-adamw"],
] as const)("on %s", (_, base, sam, clipped) => {
  test.prop([smalls])("SAM at rho = 0 is its base, bit for bit", (small) => {
    expect(iterates(optimizerNamed(sam), small, { rho: 0 })).toStrictEqual(iterates(base, small));
  });

  test.prop([smalls])("clipping without a bound is its base, bit for bit", (small) => {
    expect(iterates(optimizerNamed(clipped), small, { maxNorm: Infinity })).toStrictEqual(iterates(base, small));
  });

  test.prop([smalls])("what is clipped to 1 does not notice the gradient's scale above it (powers of two)", (small) => {
    const gradients = small.gradients.map((gradient) => gradient.map((g) => (g === 0 ? 0 : g + Math.sign(g))));
    const at = (factor: number) => iterates(optimizerNamed(clipped), { ...small, gradients }, { maxNorm: 1 }, factor);
    expect(at(2 ** 20)).toStrictEqual(at(2));
  });
});

describe("SAM", () => {
  test("takes the step computed by hand", () => {
    // w = (1, 0), g = (3, 4): |g| = 5, e = 0.5 (3, 4)/5 = (0.3, 0.4); there g + e/2 = (3.15, 4.2). With lambda = 0.5, at w: w - 0.1 ((3.15, 4.2) + 0.5 (1, 0)).
    const { init, update } = optimizerNamed("sam");
    const shape = { classes: 2, neurons: 1 };
    const at = init(Float64Array.of(1, 0), shape);
    const gradient = Float64Array.of(3, 4);
    const hyper = { lr: 0.1, weightDecay: 0.5, convention: "pytorch", rho: 0.5 } as const;
    const { weights } = update(hyper, at, gradient, undefined, around(shape, at, gradient));
    expect(weights[0]).toBeCloseTo(1 - 0.1 * 3.65, 14);
    expect(weights[1]).toBeCloseTo(-0.42, 14);
  });
});

describe("clipping", () => {
  test("shortens a gradient to the bound, computed by hand, and leaves a shorter one", () => {
    const { init, update } = optimizerNamed("clipped-sgd");
    const shape = { classes: 2, neurons: 1 };
    const at = init(Float64Array.of(0, 0), shape);
    // |(3, 4)| = 5 -> (0.6, 0.8) at 1; |(0.3, 0.4)| = 0.5 stays.
    const hyper = { lr: 1, weightDecay: 0, convention: "pytorch", maxNorm: 1 } as const;
    const stepAlong = (...g: number[]) => [
      ...update(hyper, at, Float64Array.from(g), undefined, around(shape, at, Float64Array.from(g))).weights,
    ];
    stepAlong(3, 4).forEach((w, k) => expect(w).toBeCloseTo([-0.6, -0.8][k] as number, 14));
    expect(stepAlong(0.3, 0.4)).toEqual([-0.3, -0.4]);
  });
});

describe("normalized SGD", () => {
  test.prop([smalls, fc.integer({ min: -60, max: 60 })])(
    "does not notice the gradient's scale (powers of two)",
    (small, k) => {
      expect(iterates(optimizerNamed("normalized-sgd"), small, {}, 2 ** k)).toStrictEqual(
        iterates(optimizerNamed("normalized-sgd"), small),
      );
    },
  );

  test.prop([smalls])("takes steps of length eta, or none", (small) => {
    const { shape, weights } = small;
    const [first] = iterates(
      optimizerNamed("normalized-sgd"),
      { ...small, weights: weights.map(() => 0) },
      { weightDecay: 0 },
    );
    const still = small.gradients[0]?.every((g) => g === 0);
    // At most 45 numbers, each rounded a few times, and what is below 2^-500 counts as 0.
    expect(norm(first?.weights as Float64Array)).toBeCloseTo(still ? 0 : small.hyper.lr, 12);
    expect(shape.neurons).toBeGreaterThan(0);
  });
});

describe("norm", () => {
  test.each([
    [[], 0],
    [[0, -0], 0],
    [[-3, 4], 5],
    [[3e-200, 4e-200], 5e-200],
    [[3e300, -4e300], 5e300],
  ])("of %j is %d", (list, due) => {
    expect(norm(Float64Array.from(list))).toBeCloseTo(due, 300);
    expect(Math.abs(norm(Float64Array.from(list)) - due)).toBeLessThanOrEqual(1e-15 * due);
  });
});

/** A matrix [rows x columns], not 0. */
const matrices = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      matrix: fc
        .array(number, { minLength: rows * columns, maxLength: rows * columns })
        .map((list) => Float64Array.from(list))
        .filter((list) => norm(list) > 0.01),
      // Reflections at planes with these normals.
      mirrors: fc.array(
        fc
          .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: columns, maxLength: columns })
          .filter((list) => norm(Float64Array.from(list)) > 0.1),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  );

/** Rows turned: x <- x - 2 v <v, x>/<v, v>. */
const mirrored = (matrix: Float64Array, columns: number, mirrors: readonly number[][]) =>
  mirrors.reduce((values, v) => {
    const square = v.reduce((sum, x) => sum + x * x, 0);
    return values.map((value, place) => {
      const row = place - (place % columns);
      const along = v.reduce((sum, x, k) => sum + x * (values[row + k] as number), 0);
      return value - (2 * (v[place % columns] as number) * along) / square;
    });
  }, matrix);

/*
 * How far rounding may carry two ways apart. x -> 3.4445 x - 4.7750 x^3 + 2.0315 x^5 has a slope of at most 4 on [-1.25, 1.25], where singular
 * values stay, and so has the same on matrices in the Frobenius norm: five steps multiply an error by at most 4^5. Each step, and each turn, makes one of about
 * (rows + columns) roundings of numbers below 5.
 */
const roundings = (rows: number, columns: number) => 4 ** 5 * 10 * 5 * (rows + columns) * 2 ** -52;

describe("Newton-Schulz", () => {
  test.prop([matrices])("turns with the neurons' space: NS(G Q) = NS(G) Q", ({ rows, columns, matrix, mirrors }) => {
    const one = newtonSchulz(mirrored(matrix, columns, mirrors), rows, 0);
    const other = mirrored(newtonSchulz(matrix, rows, 0), columns, mirrors);
    one.forEach((value, k) =>
      expect(Math.abs(value - (other[k] as number))).toBeLessThanOrEqual(roundings(rows, columns)),
    );
  });

  test.prop([matrices, fc.integer({ min: -100, max: 100 })])(
    "does not notice the scale at eps = 0 (powers of two)",
    ({ rows, matrix }, k) => {
      expect(
        newtonSchulz(
          matrix.map((x) => 2 ** k * x),
          rows,
          0,
        ),
      ).toStrictEqual(newtonSchulz(matrix, rows, 0));
    },
  );

  test.prop([matrices])("is not changed by columns of zeros", ({ rows, columns, matrix }) => {
    const wide = new Float64Array(2 * matrix.length);
    matrix.forEach((value, place) => {
      wide[2 * columns * Math.floor(place / columns) + 2 * (place % columns)] = value;
    });
    const out = newtonSchulz(wide, rows, 1e-7).filter((_, place) => place % 2 === 0);
    expect(out).toStrictEqual(newtonSchulz(matrix, rows, 1e-7));
  });

  test("takes singular values near 1: a diagonal matrix goes entry by entry through the quintic", () => {
    // diag(3, 4)/5 = (0.6, 0.8); x -> 3.4445 x - 4.7750 x^3 + 2.0315 x^5, five times.
    const quintic = (x: number) => 3.4445 * x - 4.775 * x ** 3 + 2.0315 * x ** 5;
    const five = (x: number) => Array.from({ length: 5 }).reduce<number>((at) => quintic(at), x);
    const [a, b, c, d] = newtonSchulz(Float64Array.of(3, 0, 0, 4), 2, 0);
    expect([b, c]).toEqual([0, 0]);
    expect(a).toBeCloseTo(five(0.6), 12);
    expect(d).toBeCloseTo(five(0.8), 12);
    for (const x of [a, d]) expect(Math.abs((x as number) - 1)).toBeLessThan(0.35);
  });

  test("gives nothing for nothing", () => {
    expect(newtonSchulz(new Float64Array(4), 2, 0)).toEqual(new Float64Array(4));
  });
});

describe("Muon", () => {
  test.prop([smalls, fc.integer({ min: 1, max: 60 })])(
    "does not notice the gradients' scale at eps = 0 (powers of two)",
    (small, k) => {
      const muon = optimizerNamed("muon");
      const weightsOf = (factor: number) => iterates(muon, small, { eps: 0 }, factor).map(({ weights }) => weights);
      expect(weightsOf(2 ** k)).toStrictEqual(weightsOf(1));
    },
  );
});
