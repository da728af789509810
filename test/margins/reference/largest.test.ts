import { fc, test } from "@fast-check/vitest";
import { beforeAll, describe, expect, it } from "vitest";
import { feasible, type Inequality } from "../../../src/algebra/linear/feasible.ts";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import { margins } from "../../../src/library/margins.ts";
import { toldOf } from "../../../src/margins/follow.ts";
import { NORM_NAMES, NORMS } from "../../../src/margins/norms.ts";
import { loadHighs } from "../../../src/margins/reference/highs.ts";
import { endsOf, largestMargins } from "../../../src/margins/reference/largest.ts";
import type { Solver } from "../../../src/margins/reference/programs.ts";
import { marginRows, type Row } from "../../../src/margins/reference/rows.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { RATIONALS } from "../../algebra/linear/rationals.ts";

const SETTING = {
  ...{ n: 3, d: 13, s: 4, sigmaP: 0.5, alpha: 0.25, m: 1, q: 3, sigma0: 0.01 },
  ...{ labels: "balanced", supports: "disjoint" },
};
const FILE = {
  setting: SETTING,
  network: "linear",
  optimizer: { name: "sgd", lr: 0.5 },
  batchSize: 3,
  epochs: 40,
  testSize: 1,
};
const rowsAt = (seed: number) => marginRows(toldOf(parseRun({ ...FILE, seed })));

/** A double as the rational that it is; Fraction's own reading of numbers goes by their decimals. */
const exactly = (x: number) => new Fraction(`${BigInt(x * 2 ** 200)}/${2n ** 200n}`);

let solver: Solver;
beforeAll(async () => {
  solver = await loadHighs();
});

// z_1 = (1, 2), z_2 = (1, -1). l2: the nearest point of [z_1, z_2] to 0: z(t) = (1, 2 - 3 t), t = 2/3: (1, 0), so that max min <u, z>/|u| = 1, u = (1, 0);
// with W = (u, -u): 2/sqrt(2) = sqrt(2). l_inf: |u_k| <= 1: u = (1, a): min(1 + 2 a, 1 - a) is largest at a = 0: 1; W: 2.
const ROWS: readonly Row[] = [
  { places: [0, 1], values: [1, 2] },
  { places: [0, 1], values: [1, -1] },
];

describe("largest margins", () => {
  it("by hand", () => {
    const found = largestMargins(ROWS, 4, solver);
    for (const [name, value] of [
      ["l2", Math.SQRT2],
      ["linf", 2],
      ["spectral", Math.SQRT2],
    ] as const) {
      expect(found?.[name].low).toBeCloseTo(value, 7);
      expect(found?.[name].high).toBeCloseTo(value, 7);
    }
  });

  it("are none where no weights tell all examples apart", () => {
    const against: Row = { places: [0], values: [-1] };
    expect(largestMargins([{ places: [0], values: [1] }, against], 2, solver)).toBeNull();
  });

  test.prop([fc.integer({ min: 1, max: 10_000 })], { numRuns: 20 })(
    "lie where exact rational arithmetic says, in l_inf",
    (seed) => {
      const rows = rowsAt(seed);
      const found = largestMargins(rows, 26, solver);
      expect(found).not.toBeNull();
      const { low, high } = found?.linf as { low: number; high: number };
      // HiGHS solves to 10^-7.
      expect(high - low).toBeLessThanOrEqual(1e-6 * high);
      // 2 <z_i, u> >= g and |u_k| <= 1 in the doubles z as they are: g = low can be had, and g = high cannot be surpassed, but for the rounding of the sums.
      const can = (g: number) => {
        const places = [...new Set(rows.flatMap((row) => row.places))];
        const box = places.flatMap((k) =>
          [1, -1].map(
            (sign): Inequality<Fraction> => ({
              coefficients: new Map([[`u${k}`, new Fraction(sign)]]),
              limit: new Fraction(1),
            }),
          ),
        );
        const apart = rows.map(
          ({ places: at, values }): Inequality<Fraction> => ({
            coefficients: new Map(at.map((k, e) => [`u${k}`, exactly(values[e] as number).mul(-2)])),
            limit: exactly(-g),
          }),
        );
        return feasible([...apart, ...box], RATIONALS).kind === "point";
      };
      // Both ends are sums of at most 26 terms, and a quotient.
      const sizes = Math.max(...rows.map(({ values }) => 2 * values.reduce((sum, z) => sum + Math.abs(z), 0)));
      const slack = 64 * 2 ** -53 * sizes;
      expect(can(low - slack)).toBe(true);
      expect(can(high + slack)).toBe(false);
    },
  );

  const candidates = fc.record({
    direction: fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 13, maxLength: 13 })
      .map((u) => new Map([...u.map((x, k) => [k, x] as const), [13, 1e-3] as const].slice(0, 13))),
    multipliers: fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
      .filter((all) => all.some((lambda) => lambda > 1e-6)),
  });
  test.prop([candidates, fc.integer({ min: 1, max: 10_000 })])(
    "are enclosed whatever a solver says it has found",
    (candidate, seed) => {
      const rows = rowsAt(seed);
      for (const name of NORM_NAMES) {
        const size = NORMS[name].of({ values: Float64Array.from([...candidate.direction.values()]), width: 1 });
        fc.pre(size > 1e-6);
        const { low, high } = endsOf(rows, candidate, NORMS[name], 26);
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-10));
      }
    },
  );

  test.prop([fc.integer({ min: 1, max: 10_000 }), fc.constantFrom("sgd", "adam", "signsgd")], { numRuns: 6 })(
    "are never surpassed by a training",
    async (seed, name) => {
      const { largest, history } = await margins(
        { ...FILE, seed, optimizer: { name, lr: 0.05 } } as Parameters<typeof margins>[0],
        { largest: true },
      );
      for (const { normalized } of history) {
        for (const norm of NORM_NAMES) {
          expect(normalized[norm]).toBeLessThanOrEqual((largest?.[norm].high as number) * (1 + 1e-10));
        }
      }
    },
  );

  it("are refused where they are not known, and where the package is missing, in a sentence", async () => {
    await expect(margins({ ...FILE, network: "cnn" } as never, { largest: true })).rejects.toThrow(
      /^network must be "linear" where the largest margins are asked for, .* leave largest out$/,
    );
    const missing = () => Promise.reject(Object.assign(new Error("no"), { code: "ERR_MODULE_NOT_FOUND" }));
    await expect(loadHighs(missing)).rejects.toThrow(
      /^largest must have the optional package highs, .* run npm install highs@/,
    );
    await expect(loadHighs(() => Promise.reject(new Error("broken")))).rejects.toThrow(/^broken$/);
  });
});
