import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { byNorm, NORM_NAMES, NORMS } from "../../src/margins/norms.ts";
import { singularValues } from "../../src/margins/singularValues.ts";

const matrices = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 7 })).chain(([width, rows]) =>
  fc
    .array(
      fc.double({ min: -100, max: 100, noNaN: true }).map((x) => (Math.abs(x) < 1e-100 ? 0 : x)),
      {
        minLength: width * rows,
        maxLength: width * rows,
      },
    )
    .map((values) => ({ values: Float64Array.from(values), width })),
);

/** Two matrices of one shape. */
const pairs = matrices.chain((matrix) =>
  fc
    .array(fc.constantFrom(-3, -1, -0.5, 0, 0.25, 1, 2), {
      minLength: matrix.values.length,
      maxLength: matrix.values.length,
    })
    .map((values) => [matrix, { values: Float64Array.from(values), width: matrix.width }] as const),
);

const frobenius = (values: Float64Array) => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));

/** Sixty sweeps of fifteen turns each round a sum of at most seven products: no more than 2^15 roundings of the largest value. */
const SLACK = 2 ** 15 * 2 ** -53;

describe("singular values", () => {
  // [[3, 0], [4, 5]]: W^T W = [[25, 20], [20, 25]] with eigenvalues 45 and 5.
  it("by hand", () => {
    const [first, second] = singularValues({ values: Float64Array.of(3, 0, 4, 5), width: 2 }) as [number, number];
    expect(Math.abs(first - Math.sqrt(45))).toBeLessThan(8 * SLACK);
    expect(Math.abs(second - Math.sqrt(5))).toBeLessThan(8 * SLACK);
    expect(singularValues({ values: Float64Array.of(2, -2, 1, -1), width: 2 })[1]).toBeLessThan(8 * SLACK);
    expect(singularValues({ values: new Float64Array(6), width: 3 })).toEqual([0, 0, 0]);
  });

  test.prop([matrices])("have the squares' sum, fall, and do not ask for the order of lanes or rows", (matrix) => {
    const found = singularValues(matrix);
    const size = frobenius(matrix.values);
    expect(Math.abs(frobenius(Float64Array.from(found)) - size)).toBeLessThanOrEqual(SLACK * size);
    expect(found).toEqual([...found].sort((a, b) => b - a));
    const { values, width } = matrix;
    const turned = values.map((_, at) => values[values.length - 1 - at] as number);
    singularValues({ values: turned, width }).forEach((s, k) => {
      expect(Math.abs(s - (found[k] as number))).toBeLessThanOrEqual(SLACK * size);
    });
  });
});

describe("a norm and its dual", () => {
  test.prop([pairs])("bound inner products", ([a, b]) => {
    const product = a.values.reduce((sum, x, k) => sum + x * (b.values[k] as number), 0);
    for (const name of NORM_NAMES) {
      const most = NORMS[name].of(a) * NORMS[name].dual(b);
      expect(product).toBeLessThanOrEqual(most + SLACK * frobenius(a.values) * frobenius(b.values));
    }
  });

  test.prop([matrices])("meet: with itself in l2, with its signs in l_inf", ({ values, width }) => {
    const signs = { values: values.map(Math.sign), width };
    const { l2, linf } = byNorm(({ of, dual }, name) =>
      name === "linf" ? of(signs) * dual({ values, width }) : of({ values, width }) * dual({ values, width }),
    );
    const squares = values.reduce((sum, x) => sum + x * x, 0);
    const sizes = values.reduce((sum, x) => sum + Math.abs(x), 0);
    expect(Math.abs(l2 - squares)).toBeLessThanOrEqual(SLACK * squares);
    expect(linf).toBe(sizes);
  });

  it("of the spectral norm: the largest singular value, and the sum of all", () => {
    const diagonal = { values: Float64Array.of(3, 0, 0, -4), width: 2 };
    expect([NORMS.spectral.of(diagonal), NORMS.spectral.dual(diagonal)]).toEqual([4, 7]);
  });
});
