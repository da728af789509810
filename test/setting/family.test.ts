import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { familySetting } from "../../src/setting/family.ts";
import { familyConstants } from "../../src/setting/familyConstants.ts";
import { settingSchema } from "../../src/setting/setting.ts";
import { parseRun } from "../../src/sim/run.ts";
import { constantSets, familySizes } from "../helpers/family.ts";

/** log2 of quantity(2n)/quantity(n): the exponent of n, plus k log2(log 2n/log n) for each power k of log n. */
const doubling = (n: number, given: object) => {
  const valueAt = (size: number, name: string) => {
    const { setting, optimizer } = familySetting(size, given);
    return Number({ ...setting, ...optimizer }[name as "d"]);
  };
  return (name: string) => Math.log2(valueAt(2 * n, name) / valueAt(n, name));
};

describe("familySetting", () => {
  test("is, at n = 16 with D = 5 and q = 3, what one computes by hand", () => {
    // d = 16^5 = 2^20; s = 2^10/2^8 = 4; L = ln 16 = 2.772588722239781; sigmaP = 1/sqrt(4 L) = 0.30028060..., alpha = sigmaP L = sqrt(L)/2;
    // sigma0 = 2^-5; m = ceil(2.77) = 3; powerEta = 5/2 - 1 + 2*5/4 = 4: eta = 2^-16; eps = 1e-5 * 2^-16.
    const L = 2.772588722239781;
    expect(familySetting(16, { D: 5 })).toEqual({
      n: 16,
      setting: {
        n: 16,
        d: 2 ** 20,
        s: 4,
        sigmaP: 1 / Math.sqrt(4 * L),
        alpha: expect.closeTo(Math.sqrt(L) / 2, 14),
        m: 3,
        q: 3,
        sigma0: 2 ** -5,
        labels: "rademacher",
      },
      optimizer: { lr: 2 ** -16, weightDecay: 1e-5, eps: 1e-5 * 2 ** -16, convention: "paper" },
      drawable: true,
    });
  });

  test.prop([familySizes, constantSets])(
    "gives whole d, s >= 1 and m, and a setting whose parts obey the formulas",
    (n, given) => {
      const c = familyConstants(given);
      const { setting, optimizer, drawable } = familySetting(n, given);
      const { d, s, sigmaP, alpha, m, sigma0 } = setting;
      const L = Math.log(n);
      expect([d, s, m].every((x) => Number.isInteger(x) && x >= 1)).toBe(true);
      expect(drawable).toBe(Math.max(d, s, m) < 2 ** 53);
      expect(Math.abs(d - n ** c.D)).toBeLessThanOrEqual(0.5 + 1e-12 * d);
      if (c.cS * Math.sqrt(d) >= n * n)
        expect(Math.abs(s - (c.cS * Math.sqrt(d)) / n ** 2)).toBeLessThanOrEqual(0.5 + 1e-12 * s);
      else expect(s).toBe(1);
      expect((sigmaP ** 2 * s * L ** c.logSigmaP) / c.cSigmaP ** 2).toBeCloseTo(1, 11);
      expect(alpha / (c.cAlpha * sigmaP * L ** c.logAlpha)).toBeCloseTo(1, 11);
      expect((sigma0 ** 4 * d) / c.cSigma0 ** 4).toBeCloseTo(1, 11);
      expect(m - c.cM * L ** c.logM).toBeGreaterThan(-1e-9 * m);
      expect(m - c.cM * L ** c.logM).toBeLessThan(1 + 1e-9 * m);
      expect((optimizer.lr / c.cEta) * n ** c.powerEta).toBeCloseTo(1, 11);
      expect(optimizer.eps).toBe(c.cEps * c.lambda * optimizer.lr);
      expect(optimizer.weightDecay).toBe(c.lambda);
      expect([setting.n, setting.q]).toEqual([n, c.q]);
    },
  );

  test.prop([
    fc.integer({ min: 1000, max: 5e5 }),
    fc.double({ min: 7, max: 9, noNaN: true }),
    fc.integer({ min: 3, max: 5 }),
    fc.constantFrom(0, 1, 2.5),
  ])("has the theory's exponents between n and 2n", (n, D, q, k) => {
    // D >= 7 makes s >= 1000^1.5 = 31622: rounding it to an integer changes log2 of a ratio by less than 2 * 0.5/31622/ln 2 = 5e-5.
    const log2 = doubling(n, { D, q, logSigmaP: k, logAlpha: k });
    const tilde = k * Math.log2(Math.log(2 * n) / Math.log(n));
    expect(Math.abs(log2("d") - D)).toBeLessThan(1e-9);
    expect(Math.abs(log2("s") - (D / 2 - 2))).toBeLessThan(5e-5);
    expect(Math.abs(log2("sigmaP") - (-(D / 2 - 2) / 2 - tilde / 2))).toBeLessThan(5e-5);
    expect(Math.abs(log2("alpha") - (-(D / 2 - 2) / 2 + tilde / 2))).toBeLessThan(5e-5);
    expect(Math.abs(log2("sigma0") + D / 4)).toBeLessThan(1e-9);
    expect(Math.abs(log2("lr") + D / 2 - 1 + ((q - 1) * D) / 4)).toBeLessThan(1e-9);
    expect(Math.abs(log2("eps") - log2("lr"))).toBeLessThan(1e-9);
  });

  test.prop([fc.integer({ min: 8, max: 1e6 - 1 }), constantSets])(
    "goes one way in n: d, s, m up, sigma0 and the learning rate down",
    (n, given) => {
      const [at, next] = [familySetting(n, given), familySetting(n + 1, given)];
      for (const up of ["d", "s", "m"] as const) expect(next.setting[up]).toBeGreaterThanOrEqual(at.setting[up]);
      expect(next.setting.sigma0).toBeLessThan(at.setting.sigma0);
      expect(next.optimizer.lr).toBeLessThan(at.optimizer.lr);
    },
  );

  test("marks d = 2^53 and above as not drawable, and d just below as drawable", () => {
    // 456^6 = 8990607867641856 < 2^53 = 9007199254740992 < 457^6 = 9109555799784049.
    expect([familySetting(456), familySetting(457)].map(({ drawable }) => drawable)).toEqual([true, false]);
    expect(familySetting(456).setting.d).toBe(8990607867641856);
    expect(settingSchema.safeParse(familySetting(457).setting).success).toBe(false);
  });

  test("gives a setting and an optimizer that a run file takes as they are", () => {
    const { setting, optimizer } = familySetting(8);
    const run = parseRun({ setting, optimizer: { name: "adam", ...optimizer }, batchSize: 8, epochs: 1 });
    expect(run.setting).toEqual(setting);
    expect(run.optimizer).toMatchObject(optimizer);
  });

  test("keeps one noise coordinate where s would round to 0", () => {
    // D = 5, n = 16: cS * 4 = 0.4.
    expect(familySetting(16, { D: 5, cS: 0.1 }).setting.s).toBe(1);
  });

  test("takes no decay: eps is then 0", () => {
    expect(familySetting(8, { lambda: 0 }).optimizer).toMatchObject({ weightDecay: 0, eps: 0 });
  });

  test.each([
    [7, {}, /^n must be an integer from 8 to 1000000, but is 7; correct it$/],
    [1e6 + 1, {}, /^n must be an integer from 8 to 1000000, but is 1000001; correct it$/],
    [8.5, {}, /^n must be an integer from 8/],
    [Number.NaN, {}, /^n must be an integer from 8 to 1000000, but is NaN; correct it$/],
    [64, { cS: 1e20 }, /^s must be at most d - 1 = 68719476735, but is 6.4e\+21 at n = 64; lower cS$/],
    [64, { q: 1000 }, /^lr must be a number from 2.3e-308 to 1.7e308, but is 0 at n = 64; lower /],
    [64, { lambda: 1e-300 }, /^eps must be a number from 2.3e-308/],
    [64, { cM: 1e308 }, /^m must be a number from 2.3e-308 to 1.7e308, but is Infinity at n = 64; /],
  ])("refuses n = %d with %j in one sentence", (n, given, message) => {
    expect(() => familySetting(n, given)).toThrow(message);
  });
});
